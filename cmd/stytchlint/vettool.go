package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/prefilter"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/unit"
)

// isVettool reports whether the go command is asking, rather than a person. It
// runs a vet tool in three ways: with -V=full for the identity of the
// executable, with -flags for the flags it has, and with flags and a last
// argument X.cfg that describes a package to check.
func isVettool(args []string) bool {
	if len(args) == 0 {
		return false
	}
	last := args[len(args)-1]
	if strings.HasSuffix(last, ".cfg") {
		return true
	}
	return len(args) == 1 && (last == "-V=full" || last == "-flags")
}

// vettool answers the go command, and exits.
func vettool(args []string) {
	if args[0] == "-V=full" {
		if exe, err := os.Executable(); err == nil && printIdentity(os.Stdout, exe) == nil {
			os.Exit(exitClean)
		}
	}
	analyzers := analyzer.All()
	if mode, enabled, ok := parseMode(args, analyzers); ok {
		last := len(os.Args) - 1
		if cfg, data, err := unit.ReadConfig(os.Args[last]); err == nil {
			left, err := prefilter.Leave(cfg, mode, analyzers)
			switch {
			case err != nil:
			case left:
				os.Exit(exitClean)
			case !mode.Fix && cfg.CanCheck():
				os.Exit(unit.Check(cfg, mode.JSON, enabled, os.Stderr))
			default:
				os.Args[last], err = unit.SupplyTypes(os.Args[last], cfg, data)
			}
			if err != nil {
				fmt.Fprintf(os.Stderr, "stytchlint: %v\n", err)
				os.Exit(exitFindings) // as unitchecker does
			}
		}
	}
	flag.Bool(prefilterFlag, true, "leave early where no check can find anything; it changes no result")
	flag.String(cacheKeyFlag, "", "part of the key under which the go command caches what is found")
	unitchecker.Main(analyzers...)
}

// The flags of the tool itself, which mean nothing to the checks. The go command
// must know of them, for they are part of the key of its cache.
const (
	// prefilterFlag switches the prefilter off, to compare.
	prefilterFlag = "prefilter"

	// cacheKeyFlag takes any text. What the go command caches of a package that
	// it has checked as a dependency, for its facts alone, Go 1.26 takes for
	// the whole answer when the package itself is to be checked, and nothing is
	// found. Runs that are about other packages need other keys.
	cacheKeyFlag = "cachekey"
)

// parseMode reads the arguments for a unit as unitchecker does, and returns the
// analyzers that they leave enabled. It reports whether the unit may be looked
// at here: not if the prefilter is switched off or the arguments are wrong, which
// is for unitchecker to say, or there are some that this program does not know.
func parseMode(args []string, analyzers []*analysis.Analyzer) (mode prefilter.Mode, enabled []*analysis.Analyzer, ok bool) {
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	on := fs.Bool(prefilterFlag, true, "")
	fs.BoolVar(&mode.JSON, "json", false, "")
	fs.BoolVar(&mode.Fix, "fix", false, "")
	fs.Bool("diff", false, "")
	fs.Int("c", -1, "") // go vet -c=-1 asks for no lines of context
	fs.String(cacheKeyFlag, "", "")
	wanted := make(map[string]*bool)
	for _, a := range analyzers {
		wanted[a.Name] = fs.Bool(a.Name, false, "")
		a.Flags.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, a.Name+"."+f.Name, "") })
	}
	if err := fs.Parse(args); err != nil {
		return mode, nil, false
	}
	only, refused := false, make(map[string]bool)
	context := false
	fs.Visit(func(f *flag.Flag) {
		if want := wanted[f.Name]; want != nil {
			only = only || *want
			refused[f.Name] = !*want
		}
		context = context || f.Name == "c" && f.Value.String() != "-1"
	})
	for _, a := range analyzers {
		if only && *wanted[a.Name] || !only && !refused[a.Name] {
			enabled = append(enabled, a)
		}
	}
	return mode, enabled, *on && !context && fs.NArg() == 1 && strings.HasSuffix(fs.Arg(0), ".cfg")
}
