package edit_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
)

// check returns a pass over a file that imports nothing but the standard library.
func check(t *testing.T, src string) *analysis.Pass {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	info := fixtest.NewInfo()
	conf := types.Config{Importer: importer.ForCompiler(fset, "gc", nil), Error: func(error) {}}
	pkg, _ := conf.Check("p", fset, []*ast.File{file}, info) // unused imports are errors
	return &analysis.Pass{Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info}
}

// A mark in a source is where a test looks.
const mark = "/*here*/"

type marked struct {
	src  string
	file *ast.File
	*edit.File
}

func (m marked) pos() token.Pos { return m.file.FileStart + token.Pos(strings.Index(m.src, mark)) }

func markedFile(t *testing.T, src string) marked {
	t.Helper()
	pass := check(t, src)
	return marked{src, pass.Files[0], edit.Of(pass, pass.Files[0])}
}

// A package is used by the name that it has at a position, and imported where that
// cannot be mistaken for anything else.
func TestImported(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ src, want, missing string }{
		"imported":        {"package p\n\nimport \"errors\"\n\nfunc f() { /*here*/ }\n", "errors", ""},
		"alias":           {"package p\n\nimport stderrors \"errors\"\n\nfunc f() { /*here*/ }\n", "stderrors", ""},
		"dot":             {"package p\n\nimport . \"errors\"\n\nfunc f() { /*here*/ }\n", "", ""},
		"blank":           {"package p\n\nimport _ \"errors\"\n\nfunc f() { /*here*/ }\n", "", ""},
		"hidden":          {"package p\n\nimport \"errors\"\n\nfunc f(errors []error) { /*here*/ }\n", "", ""},
		"hidden later":    {"package p\n\nimport \"errors\"\n\nfunc f() {\n\t/*here*/\n\terrors := 1\n\t_ = errors\n}\n", "errors", ""},
		"another package": {"package p\n\nimport errors \"fmt\"\n\nfunc f() { /*here*/ }\n", "", ""},
		"missing":         {"package p\n\nfunc f() { /*here*/ }\n", "errors", "log errors"},
		"name taken":      {"package p\n\nvar errors int\n\nfunc f() { /*here*/ }\n", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := markedFile(t, tt.src)
			missing := []string{"log"}
			for range 2 { // the second time it is known that it is missing
				if got := f.Imported(f.pos(), "errors", "errors", &missing); got != tt.want {
					t.Errorf("got %q, want %q", got, tt.want)
				}
			}
			if got := strings.TrimPrefix(strings.Join(missing, " "), "log"); strings.TrimSpace(got) != strings.TrimPrefix(tt.missing, "log ") {
				t.Errorf("missing are %q", missing)
			}
		})
	}
}

func TestImportedOutsideOfAnyFile(t *testing.T) {
	t.Parallel()
	f := markedFile(t, "package p\n")
	if got := f.Imported(token.NoPos, "errors", "errors", new([]string)); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestUses(t *testing.T) {
	t.Parallel()
	f := markedFile(t, "package p\n\nimport (\n\te \"errors\"\n\t\"fmt\"\n)\n\nvar a, b = e.New(\"a\"), e.New(\"b\")\n\nvar errors = fmt.Sprint(a)\n")
	for path, want := range map[string]int{"errors": 2, "fmt": 1, "log": 0} {
		if got := f.Uses(path); got != want {
			t.Errorf("%s is used %d times, want %d", path, got, want)
		}
	}
}

// The version of a file is that of its build constraint, or else of its module;
// without one nothing is known.
func TestAtLeast(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		file, module string
		want         bool
	}{
		{"go1.26", "1.20", true},
		{"go1.27", "", true},
		{"go1.25", "1.26", false},
		{"", "1.26", true},
		{"", "1.26.3", true},
		{"", "1.25", false},
		{"", "", false},
		{"", "none", false},
	} {
		pass := check(t, "package p\n")
		pass.TypesInfo.FileVersions[pass.Files[0]] = tt.file
		pass.Module = &analysis.Module{Path: "p", GoVersion: tt.module}
		if got := edit.Of(pass, pass.Files[0]).AtLeast("go1.26"); got != tt.want {
			t.Errorf("file %q and module %q: %t", tt.file, tt.module, got)
		}
	}
	pass := check(t, "package p\n")
	pass.TypesInfo.FileVersions[pass.Files[0]] = ""
	if edit.Of(pass, pass.Files[0]).AtLeast("go1.26") {
		t.Error("without a module")
	}
}

// A statement can be put before one that begins a line of a list.
func TestListed(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		src  string
		want bool
	}{
		"a block":             {"func f() {\n\tg(1)\n}", true},
		"the second":          {"func f() {\n\tg(0)\n\tg(1)\n}", true},
		"on one line":         {"func f() { g(1) }", false},
		"behind another":      {"func f() {\n\tg(0); g(1)\n}", false},
		"behind its end":      {"func f() {\n\tg(func() {\n\t}); g(1)\n}", false},
		"a case":              {"func f() {\n\tswitch {\n\tcase true:\n\t\tg(1)\n\t}\n}", true},
		"beside the case":     {"func f() {\n\tswitch {\n\tcase true: g(1)\n\t}\n}", false},
		"a long case":         {"func f() {\n\tswitch {\n\tcase true,\n\t\tfalse: g(1)\n\t}\n}", false},
		"a select":            {"func f() {\n\tselect {\n\tcase <-c:\n\t\tg(1)\n\t}\n}", true},
		"beside a receive":    {"func f() {\n\tselect {\n\tcase <-c: g(1)\n\t}\n}", false},
		"after the receive":   {"func f() {\n\tselect {\n\tcase <-c:\n\t\tg(0)\n\t\tg(1)\n\t}\n}", true},
		"the start of an if":  {"func f() {\n\tif g(1); true {\n\t}\n}", false},
		"the step of a loop":  {"func f() {\n\tfor ; ; g(1) {\n\t}\n}", false},
		"behind a label":      {"func f() {\nl:\n\tg(1)\n\tgoto l\n}", false},
		"a list of one block": {"func f() {\n\t{\n\t\tg(1)\n\t}\n}", true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			pass := check(t, "package p\n\nvar c chan int\n\nfunc g(x any) {}\n\n"+tt.src+"\n")
			found := 0
			for cur := range inspector.New(pass.Files).Root().Preorder((*ast.ExprStmt)(nil)) {
				if types.ExprString(cur.Node().(*ast.ExprStmt).X) != "g(1)" {
					continue
				}
				found++
				if got := edit.Of(pass, pass.Files[0]).Listed(cur); got != tt.want {
					t.Errorf("got %t", got)
				}
			}
			if found != 1 {
				t.Fatalf("%d calls of g(1)", found)
			}
		})
	}
}

// What gofmt aligns with its neighbours, or an edit would swallow, is left alone.
func TestAligned(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		src  string // what is to be edited is x
		want bool
	}{
		"no comment":         {"const (\n\ta = 1\n\tb = x\n)", false},
		"beside another":     {"const (\n\ta = 1 // a\n\tb = x // b\n)", true},
		"above another":      {"const (\n\tb = x // b\n\ta = 1 // a\n)", true},
		"alone":              {"const (\n\ta = 1\n\tb = x // b\n)", false},
		"only the neighbour": {"const (\n\ta = 1 // a\n\tb = x\n)", false},
		"far from another":   {"const (\n\ta = 1 // a\n\n\tb = x // b\n)", false},
		"within":             {"const b = (x + /* one */\n\tx)", true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			pass := check(t, "package p\n\nconst x = 2\n\n"+tt.src+"\n")
			var ids []*ast.Ident
			ast.Inspect(pass.Files[0], func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok && id.Name == "x" && pass.TypesInfo.Defs[id] == nil {
					ids = append(ids, id)
				}
				return true
			})
			e := edit.Replace(ids[0].Pos(), ids[len(ids)-1].End(), "y")
			if got := edit.Of(pass, pass.Files[0]).Aligned(e); got != tt.want {
				t.Errorf("got %t", got)
			}
		})
	}
}
