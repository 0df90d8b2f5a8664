package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/testdata/fuzzseed"
)

// FuzzLoad puts another text into the place of one of the data files. What is
// wrong with it is told with its file and line; if nothing is, the generated
// tables say the same as the data.
func FuzzLoad(f *testing.F) {
	names := []string{checkedTSV, sourcesTSV, codesTSV, callsTSV, retiredTSV, aliasesTSV, oauth2TSV, operationsTSV, adviceYAML}
	for i, name := range names {
		for _, content := range append(fuzzseed.Changed(40, good()[name]), good()[name]) {
			f.Add(uint8(i), content)
		}
		content, err := os.ReadFile("../../" + name)
		if err != nil {
			f.Fatal(err)
		}
		lines := strings.SplitAfter(string(content), "\n")
		f.Add(uint8(i), strings.Join(lines[:min(12, len(lines))], ""))
	}
	for _, name := range []string{retiredTSV, aliasesTSV, adviceYAML} {
		for _, text := range []string{`a "quoted" one`, "a `raw` one", "`both` \"ones\"", "a \"cr\"\rinside", "*/ a comment"} {
			for _, old := range []string{"it was renamed", "there are two", "It is gone"} {
				if content := good()[name]; strings.Contains(content, old) {
					f.Add(uint8(slices.Index(names, name)), strings.Replace(content, old, text, 1))
				}
			}
		}
	}
	f.Fuzz(func(t *testing.T, which uint8, content string) {
		name := names[int(which)%len(names)]
		files := good()
		files[name] = content
		d, err := load(fsOf(files))
		if err != nil {
			checkErrors(t, files, err)
			return
		}
		generated, err := generate(d)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range generated {
			want, ok := texts(d, file.path)
			if !ok {
				continue
			}
			if got := literals(t, file); !slices.Equal(got, want) {
				t.Errorf("%s says\n%q\nand the data\n%q", file.path, got, want)
			}
		}
	})
}

var placed = regexp.MustCompile(`^(codes/[a-z0-9]+\.(?:tsv|yaml)):(\d+): [^\n]+$`)

// checkErrors checks that each problem is a line that begins with its place.
func checkErrors(t *testing.T, files map[string]string, err error) {
	t.Helper()
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		t.Fatalf("%T: %v", err, err)
	}
	for _, err := range joined.Unwrap() {
		m := placed.FindStringSubmatch(err.Error())
		if m == nil {
			t.Errorf("%q has no place, or more than one line", err)
			continue
		}
		content, ok := files[m[1]]
		if line, err := strconv.Atoi(m[2]); !ok || err != nil || line < 1 || line > lines(content, m[1]) {
			t.Errorf("%q: there is no such place", m[0])
		}
	}
}

// lines returns how many lines a file may have. In YAML, a carriage return ends
// one, too.
func lines(content, name string) int {
	n := 1 + strings.Count(content, "\n")
	if name == adviceYAML {
		n += strings.Count(content, "\r")
	}
	return n
}

// literals returns the strings in a generated file, without its imports.
func literals(t *testing.T, f file) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), f.path, f.content, 0)
	if err != nil {
		t.Fatal(err)
	}
	list := []string{}
	ast.Inspect(parsed, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			s, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Error(err)
			}
			list = append(list, s)
		}
		return true
	})
	return list
}

// texts returns the strings that a generated file has to hold, in order, and
// whether the file is one of those that are checked.
func texts(d *data, path string) ([]string, bool) {
	list := []string{}
	add := func(texts ...string) { list = append(list, texts...) }
	addCodes := func(codes []code) {
		for _, c := range codes {
			add(c.name)
			for _, o := range c.others {
				add(o.source)
			}
			for _, s := range []string{c.title, c.meaning} {
				if s != "" {
					add(s)
				}
			}
			add(slices.Concat(c.causes, c.remedies, c.raisedBy, c.sources)...)
			add(c.url)
		}
	}
	switch path {
	case "zcodes.go":
		add(d.checked["stytch"])
		addCodes(d.codes)
		for _, r := range d.retired {
			add(r.name, r.successor, r.note)
		}
		for _, a := range d.aliases {
			add(a.name)
			add(a.codes...)
			add(a.note)
		}
	case "zoauth2.go":
		add(d.checked["oauth2"])
		addCodes(d.oauth2)
	case "code/zcode.go":
		for _, c := range d.codes {
			add(c.name)
		}
	default:
		return nil, false
	}
	return list, true
}
