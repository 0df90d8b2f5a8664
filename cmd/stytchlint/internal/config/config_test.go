package config_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/config"
)

// analyzers returns two checks, the first of which has flags.
func analyzers() []*analysis.Analyzer {
	a, b := &analysis.Analyzer{Name: "stytchcode"}, &analysis.Analyzer{Name: "stytchtext"}
	a.Flags.Bool("unknown", true, "")
	a.Flags.String("known", "", "")
	a.Flags.Int("most", 1, "")
	return []*analysis.Analyzer{a, b}
}

// load reads a configuration with the given content.
func load(t *testing.T, content string) (root string, c config.Config, err error) {
	t.Helper()
	root = t.TempDir()
	if err := os.WriteFile(filepath.Join(root, config.Name), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err = config.Load(root, analyzers())
	return root, c, err
}

func TestLoad(t *testing.T) {
	t.Parallel()
	root, c, err := load(t, `# What this module leaves out.
checks:
  stytchtext: false
  stytchcode:
    known: [new_code, "other_code"]
    unknown: false # for now
    most: 12
baseline: ci/baseline.json
exclude:
  - ./internal/gen/
  - "**/*_gen.go"
`)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"-stytchtext=false", "-stytchcode.known=new_code,other_code", "-stytchcode.unknown=false", "-stytchcode.most=12"}
	if !slices.Equal(c.CheckFlags, want) {
		t.Errorf("flags %q, want %q", c.CheckFlags, want)
	}
	if want := filepath.Join(root, "ci", "baseline.json"); c.Baseline != want {
		t.Errorf("baseline %q, want %q", c.Baseline, want)
	}
	for name, want := range map[string]bool{
		"internal/gen/a.go":       true,
		"internal/gen/b/c.go":     true,
		"internal/generator/a.go": false,
		"x_gen.go":                true,
		"a/b/x_gen.go":            true,
		"a/x_gen.go/y.go":         true,
		"a/gen.go":                false,
	} {
		if got := c.Exclude.Match(name); got != want {
			t.Errorf("%s is excluded: %t, want %t", name, got, want)
		}
	}
}

// A pattern says the same in all ways of writing a path.
func TestSpelling(t *testing.T) {
	t.Parallel()
	for _, pattern := range []string{"a/b", "./a/b", "././a/b", ".//a/b", "a//b", "a/./b", "a/b/", "a/b//", "a/c/../b"} {
		c, err := loadIn(t, t.TempDir(), "exclude: ["+pattern+"]\n")
		if err != nil || !slices.Equal(c.Exclude, config.Globs{"a/b"}) {
			t.Errorf("%s: %q, %v", pattern, c.Exclude, err)
		}
	}
}

func TestNothing(t *testing.T) {
	t.Parallel()
	c, err := config.Load(t.TempDir(), analyzers())
	if err != nil || len(c.CheckFlags)+len(c.Exclude)+len(c.Baseline) > 0 {
		t.Errorf("got %v, %v", c, err)
	}
	for _, content := range []string{
		"", "\n", "# nothing\n", "---\n", "{}", "checks:\n", "checks: {}\nexclude: []\n", "exclude:\n",
		"checks:\n  stytchcode: true\n", "checks:\n  stytchcode:\n    {}\n",
	} {
		_, c, err := load(t, content)
		if err != nil || len(c.CheckFlags)+len(c.Exclude)+len(c.Baseline) > 0 {
			t.Errorf("%q: got %v, %v", content, c, err)
		}
	}
}

func TestForms(t *testing.T) {
	t.Parallel()
	for _, content := range []string{
		"checks: {stytchtext: false}\nexclude: [a]\n",
		"checks:\r\n  stytchtext: false\r\nexclude:\r\n  - a\r\n",
		"\uFEFFchecks:\n  stytchtext: false\nexclude: [a]\n",
		"%YAML 1.2\n---\nchecks:\n  stytchtext: false\nexclude: [a]\n",
		"# about it\n---\nchecks:\n  \"stytchtext\": False\nexclude:\n- 'a'\n...\n",
		"exclude:\n  - |\n    a\nchecks:\n  stytchtext: false\n",
	} {
		_, c, err := load(t, content)
		if err != nil || !slices.Equal(c.CheckFlags, []string{"-stytchtext=false"}) || !slices.Equal(c.Exclude, []string{"a"}) {
			t.Errorf("%q: got %v, %v", content, c, err)
		}
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		content      string
		line, column int
		msg, hint    string
	}{
		{"exlude: []\n", 1, 1, `unknown key "exlude"`, `did you mean "exclude"?`},
		{"\nzzz: 1\n", 2, 1, `unknown key "zzz"`, "the choices are checks, baseline, exclude"},
		{"checks:\n  stytchcoed: false\n", 2, 3, `unknown check "stytchcoed"`, `did you mean "stytchcode"?`},
		{"checks:\n  stytchcode:\n    knwon: [x]\n", 3, 5, `unknown flag of stytchcode "knwon"`, `did you mean "known"?`},
		{"checks:\n  stytchtext:\n    known: [x]\n", 3, 5, "stytchtext has no flags", "true or false"},
		{"checks:\n  stytchcode: perhaps\n", 2, 3, "stytchcode is true or false, or has flags", "stytchlint explain stytchcode"},
		{"checks:\n  stytchcode:\n", 2, 3, "stytchcode is true or false, or has flags", ""},
		{"checks:\n  stytchcode:\n    unknown: perhaps\n", 3, 14, "invalid value for unknown: parse error", ""},
		{"checks:\n  stytchcode:\n    known: {a: b}\n", 3, 12, "known is no text", ""},
		{"checks: [stytchcode]\n", 1, 9, "checks is no mapping", ""},
		{"exclude: a/**\n", 1, 10, "exclude is no list", ""},
		{"exclude:\n  - a\n  - [b]\n", 3, 5, "exclude is no text", ""},
		{"exclude:\n  - /a\n", 2, 5, `"/a": an absolute path`, "relative to the module's root"},
		{"exclude:\n  - ../a\n", 2, 5, `"../a": a path outside`, ""},
		{"exclude:\n  - \"[\"\n", 2, 5, `"[": a malformed pattern`, ""},
		{"exclude:\n  - \"\"\n", 2, 5, `"": an empty pattern`, ""},
		{"exclude:\n  - ./\n", 2, 5, `"./": the whole module`, ""},
		{"exclude:\n  - a/../../b\n", 2, 5, `"a/../../b": a path outside`, ""},
		{"baseline: [a]\n", 1, 11, "baseline is no text", ""},
		{"baseline: a\nbaseline: b\n", 2, 1, `mapping key "baseline" already defined`, ""},
		{"a list\n", 1, 1, "the file is no mapping", ""},
		{"baseline: a\n---\nbaseline: b\n", 3, 1, "a second document", "one configuration"},
		{"checks:\n  - a\n b: c\n", 3, 2, "", ""},
		{"baseline: \"a\n", 1, 11, "", ""},
		{"checks:\n\tstytchcode: false\n", 2, 1, "", ""},
	} {
		_, _, err := load(t, tt.content)
		e, ok := errors.AsType[*config.Error](err)
		if !ok {
			t.Errorf("%q: error %v", tt.content, err)
			continue
		}
		if e.Line != tt.line || e.Column != tt.column || !strings.Contains(e.Msg, tt.msg) || !strings.Contains(e.Hint, tt.hint) ||
			e.Msg == "" || strings.Contains(e.Msg, "\n") {
			t.Errorf("%q: got %d:%d: %q (%q), want %d:%d: %q (%q)",
				tt.content, e.Line, e.Column, e.Msg, e.Hint, tt.line, tt.column, tt.msg, tt.hint)
		}
	}
}

func TestAllErrors(t *testing.T) {
	t.Parallel()
	_, _, err := load(t, "exlude: []\nchecks:\n  stytchx: true\n")
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok || len(joined.Unwrap()) != 2 {
		t.Errorf("got %v", err)
	}
}

func TestUnreadable(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, ".stytchlint.yml"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := config.Load(root, analyzers())
	if err == nil || !strings.Contains(err.Error(), "is called .stytchlint.yaml") {
		t.Errorf("the other name: %v", err)
	}
	if err := os.Mkdir(filepath.Join(root, config.Name), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := config.Load(root, analyzers()); err == nil {
		t.Error("a folder is read")
	}
}
