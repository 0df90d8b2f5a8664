package stytchtext_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/analyzer/stytchtext"
)

// handlers returns a package of functions that are as long as handlers are. What they do
// with an error makes the difference.
func handlers(name, call, test string) string {
	var b strings.Builder
	b.WriteString("package bench\n\nimport (\n\t\"net/http\"\n\t\"strings\"\n\n\t\"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions\"\n\t\"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi\"\n)\n\nvar _ = strings.Contains\n\ntype store interface{ Load(token string) error }\n\nvar _ *sessions.AuthenticateParams\n\nvar _ *stytchapi.API\n")
	for i := range 200 {
		fmt.Fprintf(&b, `
func %s%d(w http.ResponseWriter, r *http.Request, api *stytchapi.API, s store) error {
	token := r.URL.Query().Get("token")
	if token == "" {
		http.Error(w, "no token", http.StatusBadRequest)
		return nil
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
	err := s.Load(token)
	if err != nil {
		status = 500
	}
	%s
	if err != nil {
		%s
	}
	w.WriteHeader(status)
	if _, err := w.Write([]byte(name)); err != nil {
		return err
	}
	return err
}
`, name, i, call, test)
	}
	return b.String()
}

// BenchmarkAnalyzer measures packages of 200 handlers: those that search the text of an
// error of the SDK each, those that get such an error, and those that do neither.
func BenchmarkAnalyzer(b *testing.B) {
	const call = "_, err = api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: token})"
	const search = "if strings.Contains(err.Error(), \"session_not_found\") {\n\t\t\tstatus = 401\n\t\t}"
	for _, c := range []struct{ name, function, call, test string }{
		{"searches", "Handler", call, search},
		{"hands on", "Handler", call, "status = 500"},
		{"calls", "handler", call, "status = 500"},
		{"neither", "Handler", "", "status = 500"},
	} {
		pass := fixtest.Pass(stytchtext.Analyzer, fixtest.Source(b, fixtest.Testdata(b), "stytchtext/bench", handlers(c.function, c.call, c.test)))
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				result, err := valueflow.Errors.Run(pass)
				if err != nil {
					b.Fatal(err)
				}
				pass.ResultOf[valueflow.Errors] = result
				if _, err := stytchtext.Analyzer.Run(pass); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
