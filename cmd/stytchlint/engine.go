package main

import "context"

// An engine runs the checks over packages.
type engine interface {
	// lint returns what the checks find. The error is for packages that
	// could not be loaded or checked; what was found in others is returned
	// with it.
	lint(context.Context, query) ([]finding, error)

	// fix applies the fixes to the source.
	fix(context.Context, query) error

	// diff returns the fixes as a unified diff, "" if there are none.
	diff(context.Context, query) (string, error)
}

// A query says what is to be checked, and how.
type query struct {
	dir        string   // the working directory, absolute
	packages   []string // patterns of the go command
	tags       string   // build tags, with commas between them
	checks     []string // the names of the checks that run
	checkFlags []string // flags of the checks, such as "-stytchcode=false"
}
