package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"
	"golang.org/x/tools/go/analysis"
)

// lintFlags returns the flags of the program itself, followed by those of the
// checks.
func lintFlags(analyzers []*analysis.Analyzer) []cli.Flag {
	own := []cli.Flag{
		&cli.StringFlag{Name: "format", Value: "text", Local: true, Usage: "print findings as `text|json`", HideDefault: true},
		&cli.BoolFlag{Name: "fix", Local: true, Usage: "apply the fixes, then report what is left"},
		&cli.BoolFlag{Name: "diff", Local: true, Usage: "print the fixes as a unified diff and change nothing"},
		&cli.StringFlag{Name: "tags", Local: true, Usage: "build tags, a `LIST` with commas"},
		&cli.StringFlag{Name: "C", Local: true, Usage: "change to `DIR` first"},
		&cli.StringFlag{Name: "color", Value: "auto", Local: true, Usage: "use colour: `auto|always|never`", HideDefault: true},
	}
	return slices.Concat(own, checkFlags(analyzers))
}

// options are the values of the flags and the packages.
type options struct {
	format    string
	color     string
	fix, diff bool
	query     query
}

func lintAction(ctx context.Context, cmd *cli.Command) error {
	o, err := newOptions(cmd)
	if err != nil {
		return err
	}
	stdout, stderr := cmd.Root().Writer, cmd.Root().ErrWriter
	engine, err := newVetEngine(stderr)
	if err != nil {
		return err
	}
	if o.diff {
		return showDiff(ctx, engine, o.query, stdout)
	}
	return lint(ctx, engine, o, stdout, stderr)
}

// newOptions reads and validates the command line.
func newOptions(cmd *cli.Command) (options, error) {
	given := givenCheckFlags(cmd.Flags)
	o := options{
		format: cmd.String("format"),
		color:  cmd.String("color"),
		fix:    cmd.Bool("fix"),
		diff:   cmd.Bool("diff"),
		query: query{
			packages:   cmd.Args().Slice(),
			tags:       cmd.String("tags"),
			checks:     enabledChecks(checkNames(), given),
			checkFlags: given,
		},
	}
	if err := oneOf("format", o.format, "text", "json"); err != nil {
		return o, err
	}
	if err := oneOf("color", o.color, "auto", "always", "never"); err != nil {
		return o, err
	}
	if o.diff && o.format == "json" {
		return o, &failure{msg: "-diff and -format=json cannot be used together", hint: "-format=json has the edits of every fix"}
	}
	if len(o.query.packages) == 0 {
		o.query.packages = []string{"."}
	}
	dir, err := workingDir(cmd.String("C"))
	o.query.dir = dir
	return o, err
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
	if meant := nearest(value, choices); meant != "" {
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

// lint prints what the checks find, after the fixes were applied if that is
// wanted.
func lint(ctx context.Context, e engine, o options, stdout, stderr io.Writer) error {
	var fixErr error
	if o.fix {
		fixErr = e.fix(ctx, o.query)
	}
	findings, err := e.lint(ctx, o.query)
	if fixErr != nil && (err == nil || describe(err) != describe(fixErr)) { // else say it once
		err = errors.Join(fixErr, err)
	}
	if printErr := printFindings(o, findings, stdout, stderr); printErr != nil {
		return printErr
	}
	if err == nil && len(findings) > 0 {
		return errFindings
	}
	return err
}

func printFindings(o options, findings []finding, stdout, stderr io.Writer) error {
	if o.format == "json" {
		return printJSON(stdout, findings)
	}
	text := newTextPrinter(o.query.dir, useColor(o.color)).text(findings)
	if _, err := io.WriteString(stdout, text); err != nil {
		return err
	}
	if len(findings) > 0 {
		say(stderr, summary(findings))
	}
	return nil
}

// showDiff prints what the fixes would change.
func showDiff(ctx context.Context, e engine, q query, stdout io.Writer) error {
	diff, err := e.diff(ctx, q)
	if _, printErr := io.WriteString(stdout, diff); printErr != nil {
		return printErr
	}
	if err == nil && diff != "" {
		return errFindings
	}
	return err
}
