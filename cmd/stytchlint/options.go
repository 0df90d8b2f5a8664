package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"
	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/internal/module"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/config"
)

// formats are the values of -format.
var formats = []string{"text", "json", "sarif", "github"}

// lintFlags returns the flags of the program itself, followed by those of the
// checks.
func lintFlags(analyzers []*analysis.Analyzer) []cli.Flag {
	own := []cli.Flag{
		&cli.StringFlag{Name: "format", Value: "text", Local: true, Usage: "print findings as `" + strings.Join(formats, "|") + "`", HideDefault: true},
		&cli.BoolFlag{Name: "fix", Local: true, Usage: "apply the fixes, then report what is left"},
		&cli.BoolFlag{Name: "diff", Local: true, Usage: "print the fixes as a unified diff and change nothing"},
		&cli.StringFlag{Name: "baseline", Local: true, Usage: "leave out the findings in `FILE`, which 'stytchlint baseline' writes"},
		&cli.StringFlag{Name: "color", Value: "auto", Local: true, Usage: "use colour: `auto|always|never`", HideDefault: true},
	}
	return slices.Concat(own, packageFlags(), checkFlags(analyzers))
}

// packageFlags returns the flags that say which packages are checked.
func packageFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "tags", Local: true, Usage: "build tags, a `LIST` with commas"},
		&cli.StringFlag{Name: "C", Local: true, Usage: "change to `DIR` first"},
	}
}

// options are what the command line and the configuration file say.
type options struct {
	format    string
	color     string
	fix, diff bool
	query     query
	checks    []string // the names of the checks that run
	filter    filter
}

// newOptions reads and validates the command line and the configuration file.
func newOptions(cmd *cli.Command) (options, error) {
	o := options{
		format: cmd.String("format"),
		color:  cmd.String("color"),
		fix:    cmd.Bool("fix"),
		diff:   cmd.Bool("diff"),
	}
	if err := oneOf("format", o.format, formats...); err != nil {
		return o, err
	}
	if err := oneOf("color", o.color, "auto", "always", "never"); err != nil {
		return o, err
	}
	if o.diff && o.format != "text" {
		return o, &failure{
			msg:  fmt.Sprintf("-diff and -format=%s cannot be used together", o.format),
			hint: "-format=json and -format=sarif have the edits of every fix",
		}
	}
	c, err := o.configure(cmd)
	if err != nil {
		return o, err
	}
	if len(o.query.packages) == 0 {
		o.query.packages = []string{"."}
	}
	file := c.Baseline
	if cmd.IsSet("baseline") {
		file = relativeTo(o.query.dir, cmd.String("baseline"))
	}
	return o, o.filter.readBaseline(file)
}

// configure reads what all commands that check packages have in common, and
// returns the configuration. The command line comes after it, and so it wins.
func (o *options) configure(cmd *cli.Command) (config.Config, error) {
	dir, err := workingDir(cmd.String("C"))
	if err != nil {
		return config.Config{}, err
	}
	root := module.Root(dir)
	if root == "" {
		root = dir // packages cannot be loaded, and that is said later
	}
	c, err := config.Load(root, analyzer.All())
	if err != nil {
		return c, configFailure(err, shortPath(dir, filepath.Join(root, config.Name)))
	}
	flags := slices.Concat(c.CheckFlags, givenCheckFlags(cmd.Flags))
	o.checks = enabledChecks(checkNames(), flags)
	o.query = query{dir: dir, packages: cmd.Args().Slice(), tags: cmd.String("tags"), checkFlags: flags}
	o.filter = filter{root: root, exclude: c.Exclude}
	return c, nil
}

// configFailure tells where a configuration file is wrong.
func configFailure(err error, file string) error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var errs []error
		for _, err := range joined.Unwrap() {
			errs = append(errs, configFailure(err, file))
		}
		return join(errs...)
	}
	e, ok := errors.AsType[*config.Error](err)
	if !ok {
		return err
	}
	if e.Line == 0 {
		return &failure{msg: e.Msg, hint: e.Hint}
	}
	return &failure{msg: fmt.Sprintf("%s:%d:%d: %s", file, e.Line, e.Column, e.Msg), hint: e.Hint}
}

// relativeTo returns the path of a file that is named relative to dir.
func relativeTo(dir, file string) string {
	if file == "" || filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(dir, file)
}

// oneOf returns an error unless value is one of the choices for a flag.
func oneOf(flag, value string, choices ...string) error {
	if slices.Contains(choices, value) {
		return nil
	}
	f := &failure{
		msg:  fmt.Sprintf("invalid value %q for flag -%s", value, flag),
		hint: "the values are " + strings.Join(choices, ", "),
	}
	if meant := analyzer.Nearest(value, choices); meant != "" {
		f.hint = fmt.Sprintf("did you mean -%s=%s?", flag, meant)
	}
	return f
}

// workingDir returns the absolute path of dir, which is the value of -C, or of
// the current directory if it is empty.
func workingDir(dir string) (string, error) {
	if dir != "" {
		switch info, err := os.Stat(dir); {
		case errors.Is(err, os.ErrNotExist):
			return "", &failure{msg: fmt.Sprintf("-C %s: there is no such directory", dir)}
		case err != nil:
			return "", &failure{msg: fmt.Sprintf("-C: %v", err)}
		case !info.IsDir():
			return "", &failure{msg: fmt.Sprintf("-C %s: not a directory", dir)}
		}
	}
	return filepath.Abs(dir)
}
