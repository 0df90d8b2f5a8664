package stytchunhandled_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
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
			pass := fixtest.Pass(stytchunhandled.Analyzer, fixtest.Source(b, testdata(b), "benchmark/p", src.String()))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := stytchunhandled.Analyzer.Run(pass); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/1000, "ns/func")
		})
	}
}
