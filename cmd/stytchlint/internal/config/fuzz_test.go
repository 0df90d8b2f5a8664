package config_test

import (
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/config"
	"github.com/stytchlint/stytchlint/testdata/fuzzseed"
)

// FuzzLoad reads a file with any content. What is wrong with it is told in one
// line, with a place in the file; what is read means something to the command,
// and can be written and read again.
func FuzzLoad(f *testing.F) {
	contents := []string{
		"",
		"\uFEFF# nothing\n---\n",
		"checks:\n  stytchtext: false\n  stytchcode:\n    known: [new_code, \"other_code\"]\n    unknown: false # for now\n    most: 12\n",
		"baseline: ci/baseline.json\nexclude:\n  - ./internal/gen/\n  - \"**/*_gen.go\"\n  - /abs\n  - ../up\n  - '[a'\n",
		"checks: {stytchcode: {known: [a, b,], most: x}, stytchtxt: true}",
		"checks:\n  stytchcode:\n    known: |\n      a,b\n    most: 0x10\n",
		"a: &x [1]\nb: *x\n<<: *x\n? [k]\n: v\n",
		"baseline: !!str 12\n--- \nexclude: ~\n",
		"exclude: >-\n  a\n",
		"exclude: [00//, ././a//b, ./]\n",
		"checks:\n- a\n...\n%YAML 1.2\n",
		"{",
		"\tbaseline: x",
	}
	for _, content := range append(contents, fuzzseed.Changed(500, contents...)...) {
		f.Add(content)
	}
	root := f.TempDir()
	f.Fuzz(func(t *testing.T, content string) {
		c, err := loadIn(t, root, content)
		if err != nil {
			checkErrors(t, content, err)
			return
		}
		flags := flag.NewFlagSet("", flag.ContinueOnError)
		flags.SetOutput(io.Discard)
		for _, a := range analyzers() {
			flags.Bool(a.Name, true, "")
			a.Flags.VisitAll(func(f *flag.Flag) { flags.Var(f.Value, a.Name+"."+f.Name, "") })
		}
		if err := flags.Parse(c.CheckFlags); err != nil || flags.NArg() > 0 {
			t.Errorf("flags %q: %v", c.CheckFlags, err)
		}
		if c.Baseline != "" && !filepath.IsAbs(c.Baseline) {
			t.Errorf("baseline %q", c.Baseline)
		}
		for _, glob := range c.Exclude {
			c.Exclude.Match(glob) // does not panic, and ends
		}
		written, ok := write(c)
		if !ok {
			return
		}
		if again, err := loadIn(t, root, written); err != nil || !reflect.DeepEqual(again, c) {
			t.Errorf("%+v became %+v, %v by\n%s", c, again, err, written)
		}
	})
}

func loadIn(t *testing.T, root, content string) (config.Config, error) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(root, config.Name), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return config.Load(root, analyzers())
}

// checkErrors checks that each error is a line about a place in the file.
func checkErrors(t *testing.T, content string, err error) {
	t.Helper()
	lines := 1 + strings.Count(content, "\n") + strings.Count(content, "\r") // both end a line of YAML
	errs := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		errs = joined.Unwrap()
	}
	for _, err := range errs {
		e, ok := errors.AsType[*config.Error](err)
		if !ok || e.Msg == "" || strings.Contains(e.Msg+e.Hint, "\n") || e.Line < 0 || e.Line > lines {
			t.Errorf("%T: %+v", err, err)
		}
	}
}

// write returns the content of a file that says what c does, if that can be
// written without escapes.
func write(c config.Config) (content string, ok bool) {
	var b strings.Builder
	quoted := func(s string) string {
		q := strconv.Quote(s)
		ok = ok && q == `"`+s+`"` && !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 })
		return q
	}
	ok = true
	b.WriteString("checks:\n")
	last := ""
	for _, f := range c.CheckFlags {
		name, value, _ := strings.Cut(strings.TrimPrefix(f, "-"), "=")
		check, name, ofCheck := strings.Cut(name, ".")
		switch {
		case !ofCheck:
			b.WriteString("  " + check + ": " + value + "\n")
		case check != last:
			b.WriteString("  " + check + ":\n")
			fallthrough
		default:
			b.WriteString("    " + name + ": " + quoted(value) + "\n")
		}
		last = check
	}
	if c.Baseline != "" {
		b.WriteString("baseline: " + quoted(c.Baseline) + "\n")
	}
	b.WriteString("exclude:\n")
	for _, glob := range c.Exclude {
		b.WriteString("  - " + quoted(glob) + "\n")
	}
	return b.String(), ok
}
