package stytchunhandled_test

import (
	"fmt"
	"go/types"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled"
)

const imports = "package p\n\nimport (\n\t\"log\"\n\t\"net/http\"\n\n\t\"github.com/stytchauth/stytch-go/v18/stytch/consumer\"\n)\n\n"

// BenchmarkRun measures the check on packages of 1,000 functions: where each
// asks Stytch, where none does, and where the SDK is not imported at all.
func BenchmarkRun(b *testing.B) {
	for _, bb := range []struct{ name, imports, function string }{
		{"handlers", imports, `func f%d(c *consumer.SessionsClient, w http.ResponseWriter) {
	if _, err := c.Authenticate(nil, nil); err != nil {
		log.Println(err)
		http.Error(w, "x", http.StatusInternalServerError)
		return
	}
	w.Write(nil)
}
`},
		{"no such calls", imports, `func f%d(c *consumer.UsersClient, w http.ResponseWriter) {
	if err := f(); err != nil {
		log.Println(err)
		http.Error(w, "x", http.StatusInternalServerError)
		return
	}
	w.Write(nil)
}
`},
		{"no SDK", "package p\n\nimport \"os\"\n\n", `func f%d(name string) {
	if err := f(); err != nil {
		os.Remove(name)
		return
	}
}
`},
	} {
		b.Run(bb.name, func(b *testing.B) {
			var src strings.Builder
			src.WriteString(bb.imports + "func f() error { return nil }\n\n")
			for i := range 1000 {
				fmt.Fprintf(&src, bb.function, i)
			}
			run := prepare(b, src.String())
			b.ReportAllocs()
			for b.Loop() {
				run()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1000, "ns/func")
		})
	}
}

// prepare type-checks a package and returns what runs the check on it, apart
// from what it requires.
func prepare(b *testing.B, src string) func() {
	b.Helper()
	dir, err := filepath.Abs("../../testdata")
	if err != nil {
		b.Fatal(err)
	}
	overlay := map[string][]byte{filepath.Join(dir, "src", "benchmark", "p", "p.go"): []byte(src)}
	pkgs := fixtest.Load(b, dir, overlay, "benchmark/p")
	if errs := fixtest.Problems(pkgs); len(errs) > 0 {
		b.Fatal(errs)
	}
	// The results of what the check requires do not count.
	pass := new(analysis.Pass)
	capture := &analysis.Analyzer{
		Name:     "capture",
		Doc:      "capture the pass",
		Requires: []*analysis.Analyzer{inspect.Analyzer, ignore.Analyzer},
		Run: func(p *analysis.Pass) (any, error) {
			*pass = *p
			return nil, nil
		},
	}
	if _, err := checker.Analyze([]*analysis.Analyzer{capture}, pkgs, nil); err != nil {
		b.Fatal(err)
	}
	pass.Analyzer = stytchunhandled.Analyzer
	pass.Report = func(analysis.Diagnostic) {}
	pass.AllObjectFacts = func() []analysis.ObjectFact { return nil }
	pass.ImportObjectFact = noFact
	pass.ExportObjectFact = ignoreFact
	return func() {
		if _, err := stytchunhandled.Analyzer.Run(pass); err != nil {
			b.Fatal(err)
		}
	}
}

func noFact(types.Object, analysis.Fact) bool { return false }

func ignoreFact(types.Object, analysis.Fact) {}
