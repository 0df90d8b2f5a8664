package main

import (
	"io"
	"os"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/internal/module"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/fingerprint"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/github"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/sarif"
)

// printFindings prints what was found in the format that is wanted. The error
// err, about packages that could not be checked, goes into a report that has a
// place for it; it is printed to standard error in any case.
func printFindings(o options, r result, err error, stdout, stderr io.Writer) error {
	switch o.format {
	case "json":
		return printJSON(stdout, r.findings)
	case "sarif":
		run := &sarif.Run{
			Version:      buildInfo().Main.Version,
			Checks:       analyzer.All(),
			Findings:     r.findings,
			Fingerprints: fingerprint.Of(r.findings, o.filter.root, r.files),
			Root:         repository(o),
			Files:        r.files,
		}
		if err != nil {
			run.Failure = strings.TrimSpace(describe(err))
		}
		return run.Write(stdout)
	case "github":
		if err := github.Write(stdout, r.findings, repository(o), r.files); err != nil {
			return err
		}
	default:
		text := newTextPrinter(o.query.dir, useColor(o.color), r.files).text(r.findings)
		if _, err := io.WriteString(stdout, text); err != nil {
			return err
		}
	}
	if len(r.findings) > 0 {
		say(stderr, summary(r.findings))
	}
	return nil
}

// repository returns the folder that a service knows files relative to: the
// checkout of a GitHub workflow, the repository, or else the module.
func repository(o options) string {
	if workspace := os.Getenv("GITHUB_WORKSPACE"); workspace != "" {
		if _, ok := module.Rel(workspace, o.query.dir); ok {
			return workspace
		}
	}
	if root := module.Repository(o.query.dir); root != "" {
		return root
	}
	return o.filter.root
}
