package engine

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// declarations parses source and returns it without the bodies of functions and without
// comments.
func declarations(t *testing.T, name string, src []byte) string {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range f.Decls {
		if d, ok := d.(*ast.FuncDecl); ok && d.Body != nil {
			d.Body = &ast.BlockStmt{}
		}
	}
	var b bytes.Buffer
	if err := format.Node(&b, token.NewFileSet(), f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestWithoutBodies compares what is left of files of the standard library.
func TestWithoutBodies(t *testing.T) {
	t.Parallel()
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	root := strings.TrimSpace(string(out))
	before, after := 0, 0
	for _, dir := range []string{"bytes", "encoding/json", "go/scanner", "go/types", "math", "net/http", "os", "reflect", "runtime", "slices", "strconv"} {
		files, err := filepath.Glob(filepath.Join(root, "src", dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(files, err)
		}
		for _, name := range files {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := withoutBodies(src)
			if declarations(t, name, got) != declarations(t, name, src) {
				t.Errorf("%s: other declarations\n%s", name, got)
			}
			before, after = before+len(src), after+len(got)
		}
	}
	if after > before/2 {
		t.Errorf("%d bytes are left of %d", after, before)
	}
}

func TestWithoutBodiesOf(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		"func f() { g() }\n":                                    "func f() {}\n",
		"func f() {\n\tif x {\n\t}\n}\n\nvar x = T{1}\n":        "func f() {}\n\nvar x = T{1}\n",
		"func f()\n\nvar x = T{1}\n":                            "func f()\n\nvar x = T{1}\n",
		"func f() // {\n\nvar x = T{1}\n":                       "func f() // {\n\nvar x = T{1}\n",
		"func f() struct{ x int } { g() }\n":                    "func f() struct{ x int } {}\n",
		"func f() interface /* of */ { m() } { g() }\n":         "func f() interface /* of */ { m() } {}\n",
		"func (x T) f(y struct{ z int }) (\n\tint) { g() }\n":   "func (x T) f(y struct{ z int }) (\n\tint) {}\n",
		"func f() { _ = \"}\" + `}` + '}' + '\\'' /* } */ } //": "func f() {} //",
		"func f() {\n\t// }\n\tg()\n}\n":                        "func f() {}\n",
		"func f[T interface{ m() }]() { g() }\n":                "func f[T interface{ m() }]() {}\n",
		"func f() { g( }":                                       "func f() {}",
	} {
		if got := string(withoutBodies([]byte(src))); got != want {
			t.Errorf("%q becomes %q", src, got)
		}
	}
	for _, src := range []string{"func f() {", "func f() { \"", "func f() { `", "func f() { /*", "func f() { //", "func f() { '\\", "/", "x /", "\"", ")", "func", "}{"} {
		for _, src := range []string{src, "package p\n\n" + src, strings.Repeat(src+"\n", 2)} {
			if got := string(withoutBodies([]byte(src))); got != src {
				t.Errorf("%q becomes %q", src, got)
			}
		}
	}
}
