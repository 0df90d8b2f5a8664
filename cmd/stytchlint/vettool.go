package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/stytchlint/stytchlint/analyzer"
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
		// unitchecker answers with the whole path, and the go command splits
		// the answer at spaces.
		if exe, err := os.Executable(); err == nil && strings.ContainsAny(exe, " \t") {
			if err := printIdentity(os.Stdout, exe); err != nil {
				fmt.Fprintf(os.Stderr, "stytchlint: %v\n", err)
				os.Exit(exitError)
			}
			os.Exit(exitClean)
		}
	}
	unitchecker.Main(analyzer.All()...)
}

// printIdentity prints what unitchecker prints for -V=full, with a short name
// in the place of the path. The hash of the executable becomes part of the
// key under which the go command caches what is found.
func printIdentity(w io.Writer, exe string) error {
	f, err := os.Open(exe)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "stytchlint version devel comments-go-here buildID=%02x\n", h.Sum(nil))
	return err
}
