package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/urfave/cli/v3"
	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/baseline"
)

func baselineCommand(analyzers []*analysis.Analyzer) *cli.Command {
	return &cli.Command{
		Name:      "baseline",
		Usage:     "write today's findings to a file that -baseline reads",
		ArgsUsage: "[packages]",
		Description: "Without packages, all of the module are checked. The file is the one in\n" +
			".stytchlint.yaml, or " + baseline.DefaultName + " in the module's root.",
		Flags: slices.Concat(
			[]cli.Flag{&cli.StringFlag{Name: "o", Local: true, Usage: "write `FILE` instead"}},
			packageFlags(), checkFlags(analyzers),
		),
		Action: baselineAction,
	}
}

// baselineAction writes nothing unless all packages could be checked: what is
// left out would be reported as new.
func baselineAction(ctx context.Context, cmd *cli.Command) error {
	var o options
	c, err := o.configure(cmd)
	if err != nil {
		return err
	}
	file := cmp.Or(relativeTo(o.query.dir, cmd.String("o")), c.Baseline, filepath.Join(o.filter.root, baseline.DefaultName))
	dir := o.query.dir
	if len(o.query.packages) == 0 {
		o.query.dir, o.query.packages = o.filter.root, []string{"./..."}
	}
	status := newStatus(cmd.Root().ErrWriter)
	defer status.Stop()
	checker, err := newChecker(status)
	if err != nil {
		return err
	}
	r, err := find(ctx, checker, o)
	if err != nil {
		return join(err, &failure{msg: "no baseline is written"})
	}
	if err := baseline.New(r.findings, o.filter.root, r.files).Write(file); err != nil {
		return fmt.Errorf("cannot write the baseline: %w", err)
	}
	say(status, fmt.Sprintf("%s written to %s\n", count(len(r.findings), "finding", "findings"), shortPath(dir, file)))
	return nil
}
