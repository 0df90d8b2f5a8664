package stytchtoken_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchtoken"
)

// handlers returns a package of functions that are as long as handlers are.
// The call in them is what makes the difference.
func handlers(imports, call string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "package bench\n\nimport (\n\t\"log\"\n\t\"net/http\"\n\n%s)\n\ntype server struct{ api *stytchapi.API }\n", imports)
	for i := range 200 {
		fmt.Fprintf(&b, `
func (s *server) handler%d(w http.ResponseWriter, r *http.Request) {
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
		log.Print(i, name)
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
		log.Print(err)
	}
}
`, i, call)
	}
	return b.String()
}

// BenchmarkAnalyzer measures packages of 200 handlers: those that spend a
// token each, those that use the SDK otherwise, and those that do not use it.
func BenchmarkAnalyzer(b *testing.B) {
	const sdk = "\t\"github.com/stytchauth/stytch-go/v18/stytch/consumer/"
	cases := []struct{ name, imports, call string }{
		{"spends", sdk + "oauth\"\n" + sdk + "stytchapi\"\n", "if _, err := s.api.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: token}); err != nil {\n\t\thttp.Error(w, \"no\", http.StatusUnauthorized)\n\t\treturn\n\t}"},
		{"sdk", sdk + "sessions\"\n" + sdk + "stytchapi\"\n", "if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: token}); err != nil {\n\t\thttp.Error(w, \"no\", http.StatusUnauthorized)\n\t\treturn\n\t}"},
		{"unrelated", "\tstytchapi \"text/template\"\n", "log.Print(token)"},
	}
	for _, c := range cases {
		src := handlers(c.imports, c.call)
		if c.name == "unrelated" {
			src = strings.Replace(src, "*stytchapi.API", "*stytchapi.Template", 1)
		}
		pass := fixtest.Pass(stytchtoken.Analyzer, fixtest.Source(b, fixtest.Testdata(b), "stytchtoken/bench", src))
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := stytchtoken.Analyzer.Run(pass); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
