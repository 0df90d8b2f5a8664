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
	return fixtest.Load(t, testdata(t), overlay, patterns...)
}

func TestFixedCodeCompiles(t *testing.T) {
	_, golden := shapes(t)
	fixtest.EachFix(t, stytchtext.Analyzer, testdata(t), 5, nil, golden...)
}

func TestGoldenFiles(t *testing.T) {
	_, golden := shapes(t)
	fixtest.GoldenFiles(t, testdata(t), golden...)
}
