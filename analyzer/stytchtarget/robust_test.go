package stytchtarget_test

import (
	"bytes"
	"fmt"
	"maps"
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
	return fixtest.Load(t, testdata(t), overlay, patterns...)
}

func TestGoldenFiles(t *testing.T) {
	_, golden := shapes(t)
	if len(golden) == 0 {
		t.Skip("no golden files are selected")
	}
	fixtest.GoldenFiles(t, testdata(t), golden...)
}

// All shapes compile, so that what they show is not due to a mistake in them.
func TestShapesCompile(t *testing.T) {
	plain, golden := shapes(t)
	for _, err := range fixtest.Problems(load(t, nil, slices.Concat(plain, golden)...)) {
		t.Error(err)
	}
}

// All fixes of all shapes together leave code that compiles, and in which
// nothing is left to fix.
func TestFixedCodeCompiles(t *testing.T) {
	plain, golden := shapes(t)
	overlay := fixtest.Fixed(t, fixtest.Analyze(t, stytchtarget.Analyzer, load(t, nil, slices.Concat(plain, golden)...)))
	if *only == "" && len(overlay) < 10 {
		t.Errorf("only %d files have fixes", len(overlay))
	}
	changed := make(map[string]bool)
	for file := range overlay {
		dir, err := filepath.Rel(filepath.Join(testdata(t), "src"), filepath.Dir(file))
		if err != nil {
			t.Fatal(err)
		}
		changed[filepath.ToSlash(dir)] = true
	}
	if len(changed) == 0 {
		t.Skip("no fixes")
	}
	after := load(t, overlay, slices.Sorted(maps.Keys(changed))...)
	for _, err := range fixtest.Problems(after) {
		t.Errorf("after the fixes: %s", err)
	}
	for file := range fixtest.Fixed(t, fixtest.Analyze(t, stytchtarget.Analyzer, after)) {
		t.Errorf("%s: the fixes leave something to fix", file)
	}
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
	root := filepath.Join(testdata(t), "src", "stytchtarget")
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
