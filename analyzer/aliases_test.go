package analyzer_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/catalog"
)

// strangers is a program that uses Stytch and has codes of other systems beside.
const strangers = `package products

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type server struct{ stytch *stytchapi.API }

func (s *server) signedIn(ctx context.Context, token string) bool {
	_, err := s.stytch.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	return err == nil
}

type billingError struct {
	Code      string ` + "`json:\"code\"`" + `
	ErrorType string ` + "`json:\"error_type\"`" + `
}

func (e billingError) Error() string { return e.Code }

func billing() (e billingError, err error) {
	resp, err := http.Get("https://billing.example.com/v1/invoices")
	if err != nil {
		return e, err
	}
	defer resp.Body.Close()
	return e, json.NewDecoder(resp.Body).Decode(&e)
}

func answer(w http.ResponseWriter, code string) {
	_ = json.NewEncoder(w).Encode(map[string]string{"error_type": code})
}
`

// Names that people make up for codes of Stytch are codes of other systems. There,
// nobody minds them.
func TestAliasesOfOthers(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString(strangers)
	names := aliasNames(t)
	for n, name := range names {
		fmt.Fprintf(&b, `
func f%[1]d(w http.ResponseWriter, e billingError) bool {
	if e.Code == %[2]q || e.ErrorType == %[2]q || e.Error() == %[2]q {
		answer(w, %[2]q)
		return true
	}
	switch failed, _ := billing(); failed.Code {
	case %[2]q:
		return true
	}
	return false
}
`, n, name)
	}
	if len(names) < 300 {
		t.Fatalf("only %d names", len(names))
	}
	for _, d := range diagnose(t, b.String()) {
		t.Error(d)
	}
}

// aliasNames returns the invented names of the catalog.
func aliasNames(t *testing.T) []string {
	t.Helper()
	content, err := os.ReadFile("../catalog/codes/aliases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(content)) {
		name, _, _ := strings.Cut(line, "\t")
		if _, ok := catalog.Stytch().Alias(name); ok {
			names = append(names, name)
		}
	}
	return names
}
