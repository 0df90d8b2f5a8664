package stytchsend

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/catalog"
)

// A fix looks at what it changes, and not at the other fixes, however many there are
// beside it.
func TestWorkOfFixes(t *testing.T) {
	dir, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	steps := func(n int) int {
		var b strings.Builder
		b.WriteString(`package work

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)
`)
		for i := range n {
			fmt.Fprintf(&b, `
func start%d(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}
`, i)
		}
		var done *check
		a := *Analyzer
		a.Run = func(pass *analysis.Pass) (any, error) {
			if c := run(pass, catalog.Stytch()); c != nil {
				done = c
			}
			return nil, nil
		}
		file := filepath.Join(dir, "src", "stytchsend", "work", "work.go")
		for _, act := range fixtest.Analyze(t, &a, fixtest.Load(t, dir, map[string][]byte{file: []byte(b.String())}, "stytchsend/work")) {
			if len(act.Diagnostics) != n {
				t.Fatalf("%d findings, want %d", len(act.Diagnostics), n)
			}
		}
		return done.uses.Steps
	}
	if few, many := steps(10), steps(80); many > 9*few {
		t.Errorf("%d steps for 10 fixes, %d for 80", few, many)
	}
}
