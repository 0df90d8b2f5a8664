package analyzer_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/catalog"
)

// askers are functions that ask one product and look at what the error is.
var askers = map[catalog.Products]string{
	catalog.Consumer: `package products

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func ask(ctx context.Context, api *stytchapi.API) (e stytcherror.Error, ok bool) {
	_, err := api.Users.Create(ctx, &users.CreateParams{Email: "somebody@example.com"})
	return e, errors.As(err, &e)
}
`,
	catalog.B2B: `package products

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/organizations/members"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func ask(ctx context.Context, api *b2bstytchapi.API) (e stytcherror.Error, ok bool) {
	_, err := api.Organizations.Members.Create(ctx, &members.CreateParams{EmailAddress: "somebody@example.com"})
	return e, errors.As(err, &e)
}
`,
}

// A code that no source shows for a product may be sent there: no check minds it,
// and a misspelt one is corrected to it all the same.
func TestUnseenProducts(t *testing.T) {
	t.Parallel()
	for product, asker := range askers {
		t.Run(product.String(), func(t *testing.T) {
			t.Parallel()
			var right, misspelt strings.Builder
			var unseen []string
			for _, c := range catalog.All() {
				if c.Products.Unseen() != product {
					continue
				}
				condition := fmt.Sprintf("e.ErrorType == %q", c.Name)
				if c.Status != 0 {
					condition += fmt.Sprintf(" && e.StatusCode == %d", c.Status)
				}
				fmt.Fprintf(&right, "\nfunc is%d(e stytcherror.Error) bool { return %s }\n", len(unseen), condition)
				fmt.Fprintf(&misspelt, "\nfunc is%d(e stytcherror.Error) bool { return e.ErrorType == %q }\n", len(unseen), c.Name[:1]+c.Name)
				unseen = append(unseen, c.Name)
			}
			if len(unseen) < 20 {
				t.Fatalf("only %d codes are not seen for %s", len(unseen), product)
			}
			for _, d := range diagnose(t, asker+right.String()) {
				t.Errorf("right: %s", d)
			}
			found := strings.Join(diagnose(t, asker+misspelt.String()), "\n")
			for _, code := range unseen {
				if !strings.Contains(found, fmt.Sprintf("did you mean %q?", code)) {
					t.Errorf("the misspelt %s is not corrected", code)
				}
			}
		})
	}
}

// diagnose returns what the checks say of a package.
func diagnose(t *testing.T, src string) []string {
	t.Helper()
	dir, err := filepath.Abs("../testdata")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "src", "stytchtogether", "products", "products.go")
	pkgs := fixtest.Load(t, dir, map[string][]byte{file: []byte(src)}, "stytchtogether/products")
	if problems := fixtest.Problems(pkgs); len(problems) > 0 {
		t.Fatal(problems)
	}
	var found []string
	for _, act := range fixtest.AnalyzeAll(t, analyzer.All(), pkgs) {
		found = append(found, messages(act)...)
	}
	return found
}

func messages(act *checker.Action) []string {
	var list []string
	for _, d := range act.Diagnostics {
		list = append(list, act.Analyzer.Name+": "+d.Message)
	}
	return list
}
