// Stytchlint finds mistakes in how Go programs handle the errors of Stytch's
// API.
//
// Usage:
//
//	stytchlint [flags] [packages]
//	stytchlint baseline [-o FILE] [flags] [packages]
//	stytchlint explain CODE|CHECK
//	stytchlint codes [-status N] [-product NAME] [-format text|json|csv]
//	stytchlint gopls [-version VERSION] [-o FILE] [-stytchlint DIR]
//	stytchlint cache [-clean]
//	stytchlint version
//	stytchlint completion bash|zsh|fish|pwsh
//	stytchlint help [COMMAND]
//
// Packages are named as for the go command, and are checked with their tests;
// without any, the package in the current directory is checked. Flags may stand
// before or after them:
//
//	-format=text|json|sarif|github
//	                   how findings are printed
//	-fix               apply the fixes, then report what is left
//	-diff              print the fixes as a unified diff and change nothing
//	-baseline=FILE     leave out the findings in FILE
//	-tags=LIST         build tags, with commas between them
//	-C=DIR             change to DIR first
//	-color=auto|always|never
//	                   auto is for terminals, unless NO_COLOR is set
//
// Every check can be switched off, as with -stytchcode=false, and has its own
// flags, such as -stytchcode.known=new_code. Naming checks without a value,
// as with -stytchcode, runs those checks only. Other build flags are taken
// from GOFLAGS.
//
// # Exit codes
//
//	0  nothing was found
//	1  something was found; with -fix, something is left; with -diff, the diff
//	   is not empty
//	2  wrong usage, or packages could not be loaded or checked, or the program
//	   was interrupted. What was found in other packages is still printed.
//
// They are the same in every format.
//
// # Text
//
// A finding is one line, "file:line:column: message (check)", then the source
// line with the wrong part underlined and the fix, if there is one. Columns
// count bytes from 1.
//
// # JSON
//
// With -format=json, standard output is one JSON value, also when nothing was
// found:
//
//	{
//	  "version": 1,
//	  "findings": [
//	    {
//	      "check": "stytchcode",
//	      "category": "",
//	      "message": "...",
//	      "file": "/absolute/path.go",
//	      "line": 12,
//	      "column": 20,
//	      "endLine": 12,
//	      "endColumn": 38,
//	      "fix": {
//	        "message": "Replace with \"session_not_found\"",
//	        "edits": [{"file": "/absolute/path.go", "start": 210, "end": 228, "new": "..."}]
//	      }
//	    }
//	  ]
//	}
//
// Columns count bytes from 1, and the end is the position after the last byte.
// An edit replaces the bytes of the file from start to end, counted from 0. A
// finding without a fix has no "fix". The version grows when a field changes its
// meaning or goes away; new fields may appear at any time. Errors go to
// standard error, as text.
//
// # SARIF
//
// With -format=sarif, standard output is a SARIF 2.1.0 log with one run: a rule
// for each check, with its documentation; a result for each finding, with its
// range in UTF-16 code units, its fix, and a fingerprint that outlives changes
// elsewhere in the file. Names of files are relative to the repository, and
// %SRCROOT% stands for it.
//
// # GitHub
//
// With -format=github, each finding is a workflow command, from which GitHub
// makes an annotation of the changed file.
//
// # Baseline
//
// "stytchlint baseline" writes today's findings to a file, one a line, and
// -baseline leaves them out of what is reported and fixed. A finding is known
// again by its check, category and file and by the text of its line, not by the
// number of the line.
//
// # Configuration
//
// The file .stytchlint.yaml in the root of the module holds for the command,
// and the command line has the last word:
//
//	checks:
//	  stytchtext: false     # switched off
//	  stytchcode:           # flags of the check
//	    known: [new_code]
//	baseline: .stytchlint-baseline.json
//	exclude:                # files whose findings are neither reported nor fixed
//	  - internal/gen/**
//
// # Cache
//
// What a run finds out is kept for the next one, in a folder that STYTCHLINT_CACHE
// names, or else in one in the user's folder for caches; with STYTCHLINT_CACHE=off,
// nothing is. What is found is the same with it and without it. "stytchlint cache"
// tells how much there is, and -clean removes it.
//
// # As a vet tool
//
// The same program is a tool for the go command, which then runs the checks
// and caches what they find:
//
//	go vet -vettool=$(which stytchlint) ./...
//	go vet -vettool=$(which stytchlint) -fix -diff ./...
//	go fix -fixtool=$(which stytchlint) ./...
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/refuse"
)

func main() {
	// The go command starts a vet tool once for every package: nothing that
	// only people need may happen before this.
	if isVettool(os.Args[1:]) {
		vettool(os.Args[1:]) // exits
	}
	if len(os.Args) > 1 && os.Args[1] == refuse.Flag {
		os.Exit(refuse.Run(os.Args[2:]))
	}

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
