package stytchunhandled_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled"
)

// load loads packages of testdata, with their tests. Files of overlay stand in
// for those on disk.
func load(t *testing.T, overlay map[string][]byte, patterns ...string) []*packages.Package {
	t.Helper()
	return fixtest.Load(t, testdata(t), overlay, patterns...)
}

func TestFixedCodeCompiles(t *testing.T) {
	fixtest.EachFix(t, stytchunhandled.Analyzer, testdata(t), fixtest.After{Files: 5}, fixtest.PackagesOf(t, testdata(t), "stytchunhandled", "broken")...)
}

func TestGoldenFiles(t *testing.T) {
	_, golden := shapes(t)
	fixtest.GoldenFiles(t, testdata(t), golden...)
}

// A branch on one line is not what gofmt writes: nothing is put into it.
func TestBranchOnOneLine(t *testing.T) {
	const src = `package oneline

import (
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func require(api *stytchapi.API, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("session")})
		if err != nil { log.Println(err) }
		next.ServeHTTP(w, r)
	})
}
`
	file := filepath.Join(testdata(t), "src", "stytchunhandled", "oneline", "oneline.go")
	withoutFixes(t, 1, load(t, map[string][]byte{file: []byte(src)}, "stytchunhandled/oneline"))
}

// withoutFixes reports how packages differ from having a number of findings and
// no fixes.
func withoutFixes(t *testing.T, want int, pkgs []*packages.Package) {
	t.Helper()
	found := 0
	for _, act := range fixtest.Analyze(t, stytchunhandled.Analyzer, pkgs) {
		for _, d := range act.Diagnostics {
			found++
			if len(d.SuggestedFixes) > 0 {
				t.Errorf("%s: a fix", act.Package.Fset.Position(d.Pos))
			}
		}
	}
	if found != want {
		t.Errorf("%d findings, want %d", found, want)
	}
}
