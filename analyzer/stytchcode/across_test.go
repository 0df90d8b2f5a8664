package stytchcode_test

import (
	"bytes"
	"fmt"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchcode"
)

// across returns the packages below stytchcode_across: those whose fixes are
// pinned by golden files, and the others.
func across(t *testing.T) (plain, golden []string) {
	t.Helper()
	src := filepath.Join(testdata(t), "src")
	err := fs.WalkDir(os.DirFS(src), "stytchcode_across", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || !d.IsDir():
			return err
		case d.Name() == "vendor":
			return fs.SkipDir
		}
		sources, _ := filepath.Glob(filepath.Join(src, path, "*.go"))
		goldens, _ := filepath.Glob(filepath.Join(src, path, "*.golden"))
		switch {
		case *only != "" && !slices.Contains(strings.Split(path, "/"), *only):
		case len(goldens) > 0:
			golden = append(golden, path)
		case len(sources) > 0:
			plain = append(plain, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return plain, golden
}

// Codes are followed from package to package.
func TestAcross(t *testing.T) {
	plain, _ := across(t)
	if len(plain) > 0 {
		fixtest.Run(t, testdata(t), stytchcode.Analyzer, plain...)
	}
}

// Fixes write into strings, too.
func TestAcrossFixes(t *testing.T) {
	_, golden := across(t)
	if len(golden) > 0 {
		fixtest.RunWithSuggestedFixes(t, testdata(t), stytchcode.Analyzer, golden...)
	}
}

// replaceable is what a fix may replace: a code in quotes or, in a string of
// JSON, without; or several strings that make one.
var replaceable = regexp.MustCompile("^(\\w+|[\"`]\\w+[\"`]( ?\\+ ?[\"`]\\w+[\"`])*)$")

// What every finding has, whatever it says, it has across packages.
func TestAcrossFindings(t *testing.T) {
	plain, golden := across(t)
	for _, act := range fixtest.Analyze(t, stytchcode.Analyzer, load(t, nil, slices.Concat(plain, golden)...)) {
		seen := make(map[string]bool)
		for _, d := range act.Diagnostics {
			at := act.Package.Fset.Position(d.Pos).String()
			switch {
			case d.End <= d.Pos:
				t.Errorf("%s: the range is empty", at)
			case seen[at]:
				t.Errorf("%s: reported twice", at)
			case strings.Count(d.Message, "compares it with ErrorType") > 1:
				t.Errorf("%s: the message is %s", at, d.Message)
			}
			seen[at] = true
			// Unless it takes the code out, a fix replaces it, with its quotes or without, and no more.
			for _, f := range d.SuggestedFixes {
				if strings.HasPrefix(f.Message, "Remove ") {
					continue
				}
				for _, e := range f.TextEdits {
					if old := textAt(t, act, e.Pos, e.End); !replaceable.MatchString(old) {
						t.Errorf("%s: the fix replaces %s", at, old)
					}
				}
			}
		}
	}
}

// textAt returns the source between two positions.
func textAt(t *testing.T, act *checker.Action, pos, end token.Pos) string {
	t.Helper()
	file := act.Package.Fset.File(pos)
	content, err := os.ReadFile(file.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(content[file.Offset(pos):file.Offset(end)])
}

// Carriage returns are no part of a raw string's value, but of its place.
func TestJSONWithCarriageReturns(t *testing.T) {
	src := strings.ReplaceAll(`package crlf

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

var _ stytcherror.Error

const body = `+"`"+`{
	"status_code": 404,
	"error_message": "gone",
	"error_type": "sesion_not_found"
}`+"`"+`
`, "\n", "\r\n")
	file := filepath.Join(testdata(t), "src", "stytchcode_across", "crlf", "crlf.go")
	found := 0
	for _, act := range fixtest.Analyze(t, stytchcode.Analyzer, load(t, map[string][]byte{file: []byte(src)}, "stytchcode_across/crlf")) {
		for _, d := range act.Diagnostics {
			found++
			tf := act.Package.Fset.File(d.Pos)
			got := src[tf.Offset(d.Pos):tf.Offset(d.End)]
			if !strings.Contains(got, "sesion_not_found") {
				t.Errorf("the finding is about %q", got)
			}
			if len(d.SuggestedFixes) > 0 && got != "sesion_not_found" {
				t.Errorf("the fix replaces %q", got)
			}
		}
	}
	if found != 1 {
		t.Errorf("%d findings, want 1", found)
	}
}

// Every beginning of a package that uses others is one that someone was writing.
func TestHalfWrittenImporters(t *testing.T) {
	root := filepath.Join(testdata(t), "src", "stytchcode_across")
	overlay := make(map[string][]byte)
	var patterns []string
	for _, name := range []string{"portal/portal.go", "trickyuse/trickyuse.go", "teamuse/support/support.go", "inventory/inventory.go"} {
		src, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		step := 97
		if testing.Short() {
			step = 509
		}
		for end := bytes.Index(src, []byte("func")); end < len(src); end += step {
			pkg := fmt.Sprintf("half_%s_%d", filepath.Base(filepath.Dir(name)), end)
			overlay[filepath.Join(root, pkg, "half.go")] = src[:end]
			patterns = append(patterns, "stytchcode_across/"+pkg)
		}
	}
	fixtest.Analyze(t, stytchcode.Analyzer, load(t, overlay, patterns...))
}
