package docs_test

import (
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
)

const source = `// Package x defines an analyzer.
//
// # Analyzer x
//
// x: check something
//
// More about it:
//
//	code()
//
// The end.
package x

// # Analyzer y
//
// y is no analyzer of this package.
`

func TestExtract(t *testing.T) {
	want := "x: check something\n\nMore about it:\n\n\tcode()\n\nThe end."
	if got := docs.Extract(source, "x"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestExtractPanics(t *testing.T) {
	for name, source := range map[string]string{
		"no section":     "// Package x.\npackage x\n",
		"another name":   source,
		"wrong begin":    "// # Analyzer z\n//\n// check something\npackage z\n",
		"name as prefix": "// # Analyzer zz\n//\n// zz: check something\npackage z\n",
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			docs.Extract(source, "z")
		})
	}
}
