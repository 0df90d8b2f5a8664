package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/prefilter"
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
	analyzers := analyzer.All()
	if mode, ok := parseMode(args, analyzers); ok {
		last := len(os.Args) - 1
		left, use, err := prefilter.Leave(os.Args[last], mode, analyzers)
		if err != nil {
			fmt.Fprintf(os.Stderr, "stytchlint: %v\n", err)
			os.Exit(exitFindings) // as unitchecker does
		}
		if left {
			os.Exit(exitClean)
		}
		os.Args[last] = use
	}
	flag.Bool(prefilterFlag, true, "leave early where no check can find anything; it changes no result")
	flag.String(cacheKeyFlag, "", "part of the key under which the go command caches what is found")
	unitchecker.Main(analyzers...)
}

// The flags of the tool itself, which mean nothing to the checks. The go command
// must know of them, for they are part of the key of its cache.
const (
	// prefilterFlag switches the prefilter off, to compare.
	prefilterFlag = "prefilter"

	// cacheKeyFlag takes any text. What the go command caches of a package that
	// it has checked as a dependency, for its facts alone, Go 1.26 takes for
	// the whole answer when the package itself is to be checked, and nothing is
	// found. Runs that are about other packages need other keys.
	cacheKeyFlag = "cachekey"
)

// parseMode reads the arguments for a unit as unitchecker does. It reports
// whether the prefilter may look at the unit: not if it is switched off or the
// arguments are wrong, which is for unitchecker to say.
func parseMode(args []string, analyzers []*analysis.Analyzer) (mode prefilter.Mode, ok bool) {
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	on := fs.Bool(prefilterFlag, true, "")
	fs.BoolVar(&mode.JSON, "json", false, "")
	fs.BoolVar(&mode.Fix, "fix", false, "")
	fs.Bool("diff", false, "")
	fs.String(cacheKeyFlag, "", "")
	for _, a := range analyzers {
		fs.Bool(a.Name, false, "")
		a.Flags.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, a.Name+"."+f.Name, "") })
	}
	if err := fs.Parse(args); err != nil {
		return mode, false
	}
	return mode, *on && fs.NArg() == 1 && strings.HasSuffix(fs.Arg(0), ".cfg")
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
