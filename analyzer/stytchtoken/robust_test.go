package stytchtoken_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchtoken"
	"github.com/stytchlint/stytchlint/catalog"
)

// Every beginning of a program is a program that someone was writing.
func TestHalfWrittenFiles(t *testing.T) {
	src := `package half

import (
	"context"
	"errors"

	"github.com/avast/retry-go/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type form struct{ oauth.AuthenticateParams }

func login(ctx context.Context, api *stytchapi.API, f form, list []string) (out string, err error) {
	p := &f.AuthenticateParams
	for i, token := range list {
		resp, err := api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		switch e := err.(type) {
		case stytcherror.Error, *stytcherror.Error:
			goto end
		case nil:
			list[i], p.Token = resp.UserID, list[0]
		}
		if _, ok := errors.AsType[stytcherror.Error](err); ok && resp != nil || i > 3 {
			return login(ctx, api, f, list[1:])
		}
	}
end:
	err = retry.Do(func() error {
		_, err = api.OAuth.AuthenticateWithClaims(ctx, p, map[string]any{"a": &out})
		return err
	})
	return f.Token, err
}
`
	step := 7
	if testing.Short() {
		step = 40
	}
	overlay := make(map[string][]byte)
	var patterns []string
	root := filepath.Join(fixtest.Testdata(t), "src", "stytchtoken")
	for end := strings.Index(src, "type form"); end < len(src); end += step {
		name := fmt.Sprintf("half%d", end)
		overlay[filepath.Join(root, name, "half.go")] = []byte(src[:end])
		patterns = append(patterns, "stytchtoken/"+name)
	}
	fixtest.Analyze(t, stytchtoken.Analyzer, load(t, overlay, patterns...))
}

// What every finding has, whatever it says.
func TestFindings(t *testing.T) {
	messages := map[string]*regexp.Regexp{
		"spent": regexp.MustCompile(`^this [a-zA-Z ]+ was already (authenticated|used) on line \d+( of \S+)?; it works once, so this call (fails|ends with ".*"); use the first result$`),
		"loop":  regexp.MustCompile(`^this [a-zA-Z ]+ stays the same in the loop, but works once: from the second round on the call (fails|ends with ".*"); make the call once, before the loop$`),
		"retry": regexp.MustCompile(`^this [a-zA-Z ]+ works once, so a retry after an answer of the API (fails|ends with ".*"); retry only failures that are not a stytcherror.Error$`),
	}
	found := make(map[string]int)
	plain, golden := shapes(t)
	for _, act := range fixtest.Analyze(t, stytchtoken.Analyzer, load(t, nil, slices.Concat(plain, golden)...)) {
		seen := make(map[string]bool)
		for _, d := range act.Diagnostics {
			at := act.Package.Fset.Position(d.Pos).String()
			message := messages[d.Category]
			switch {
			case d.End <= d.Pos:
				t.Errorf("%s: the range is empty", at)
			case seen[at]:
				t.Errorf("%s: reported twice", at)
			case message == nil || !message.MatchString(d.Message):
				t.Errorf("%s: the message of category %q is %s", at, d.Category, d.Message)
			case len(d.SuggestedFixes) > 0 && d.Category != "spent":
				t.Errorf("%s: a fix for %s", at, d.Category)
			}
			seen[at] = true
			found[d.Category]++
		}
	}
	for category := range messages {
		if found[category] == 0 {
			t.Errorf("no findings of category %s", category)
		}
	}
}

// Long functions and many helpers must not take time out of all proportion.
func TestLongFunctions(t *testing.T) {
	var b strings.Builder
	b.WriteString(`package long

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func f0(ctx context.Context, api *stytchapi.API, token string) error {
	_, err := api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	return err
}

`)
	const helpers = 60
	for i := 1; i < helpers; i++ {
		fmt.Fprintf(&b, "func f%d(ctx context.Context, api *stytchapi.API, token string) error {\n\tif token != \"\" {\n\t\treturn f%d(ctx, api, token)\n\t}\n\treturn f%d(ctx, api, token)\n}\n\n", i, i-1, i-1)
	}
	b.WriteString("func branches(ctx context.Context, api *stytchapi.API, token string, n []int) {\n")
	for i := range 400 {
		fmt.Fprintf(&b, "\tif n[%d] > n[%d] {\n\t\tapi.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})\n\t}\n", i, i+1)
	}
	b.WriteString("}\n\nfunc straight(ctx context.Context, api *stytchapi.API, token string) {\n")
	for range 1500 {
		b.WriteString("\tapi.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})\n")
	}
	fmt.Fprintf(&b, "\tf%d(ctx, api, token)\n}\n", helpers-1)
	file := filepath.Join(fixtest.Testdata(t), "src", "stytchtoken", "long", "long.go")
	found := 0
	for _, act := range fixtest.Analyze(t, stytchtoken.Analyzer, load(t, map[string][]byte{file: []byte(b.String())}, "stytchtoken/long")) {
		found += len(act.Diagnostics)
	}
	if found < 1500 {
		t.Errorf("%d findings, want 1500 or more", found)
	}
}

// A path through a wide switch carries no more for each case that it passes.
func TestWideSwitch(t *testing.T) {
	var b strings.Builder
	b.WriteString(`package wide

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func choose(ctx context.Context, api *stytchapi.API, token string, n int) error {
	switch n {
`)
	for i := range 2000 {
		fmt.Fprintf(&b, "\tcase %d:\n\t\t_, err := api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})\n\t\treturn err\n", i)
	}
	b.WriteString("\t}\n\treturn nil\n}\n")
	file := filepath.Join(fixtest.Testdata(t), "src", "stytchtoken", "wide", "wide.go")
	pkgs := load(t, map[string][]byte{file: []byte(b.String())}, "stytchtoken/wide")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for _, act := range fixtest.Analyze(t, stytchtoken.Analyzer, pkgs) {
		if len(act.Diagnostics) > 0 {
			t.Error(act.Diagnostics)
		}
	}
	runtime.ReadMemStats(&after)
	if bytes := after.TotalAlloc - before.TotalAlloc; bytes > 300<<20 {
		t.Errorf("%d MB allocated", bytes>>20)
	}
}

// The code that other checks are tried on spends no token twice. That of all
// checks together does.
func TestOtherTestdata(t *testing.T) {
	entries, err := os.ReadDir(filepath.Join(fixtest.Testdata(t), "src"))
	if err != nil {
		t.Fatal(err)
	}
	var patterns []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), "stytch") && e.Name() != "stytchtoken" && e.Name() != "stytchtogether" {
			patterns = append(patterns, e.Name()+"/...")
		}
	}
	for _, act := range fixtest.Analyze(t, stytchtoken.Analyzer, load(t, nil, patterns...)) {
		for _, d := range act.Diagnostics {
			t.Errorf("%s: %s", act.Package.Fset.Position(d.Pos), d.Message)
		}
	}
}

// What no person wrote is checked, but not fixed.
func TestGeneratedFiles(t *testing.T) {
	want := map[string]int{"plain.go": 1, "generated.go": 0, "template.tmpl": 0}
	for _, act := range fixtest.Analyze(t, stytchtoken.Analyzer, load(t, nil, "stytchtoken/generated")) {
		for _, d := range act.Diagnostics {
			name := filepath.Base(act.Package.Fset.Position(d.Pos).Filename)
			fixes, ok := want[name]
			if !ok || len(d.SuggestedFixes) != fixes {
				t.Errorf("%s: %d fixes, want %d", name, len(d.SuggestedFixes), fixes)
			}
			delete(want, name)
		}
	}
	if len(want) > 0 {
		t.Errorf("nothing was found in %v", want)
	}
}

// The messages name the codes of the catalog, all of them and no others, and the
// catalog says of each that the call ends with it.
func TestCodesOfOperations(t *testing.T) {
	code := regexp.MustCompile(`"([a-z0-9_]+)"`)
	tokens := 0
	for _, op := range catalog.Operations() {
		if op.Token == "" {
			continue
		}
		tokens++
		message := stytchtoken.Message(op)
		if strings.HasPrefix(message, "this  stays") {
			t.Errorf("%s: no word for its %s", op.Name, op.Token)
		}
		var said []string
		for _, m := range code.FindAllStringSubmatch(message, -1) {
			said = append(said, m[1])
		}
		if !slices.Equal(said, op.Codes) {
			t.Errorf("%s: the message has the codes %q, want %q", op.Name, said, op.Codes)
		}
		for _, name := range said {
			if c, _ := catalog.Lookup(name); !slices.Contains(c.RaisedBy, op.Name) {
				t.Errorf("%s: %q is raised by %q", op.Name, name, c.RaisedBy)
			}
		}
	}
	if tokens < 15 {
		t.Errorf("only %d operations spend a token", tokens)
	}
}
