package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/mattn/go-isatty"
	"github.com/urfave/cli/v3"

	"github.com/stytchlint/stytchlint/cmd/internal/edit"
	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/progress"
)

func lintAction(ctx context.Context, cmd *cli.Command) error {
	o, err := newOptions(cmd)
	if err != nil {
		return err
	}
	stdout, stderr := cmd.Root().Writer, cmd.Root().ErrWriter
	status := newStatus(stderr)
	defer status.Stop()
	c, err := newChecker(status)
	if err != nil {
		return err
	}
	return lint(ctx, c, o, stdout, status)
}

// newStatus returns what shows progress and messages on stderr.
func newStatus(stderr io.Writer) *progress.Status {
	f, ok := stderr.(*os.File)
	return progress.New(stderr, ok && os.Getenv("TERM") != "dumb" && (isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd())))
}

// A stopper is a writer of messages that shows progress until it is stopped.
type stopper interface {
	io.Writer
	Stop()
}

// lint prints what the checks find, after the fixes were applied if that is
// wanted, or what the fixes would change.
func lint(ctx context.Context, c *checker, o options, stdout io.Writer, stderr stopper) error {
	r, err := find(ctx, c, o)
	if o.fix && !o.diff {
		r, err = fix(ctx, c, o, r, err)
	}
	stderr.Stop() // standard output may be the same terminal
	if o.diff {
		return showDiff(o, r, err, stdout, stderr)
	}
	if printErr := printFindings(o, r, err, stdout, stderr); printErr != nil {
		return printErr
	}
	if err == nil {
		reportGone(ctx, c, o, r, stderr)
	}
	if err == nil && len(r.findings) > 0 {
		return errFindings
	}
	return err
}

// maxRounds is how often fixes are applied at most, one round after the other.
// Each changes something; there are many only where a fix is possible as soon as
// the one before it is done.
const maxRounds = 100

// fix applies the fixes of what was found, until there is nothing more to apply,
// and returns what is left. A fix that overlaps another one is left to a later
// round. An error that is there before and after is said once.
func fix(ctx context.Context, c *checker, o options, r result, err error) (result, error) {
	for range maxRounds {
		changed, fixErr := applyFixes(r)
		if changed > 0 {
			r, err = find(ctx, c, o)
		}
		if changed == 0 || fixErr != nil {
			return r, join(err, fixErr)
		}
	}
	return r, err
}

// applyFixes changes the source, and returns how many files it changed.
func applyFixes(r result) (changed int, err error) {
	changes, _, err := edit.Changes(r.findings, r.files)
	for _, c := range changes {
		if writeErr := c.Write(); writeErr != nil {
			err = errors.Join(err, fmt.Errorf("cannot apply fixes: %w", writeErr))
			continue
		}
		changed++
	}
	return changed, err
}

// join is errors.Join for errors of which one may hold several already.
func join(errs ...error) error {
	var all []error
	for _, err := range errs {
		if joined, ok := err.(interface{ Unwrap() []error }); ok {
			all = append(all, joined.Unwrap()...)
		} else if err != nil {
			all = append(all, err)
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	return errors.Join(all...)
}

// showDiff prints what the fixes would change.
func showDiff(o options, r result, err error, stdout, stderr io.Writer) error {
	changes, skipped, diffErr := edit.Changes(r.findings, r.files)
	for _, c := range changes {
		if _, printErr := io.WriteString(stdout, c.Diff(o.query.dir)); printErr != nil {
			return printErr
		}
	}
	if skipped > 0 {
		say(stderr, fmt.Sprintf("%s left out, since they overlap others; -fix applies them one after the other\n", count(skipped, "fix", "fixes")))
	}
	if err = join(err, diffErr); err == nil && len(changes) > 0 {
		return errFindings
	}
	return err
}

// count returns a number with the word that goes with it.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// fixable returns how many findings have a fix.
func fixable(findings []finding.Finding) int {
	n := 0
	for _, f := range findings {
		if f.Fix != nil {
			n++
		}
	}
	return n
}
