package stytchstatus_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/analyzer/stytchstatus"
)

// handlers returns a package of functions that are as long as handlers are. The test
// of the error in them is what makes the difference.
func handlers(imports, test string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "package bench\n\nimport (\n\t\"errors\"\n\t\"net/http\"\n%s)\n\nvar _ = errors.New\n", imports)
	for i := range 200 {
		fmt.Fprintf(&b, `
func handler%d(w http.ResponseWriter, r *http.Request, err error) {
	token := r.URL.Query().Get("token")
	if token == "" {
		http.Error(w, "no token", http.StatusBadRequest)
		return
	}
	status, name := 200, ""
	for i := range 3 {
		if i > 0 && r.Method == http.MethodPost {
			status++
		}
	}
	switch r.Method {
	case http.MethodGet:
		name = "get"
	case http.MethodPost:
		name = "post"
	}
	%s
	w.WriteHeader(status)
	if _, err := w.Write([]byte(name)); err != nil {
		panic(err)
	}
}
`, i, test)
	}
	return b.String()
}

// BenchmarkAnalyzer measures packages of 200 handlers: those that ask for a status and
// a code each, those that ask for a code alone, and those that ask for none.
func BenchmarkAnalyzer(b *testing.B) {
	const imports = "\t\"github.com/stytchauth/stytch-go/v18/stytch/stytcherror\"\n"
	cases := []struct{ name, imports, test string }{
		{"asks", imports, "var e stytcherror.Error\n\tif errors.As(err, &e) && e.StatusCode == 404 && e.ErrorType == \"session_not_found\" {\n\t\tstatus = 401\n\t}"},
		{"codes", imports, "var e stytcherror.Error\n\tif errors.As(err, &e) && e.ErrorType == \"session_not_found\" {\n\t\tstatus = 401\n\t}"},
		{"unrelated", "", "if err != nil {\n\t\tstatus = 500\n\t}"},
	}
	for _, c := range cases {
		pass := fixtest.Pass(stytchstatus.Analyzer, fixtest.Source(b, fixtest.Testdata(b), "stytchstatus/bench", handlers(c.imports, c.test)))
		pass.ResultOf[valueflow.Analyzer] = new(valueflow.Result)
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := stytchstatus.Analyzer.Run(pass); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
