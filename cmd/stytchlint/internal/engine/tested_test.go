package engine

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/stytchtoken"
)

// TestTested has a check that leaves out tests: it looks once at a package with tests, and
// not at all after an edit of these alone, unless there may be something else to see
// without them.
func TestTested(t *testing.T) {
	t.Parallel()
	files := map[string]string{
		"low/low.go":     "package low // stytch.com\n\ntype T struct{}\n\nfunc (T) Mark() {}\n",
		"low/a_test.go":  "package low\n\nvar N = 1\n",
		"top/top.go":     "package top\n\nimport \"example.com/m/low\"\n\nfunc F() { low.T{}.Mark() }\n",
		"other/other.go": "package other // stytch.com\n\nfunc Mark() {}\n",
		"whole/whole.go": "package whole // stytch.com\n\nfunc Package() {}\n",
	}
	const found = "low/low.go:5 other/other.go:3 top/top.go:5"
	for _, test := range []struct{ name, file, content, found, analyzed string }{
		{name: "tests as they are", found: found, analyzed: "low other top whole"},
		{"a method more", "low/a_test.go", "package low\n\nfunc (T) Another() {}\n", found, "low other top whole"},
		{"an import of which something is known", "low/a_test.go", "package low\n\nimport _ \"example.com/m/other\"\n", found, "low low other top whole"},
		{"an import of which something is known as a whole", "low/a_test.go", "package low\n\nimport _ \"example.com/m/whole\"\n", found, "low other top whole"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			files := maps.Clone(files)
			if test.file != "" {
				files[test.file] = test.content
			}
			k := newKeeper(t, files)
			k.requires = stytchtoken.Analyzer.Requires
			k.expect("first", test.found, test.analyzed)
		})
	}
	k := newKeeper(t, files)
	k.requires = stytchtoken.Analyzer.Requires
	k.expect("first", found, "low other top whole")
	k.write("low/a_test.go", "package low\n\nvar N = 2\n")
	k.expect("an edit of the tests", found, "low")
	k.write("low/low.go", "package low // stytch.com\n\ntype T struct{}\n\nfunc (T) Mark() { _ = 1 }\n")
	k.expect("an edit of the program", found, "low")
	k.write("low/low.go", "package low // stytch.com\n\ntype T struct{}\n\nvar Mark = func() {}\n\nfunc (T) Mark() { Mark() }\n")
	k.requires = nil
	k.expect("a check that looks at tests", "low/low.go:7 other/other.go:3 top/top.go:5", "low low top")

	broken := maps.Clone(files)
	broken["low/a_test.go"] = "package low\n\nvar N int = \"\"\n"
	var s spy
	a := s.analyzer()
	a.Requires = stytchtoken.Analyzer.Requires
	result, err := check(t, write(t, broken), []string{"./..."}, a)
	slices.Sort(s.seen)
	if err != nil || strings.Join(s.seen, " ") != "example.com/m/low example.com/m/low example.com/m/other example.com/m/top example.com/m/whole" || len(result.Found) != 2 {
		t.Errorf("an error in the tests: looked at %q, found %v, error %v", s.seen, result.Found, err)
	}
}

// TestInCircle has tests of packages that import each other's packages.
func TestInCircle(t *testing.T) {
	t.Parallel()
	files := make(map[string]string)
	for i, name := range []string{"a", "b", "c"} {
		next := string("bca"[i])
		files[name+"/"+name+".go"] = "package " + name + " // stytch.com\n\nfunc Mark() {}\n"
		files[name+"/"+name+"_test.go"] = "package " + name + "\n\nimport \"example.com/m/" + next + "\"\n\nvar _ = " + next + ".Mark\n"
	}
	k := newKeeper(t, files)
	k.requires = stytchtoken.Analyzer.Requires
	const found, each = "a/a.go:3 b/b.go:3 c/c.go:3", "a a b b c c"
	k.expect("first", found, each)
	k.expect("again", found, "")
}
