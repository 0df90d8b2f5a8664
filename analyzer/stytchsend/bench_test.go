package stytchsend_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchsend"
)

// BenchmarkRun measures the check alone: on a package that sends and creates
// in many ways, on one that imports the SDK and does neither, and on one that
// knows nothing of it.
func BenchmarkRun(b *testing.B) {
	for _, pkg := range []string{"stytchsend/helper", "stytchtext/search", "go/types"} {
		b.Run(pkg, func(b *testing.B) {
			pass := passOf(b, pkg)
			lines := 0
			for _, f := range pass.Files {
				lines += pass.Fset.File(f.FileStart).LineCount()
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := stytchsend.Analyzer.Run(pass); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(lines), "ns/line")
		})
	}
}

// passOf returns a pass for a package, without facts.
func passOf(b *testing.B, path string) *analysis.Pass {
	b.Helper()
	b.Setenv("GOPATH", fixtest.Testdata(b))
	b.Setenv("GO111MODULE", "off")
	b.Setenv("GOWORK", "off")
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: fixtest.Testdata(b)}, path)
	if err != nil || len(pkgs) != 1 || len(pkgs[0].Errors) > 0 {
		b.Fatalf("%v: %v", pkgs, err)
	}
	return fixtest.Pass(stytchsend.Analyzer, pkgs[0])
}
