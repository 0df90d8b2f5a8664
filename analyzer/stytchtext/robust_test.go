package stytchtext_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchtext"
	"github.com/stytchlint/stytchlint/catalog"
)

// Every beginning of a program is a program that someone was writing.
func TestHalfWrittenFiles(t *testing.T) {
	src := `package half

import (
	"errors"
	"fmt"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

const gone = "session_not_found"

func is(err error, c *consumer.SessionsClient) (found bool, out error) {
	_, err = c.Authenticate(nil, nil)
	for _, s := range []string{gone, "too_many_requests"} {
		msg := fmt.Sprintf("%v", err)
		switch {
		case strings.Contains(msg, s), strings.EqualFold(strings.ToLower(err.Error()), gone):
			return func() bool { return err.Error() == gone }(), fmt.Errorf("x: %w", err)
		}
	}
	if e, ok := errors.AsType[stytcherror.Error](err); ok && e.ErrorMessage == "gone" {
		return
	}
	return true, err
}
`
	step := 7
	if testing.Short() {
		step = 40
	}
	overlay := make(map[string][]byte)
	var patterns []string
	root := filepath.Join(fixtest.Testdata(t), "src", "stytchtext")
	for end := strings.Index(src, "const"); end < len(src); end += step {
		name := fmt.Sprintf("half%d", end)
		overlay[filepath.Join(root, name, "half.go")] = []byte(src[:end])
		patterns = append(patterns, "stytchtext/"+name)
	}
	fixtest.Analyze(t, stytchtext.Analyzer, load(t, overlay, patterns...))
}

// What every finding has, whatever it says.
func TestFindings(t *testing.T) {
	message := regexp.MustCompile(`^(the text of an (SDK error|error that may come from the SDK) is (searched for|compared with) "|ErrorMessage is meant for people).*; .* instead$`)
	category := regexp.MustCompile(`^(code|misspelt|status|message)$`)
	plain, golden := shapes(t)
	for _, act := range fixtest.Analyze(t, stytchtext.Analyzer, load(t, nil, slices.Concat(plain, golden)...)) {
		seen := make(map[string]bool)
		for _, d := range act.Diagnostics {
			at := act.Package.Fset.Position(d.Pos).String()
			switch {
			case d.End <= d.Pos:
				t.Errorf("%s: the range is empty", at)
			case seen[at]:
				t.Errorf("%s: reported twice", at)
			case !message.MatchString(d.Message):
				t.Errorf("%s: the message is %s", at, d.Message)
			case !category.MatchString(d.Category):
				t.Errorf("%s: the category is %q", at, d.Category)
			case len(d.SuggestedFixes) > 0 && d.Category != "code":
				t.Errorf("%s: a fix for %s", at, d.Category)
			}
			seen[at] = true
		}
	}
}

// The codes are those of the catalog that is handed in.
func TestCatalog(t *testing.T) {
	api := catalog.New(catalog.Data{Codes: []catalog.Code{{Name: "teapot_is_full"}}})
	oauth2 := catalog.New(catalog.Data{Codes: []catalog.Code{{Name: "invalid_teapot"}}})
	fixtest.Run(t, fixtest.Testdata(t), stytchtext.New(api, oauth2), "stytchtext/catalog")
}

// Long functions and many helpers must not take time out of all proportion.
func TestLongFunctions(t *testing.T) {
	var b strings.Builder
	b.WriteString(`package long

import (
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer"
)

func f0(err error) error { return err }

`)
	const helpers = 30
	for i := 1; i < helpers; i++ {
		fmt.Fprintf(&b, "func f%d(err error) error {\n\tif err != nil {\n\t\treturn f%d(err)\n\t}\n\treturn f%d(err)\n}\n\n", i, i-1, i-1)
	}
	b.WriteString("func all(c *consumer.SessionsClient, n int) {\n\tvar err error\n")
	const searches = 500
	for i := range searches {
		fmt.Fprintf(&b, "\tif n == %d {\n\t\t_, err = c.Authenticate(nil, nil)\n\t}\n\t_ = strings.Contains(err.Error(), \"session_not_found\")\n", i)
	}
	fmt.Fprintf(&b, "\terr = f%d(err)\n\t_ = strings.Contains(err.Error(), \"session_not_found\")\n}\n", helpers-1)
	file := filepath.Join(fixtest.Testdata(t), "src", "stytchtext", "long", "long.go")
	found := 0
	for _, act := range fixtest.Analyze(t, stytchtext.Analyzer, load(t, map[string][]byte{file: []byte(b.String())}, "stytchtext/long")) {
		found += len(act.Diagnostics)
	}
	if found < searches {
		t.Errorf("%d findings, want %d or more", found, searches)
	}
}

// In a function with very many assignments all of them count, wherever they
// are: what is certain otherwise is not any more.
func TestHugeFunctions(t *testing.T) {
	source := func(branches int) []byte {
		return []byte(`package huge

import (
	"context"
	"os"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func authenticate(ctx context.Context, api *stytchapi.API, n int) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if strings.Contains(err.Error(), "404") || strings.Contains(err.Error(), "session_not_found") {
		return false
	}
	_, err = os.ReadFile("names")
	name := ""
` + strings.Repeat("\tif n > 0 {\n\t\tname = \"name\"\n\t}\n", branches) + `	return err == nil && name == ""
}
`)
	}
	dir := filepath.Join(fixtest.Testdata(t), "src", "stytchtext")
	overlay := map[string][]byte{
		filepath.Join(dir, "small", "small.go"): source(10),
		filepath.Join(dir, "huge", "huge.go"):   source(400),
	}
	want := map[string][]string{
		"stytchtext/small": {`an SDK error is searched for "404"`, `an SDK error is searched for "session_not_found"`},
		"stytchtext/huge":  {`may come from the SDK is searched for "session_not_found"`},
	}
	for _, act := range fixtest.Analyze(t, stytchtext.Analyzer, load(t, overlay, "stytchtext/small", "stytchtext/huge")) {
		path := act.Package.PkgPath
		if len(act.Diagnostics) != len(want[path]) {
			t.Errorf("%s: %d findings, want %d", path, len(act.Diagnostics), len(want[path]))
			continue
		}
		for i, d := range act.Diagnostics {
			if !strings.Contains(d.Message, want[path][i]) {
				t.Errorf("%s: %s, want %s", path, d.Message, want[path][i])
			}
		}
	}
}

// What is made of very many parts is not worth the time, and may hold anything.
func TestManyTexts(t *testing.T) {
	for parts, want := range map[int]int{100: 1, 3000: 0} {
		src := `package many

import (
	"context"
	"fmt"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func authenticate(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
` + strings.Repeat("\terr = fmt.Errorf(\"again: %w\", err)\n", parts) + `	return strings.Contains(err.Error(), "session_not_found")
}
`
		file := filepath.Join(fixtest.Testdata(t), "src", "stytchtext", "many", "many.go")
		for _, act := range fixtest.Analyze(t, stytchtext.Analyzer, load(t, map[string][]byte{file: []byte(src)}, "stytchtext/many")) {
			if len(act.Diagnostics) != want {
				t.Errorf("%d parts: %d findings, want %d", parts, len(act.Diagnostics), want)
			}
		}
	}
}
