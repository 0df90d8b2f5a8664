package main

import (
	"context"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/finding"
)

// The values of the flag -engine.
const (
	engineDirect = "direct"
	engineVet    = "vet"
)

// An engine runs the checks over packages.
type engine interface {
	// lint returns what the checks find. The error is for packages that
	// could not be loaded or checked; what was found in others is returned
	// with it.
	lint(context.Context, query) ([]finding.Finding, error)

	// files returns the absolute names of the source files that belong to the
	// packages, under the build tags that hold.
	files(context.Context, query) ([]string, error)
}

// A query says what is to be checked, and how.
type query struct {
	dir        string   // the working directory, absolute
	packages   []string // patterns of the go command
	tags       string   // build tags, with commas between them
	checkFlags []string // flags of the checks, such as "-stytchcode=false"
}

// newEngine returns the engine of a name.
func newEngine(name string, progress observer) (engine, error) {
	vet, err := newVetEngine(progress)
	if err != nil || name == engineVet {
		return vet, err
	}
	return &directEngine{vet}, nil
}
