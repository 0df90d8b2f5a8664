package stytchtarget_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchtarget"
)

// load loads packages of testdata, with their tests. Files of overlay stand in
// for those on disk.
func load(t *testing.T, overlay map[string][]byte, patterns ...string) []*packages.Package {
	t.Helper()
	return fixtest.Load(t, fixtest.Testdata(t), overlay, patterns...)
}

func TestGoldenFiles(t *testing.T) {
	_, golden := shapes(t)
	fixtest.GoldenFiles(t, fixtest.Testdata(t), golden...)
}

// All shapes compile, so that what they show is not due to a mistake in them.
func TestShapesCompile(t *testing.T) {
	plain, golden := shapes(t)
	for _, err := range fixtest.Problems(load(t, nil, slices.Concat(plain, golden)...)) {
		t.Error(err)
	}
}

// Each fix leaves code that compiles, and all of them together nothing to fix.
func TestFixedCodeCompiles(t *testing.T) {
	pkgs := fixtest.PackagesOf(t, fixtest.Testdata(t), "stytchtarget", "broken",
		"fixunchecked") // a fix adds lines to a function on one line, which are formatted when it is applied
	fixtest.EachFix(t, stytchtarget.Analyzer, fixtest.Testdata(t), fixtest.After{Files: 10}, pkgs...)
}

// Every beginning of a program is a program that someone was writing.
func TestHalfWrittenFiles(t *testing.T) {
	files := []string{
		"both/both.go", "fixbuilt/fixbuilt_test.go", "fixresults/fixresults.go", "fixuses/fixuses.go",
		"places/places.go", "asking/asking.go", "unchecked/unchecked.go", "compare/compare.go",
	}
	step := 97
	if testing.Short() {
		step = 997
	}
	// All beginnings are packages of one load, which is much quicker.
	overlay := make(map[string][]byte)
	var patterns []string
	root := filepath.Join(fixtest.Testdata(t), "src", "stytchtarget")
	for _, file := range files {
		src, err := os.ReadFile(filepath.Join(root, file))
		if err != nil {
			t.Fatal(err)
		}
		for end := bytes.Index(src, []byte("\n)\n")); end < len(src); end += step {
			name := fmt.Sprintf("half%s%d", strings.TrimSuffix(filepath.Base(file), ".go"), end)
			overlay[filepath.Join(root, name, "half.go")] = src[:end]
			patterns = append(patterns, "stytchtarget/"+name)
		}
	}
	fixtest.Analyze(t, stytchtarget.Analyzer, load(t, overlay, patterns...))
}
