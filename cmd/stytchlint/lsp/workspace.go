package lsp

import (
	"context"
	"go/token"

	"github.com/stytchlint/stytchlint/cmd/internal/driver"
)

// A Position is one in a text, as the protocol has it.
type Position struct {
	Line      uint32 `json:"line"`
	Character uint32 `json:"character"` // in units of UTF-16
}

// A Range is a part of a text.
type Range struct {
	Start Position `json:"start"`
	End   Position `json:"end"`
}

// A Workspace is the code that a server looks after.
type Workspace interface {
	// Open returns a file, named by its URI, as it is now.
	Open(ctx context.Context, uri string) (File, error)
}

// A File is a file of Go as it was at one time.
type File interface {
	// Version returns the version of its text, 0 if the client does not show it.
	Version() int32
	// Package returns the package that it belongs to; of several the one with the
	// fewest files.
	Package(ctx context.Context) (Package, error)
	// Close tells that neither the file nor its package is needed any more.
	Close()
}

// A Package is one that need not be type-checked yet.
type Package interface {
	ID() string // tells it from others, as from the same one with its tests
	Path() string
	Imports() []Package
	// Graph returns the same value for all packages as long as nobody imports
	// anything else.
	Graph() any
	// Hash tells its files, as they are, from others.
	Hash(ctx context.Context) (string, error)
	// Mentions reports whether one of its files holds a text.
	Mentions(ctx context.Context, text string) bool
	// Check type-checks it.
	Check(ctx context.Context) (Checked, error)
}

// A Checked is a package that is type-checked, perhaps with errors.
type Checked interface {
	// Identity returns the same value, as by ==, if neither the package nor what it
	// imports has changed and the client shows one of its files. Positions are the same
	// then, too.
	Identity() any
	Syntax() *Syntax
	// Pos returns a position in a file.
	Pos(ctx context.Context, uri string, p Position) (token.Pos, error)
	// Range is the way back.
	Range(ctx context.Context, uri string, start, end token.Pos) (Range, error)
}

// Syntax is what analyzers work on.
type Syntax = driver.Package
