package stytchcredentials_test

import (
	"go/constant"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchcredentials"
)

// analyze returns what the analyzer does with packages of testdata, with their
// tests. Files of overlay stand in for those on disk.
func analyze(t *testing.T, overlay map[string][]byte, patterns ...string) []*checker.Action {
	t.Helper()
	return fixtest.Analyze(t, stytchcredentials.Analyzer, fixtest.Load(t, fixtest.Testdata(t), overlay, patterns...))
}

// What every finding has, whatever it says.
func TestFindings(t *testing.T) {
	message := regexp.MustCompile(`^("|//stytchlint:ignore ).*[^.]$`)
	category := regexp.MustCompile(`^(environment|swapped|publictoken|workspacekey|option|baseuri|unused)$`)
	count := 0
	for _, act := range analyze(t, nil, "stytchcredentials/...") {
		for _, d := range act.Diagnostics {
			count++
			posn := act.Package.Fset.Position(d.Pos)
			if d.End <= d.Pos {
				t.Errorf("%s: the range is empty", posn)
			}
			if !category.MatchString(d.Category) {
				t.Errorf("%s: the category is %q", posn, d.Category)
			}
			if !message.MatchString(d.Message) {
				t.Errorf("%s: the message is %s", posn, d.Message)
			}
			if len(d.SuggestedFixes) > 1 {
				t.Errorf("%s: %d fixes", posn, len(d.SuggestedFixes))
			}
		}
	}
	if count < 50 {
		t.Errorf("%d findings", count)
	}
}

// Messages go to logs that more people read than the source.
func TestNoMessageShowsACredential(t *testing.T) {
	shown := regexp.MustCompile(`\b(project|secret|public-token|workspace-key)-[^ "]*`)
	prefix := regexp.MustCompile(`^(project-(live|test)|secret-(live|test)|public-token-(live|test)|workspace-key)-…$`)
	for _, act := range analyze(t, nil, "stytchcredentials/...") {
		credentials := make(map[string]bool)
		for _, tv := range act.Package.TypesInfo.Types {
			if tv.Value == nil || tv.Value.Kind() != constant.String {
				continue
			}
			if v := constant.StringVal(tv.Value); shown.MatchString(v) && strings.ContainsAny(v, "0123456789") {
				credentials[v] = true
			}
		}
		for _, d := range act.Diagnostics {
			texts := []string{d.Message}
			for _, f := range d.SuggestedFixes {
				texts = append(texts, f.Message)
			}
			for _, text := range texts {
				for v := range credentials {
					if strings.Contains(text, v) {
						t.Errorf("%s shows %s", text, v)
					}
				}
				for _, s := range shown.FindAllString(text, -1) {
					if !prefix.MatchString(s) {
						t.Errorf("%s shows %s", text, s)
					}
				}
			}
		}
	}
}

// Helpers that call each other must not take time out of all proportion.
func TestManyCalls(t *testing.T) {
	var b strings.Builder
	b.WriteString(`package many

import "github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

func h0(s string) string { return s }
`)
	for i := 1; i < 40; i++ {
		prev, this := "h"+string(rune('A'+(i-1)%26))+strings.Repeat("x", (i-1)/26), "h"+string(rune('A'+i%26))+strings.Repeat("x", i/26)
		if i == 1 {
			prev = "h0"
		}
		b.WriteString("func " + this + "(s string) string { return " + prev + "(" + prev + "(s)) + " + prev + "(s) }\n")
	}
	b.WriteString("\nfunc f() { stytchapi.NewClient(hNx(\"project-live-1\"), \"secret-test-2\") }\n")
	file := filepath.Join(fixtest.Testdata(t), "src", "stytchcredentials", "many", "many.go")
	analyze(t, map[string][]byte{file: []byte(b.String())}, "stytchcredentials/many")
}

// Every beginning of a program is a program that someone was writing.
func TestHalfWrittenFiles(t *testing.T) {
	src := `package half

import (
	"cmp"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

var id, secret = both()

func both() (string, string) { return "project-live-1", cmp.Or(os.Getenv("S"), "secret-test-2") }

func client() (a, b any) {
	v, ok := os.LookupEnv("V")
	if !ok || len(v) == 0 {
		v = "secret-" + "live" + secret
	}
	for _, x := range []string{v} {
		v += x
	}
	return stytchapi.NewClient(id, v, stytchapi.WithBaseURI("https://api.stytch.com"), nil)
}
`
	overlay := make(map[string][]byte)
	var patterns []string
	for end := strings.Index(src, "var"); end < len(src); end += 9 {
		name := "half" + strings.Repeat("x", end/9)
		overlay[filepath.Join(fixtest.Testdata(t), "src", "stytchcredentials", name, "half.go")] = []byte(src[:end])
		patterns = append(patterns, "stytchcredentials/"+name)
	}
	analyze(t, overlay, patterns...)
}
