package stytchtext_test

import (
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchtext"
)

// load loads packages of testdata, with their tests. Files of overlay stand in
// for those on disk.
func load(t *testing.T, overlay map[string][]byte, patterns ...string) []*packages.Package {
	t.Helper()
	return fixtest.Load(t, fixtest.Testdata(t), overlay, patterns...)
}

func TestFixedCodeCompiles(t *testing.T) {
	want := fixtest.After{
		Files:   5,
		New:     []string{"the text of an error that may come from the SDK"}, // which the package imports now
		Fixable: []string{"the text of an SDK error is searched for"},        // only one fix of a file can drop an import, and only one of a function declare variables
	}
	fixtest.EachFix(t, stytchtext.Analyzer, fixtest.Testdata(t), want, fixtest.PackagesOf(t, fixtest.Testdata(t), "stytchtext", "broken")...)
}

func TestGoldenFiles(t *testing.T) {
	_, golden := shapes(t)
	fixtest.GoldenFiles(t, fixtest.Testdata(t), golden...)
}
