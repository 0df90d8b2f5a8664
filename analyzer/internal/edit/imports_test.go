package edit_test

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

const stytcherror = "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// checkImports adds to the imports of a file, drops some, and compares the result.
func checkImports(t *testing.T, before, want string, wantOK bool, add []string, drop ...string) {
	t.Helper()
	src := []byte(before)
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	pass := &analysis.Pass{Fset: fset, Files: []*ast.File{file}}
	var specs []*ast.ImportSpec
	for _, spec := range file.Imports {
		if slices.Contains(drop, spec.Path.Value) {
			specs = append(specs, spec)
		}
	}
	edits, ok := edit.Of(pass, file).Imports(add, specs...)
	if ok != wantOK {
		t.Fatalf("ok is %t", ok)
	}
	if !ok {
		return
	}
	slices.SortFunc(edits, func(a, b analysis.TextEdit) int { return int(b.Pos - a.Pos) })
	for _, e := range edits {
		start, end := fset.Position(e.Pos).Offset, fset.Position(e.End).Offset
		src = slices.Concat(src[:start], e.NewText, src[end:])
	}
	if string(src) != want {
		t.Errorf("got\n%s\nwant\n%s", src, want)
	}
	if formatted, err := format.Source(src); err != nil || !bytes.Equal(formatted, src) {
		t.Errorf("not formatted: %v", err)
	}
}

// Imports are added where a reader looks for them, or not at all.
func TestImports(t *testing.T) {
	const rest = "\n\nfunc f() {}\n"
	for name, tt := range map[string]struct{ before, after string }{
		"beside the SDK": {
			"import (\n\t\"log\"\n\n\t\"example.com/app\"\n\n\t\"github.com/stytchauth/stytch-go/v18/stytch\"\n)",
			"import (\n\t\"errors\"\n\t\"log\"\n\n\t\"example.com/app\"\n\n\t\"github.com/stytchauth/stytch-go/v18/stytch\"\n\t\"" + stytcherror + "\"\n)",
		},
		"beside other modules": {
			"import (\n\t\"log\"\n\n\t\"example.com/app\"\n)",
			"import (\n\t\"errors\"\n\t\"log\"\n\n\t\"example.com/app\"\n\t\"" + stytcherror + "\"\n)",
		},
		"beside a module without a dot": {
			"import (\n\t\"log\"\n\n\t\"app/web\"\n)",
			"import (\n\t\"errors\"\n\t\"log\"\n\n\t\"app/web\"\n\t\"" + stytcherror + "\"\n)",
		},
		"beside a module, not C": {
			"import (\n\t\"C\"\n\n\t\"log\"\n\n\t\"example.com/app\"\n)",
			"import (\n\t\"C\"\n\n\t\"errors\"\n\t\"log\"\n\n\t\"example.com/app\"\n\t\"" + stytcherror + "\"\n)",
		},
		"an alias":           {"import (\n\tl \"log\"\n\n\tapp \"example.com/app\"\n)", "import (\n\t\"errors\"\n\tl \"log\"\n\n\tapp \"example.com/app\"\n\t\"" + stytcherror + "\"\n)"},
		"only the library":   {"import (\n\t\"log\"\n)", ""},
		"a comment":          {"import (\n\t\"log\" // for the logs\n\n\t\"example.com/app\"\n)", ""},
		"a single import":    {"import \"log\"", ""},
		"two declarations":   {"import (\n\t\"log\"\n)\n\nimport (\n\t\"example.com/app\"\n)", ""},
		"no import":          {"", ""},
		"no standard import": {"import (\n\t\"example.com/app\"\n)", ""},
	} {
		t.Run(name, func(t *testing.T) {
			checkImports(t, "package p\n\n"+tt.before+rest, "package p\n\n"+tt.after+rest, tt.after != "", []string{"errors", stytcherror})
		})
	}
}

// A package that nothing uses any more is dropped, unless nothing would be left.
func TestImportsDrop(t *testing.T) {
	t.Parallel()
	const rest = "\n\nfunc f() {}\n"
	for name, tt := range map[string]struct {
		before, after string
		add           []string
	}{
		"drop":             {"import (\n\t\"errors\"\n\t\"log\"\n)", "import (\n\t\"log\"\n)", nil},
		"add and drop":     {"import (\n\t\"errors\"\n)", "import (\n\t\"fmt\"\n)", []string{"fmt"}},
		"other group":      {"import (\n\t\"log\"\n\n\t\"example.com/app\"\n\t\"errors\"\n)", "import (\n\t\"log\"\n\n\t\"example.com/app\"\n)", nil},
		"the last":         {"import (\n\t\"errors\"\n)", "", nil},
		"by another name":  {"import (\n\te \"errors\"\n\t\"log\"\n)", "import (\n\t\"log\"\n)", nil},
		"a first group":    {"import (\n\t\"errors\"\n\n\t\"example.com/app\"\n)", "import (\n\t\"example.com/app\"\n)", nil},
		"a last group":     {"import (\n\t\"log\"\n\n\t\"errors\"\n)", "import (\n\t\"log\"\n)", nil},
		"two groups":       {"import (\n\t\"errors\"\n\n\te \"errors\"\n\n\t\"log\"\n)", "", nil},
		"behind the paren": {"import (\"errors\"\n\t\"log\"\n)", "", nil},
		"closed on a line": {"import (\n\t\"errors\"\n\t\"log\")", "", nil},
		"two on a line":    {"import (\n\t\"errors\"; \"log\"\n)", "", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkImports(t, "package p\n\n"+tt.before+rest, "package p\n\n"+tt.after+rest, tt.after != "", tt.add, `"errors"`)
		})
	}
}

// Without anything to change there is nothing to look at.
func TestImportsUnchanged(t *testing.T) {
	t.Parallel()
	const src = "package p\n\nimport \"log\"\n"
	checkImports(t, src, src, true, nil)
}

func TestFree(t *testing.T) {
	expr, err := parser.ParseExpr("e(ok, x.y)")
	if err != nil {
		t.Fatal(err)
	}
	if got := edit.Free(expr, "e", "y", "found"); got != "found" {
		t.Errorf("got %q", got)
	}
	if got := edit.Free(expr, "e", "ok"); got != "" {
		t.Errorf("got %q", got)
	}
}
