package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

func main() {
	var o options
	flag.StringVar(&o.module, "module", "", "measure a `module@version` from the module proxy")
	flag.StringVar(&o.dir, "dir", "", "measure the module in a `directory`")
	flag.BoolVar(&o.generated, "generated", false, "measure generated modules")
	flag.BoolVar(&o.again, "again", false, "with -module, -dir or -generated, measure a first run, a second one, and one after an edit")
	flag.StringVar(&o.before, "before", "", "with -again, measure another `executable` of stytchlint, too; with -empty, beside this one alone")
	flag.StringVar(&o.plot, "plot", "", "with -generated, draw the growth into a `file`")
	flag.BoolVar(&o.startup, "startup", false, "measure how long the vet tool takes to start")
	flag.BoolVar(&o.times, "times", false, "measure each check on programs that grow")
	flag.BoolVar(&o.editor, "editor", false, "measure what gopls takes to answer an editor, with stytchlint and without")
	flag.StringVar(&o.program, "program", "", "with -times, measure only the program of this `name`")
	flag.IntVar(&o.size, "size", 2000, "with -times, measure programs up to this `size`")
	flag.BoolVar(&o.empty, "empty", false, "with -module or -dir, measure with an empty build cache instead")
	flag.BoolVar(&o.peers, "peers", true, "measure other linters, too")
	flag.IntVar(&o.rounds, "rounds", 5, "run each tool so many `times`")
	flag.Parse()
	if err := o.run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

type options struct {
	module, dir, plot, program, before      string
	generated, startup, empty, peers, times bool
	again, editor                           bool
	rounds, size                            int
}

func (o options) run() (err error) {
	dir, err := os.MkdirTemp("", "stytchlint-bench")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if o.before != "" {
		if o.before, err = filepath.Abs(o.before); err != nil {
			return err
		}
	}
	k := &kit{dir: dir}
	fmt.Printf("%s %s/%s, %d CPUs, %d rounds\n\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), o.rounds)
	if o.startup {
		if err := startup(k, 40*o.rounds); err != nil {
			return err
		}
	}
	if o.editor {
		if err := editor(k, o.rounds); err != nil {
			return err
		}
	}
	if o.times {
		if err := times(k, o.rounds, o.size, o.program); err != nil {
			return err
		}
	}
	if o.generated && o.again {
		return againGenerated(k, o)
	}
	if o.generated {
		tools, err := k.tools(false)
		if err != nil {
			return err
		}
		if err := growth(k, tools, o.rounds, o.plot); err != nil {
			return err
		}
	}
	title := o.module
	switch {
	case o.module != "":
		o.dir = filepath.Join(dir, "module")
		if err := download(o.module, o.dir); err != nil {
			return err
		}
	case o.dir != "":
		title = filepath.Base(o.dir)
		if o.dir, err = filepath.Abs(o.dir); err != nil {
			return err
		}
	default:
		return nil
	}
	if o.again {
		return again(k, title, o.dir, o)
	}
	tools, err := k.tools(o.peers && !o.empty)
	if err != nil {
		return err
	}
	if o.empty {
		tools = tools[:3]
		if o.before != "" {
			tools = []tool{k.before(o.before), tools[1]} // the vet tools have all compiled
		}
		return emptyCache(k, tools, title, o.dir, o.rounds)
	}
	if err := compile(o.dir); err != nil {
		return err
	}
	results, err := compare(tools, o.dir, o.rounds)
	if err != nil {
		return err
	}
	table(title, results)
	return nil
}

// emptyCache measures runs that find nothing in the build cache.
func emptyCache(k *kit, tools []tool, title, dir string, rounds int) error {
	results := make([]result, len(tools))
	for range rounds {
		for i, t := range tools {
			cmd, err := t.command(true)
			if err != nil {
				return err
			}
			cache := filepath.Join(k.dir, "gocache")
			cmd.Env = append(cmd.Environ(), "GOCACHE="+cache)
			s, err := run(cmd, dir)
			if err != nil {
				return err
			}
			results[i].tool = t
			results[i].cold = append(results[i].cold, s)
			if err := os.RemoveAll(cache); err != nil {
				return err
			}
		}
	}
	fmt.Printf("### %s, with an empty build cache\n\n| tool | CPU s | ratio | wall s | peak MB |\n| --- | --- | --- | --- | --- |\n", title)
	for _, r := range results {
		fmt.Printf("| %s | %v | %.3f | %v | %.0f |\n", r.tool.name, r.cold.cpu(), r.cold.cpu().median/results[0].cold.cpu().median, r.cold.wall(), r.cold.rss().median)
	}
	fmt.Println()
	return nil
}
