package unit

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/gcexportdata"
)

// A testUnit is a config in a directory of its own.
type testUnit struct {
	t   *testing.T
	dir string
	cfg map[string]any
}

// newUnit returns a unit of one file that may import the package errors.
func newUnit(t *testing.T, src string) *testUnit {
	t.Helper()
	out, err := exec.Command("go", "list", "-export", "-f={{.Export}}", "errors").Output()
	if err != nil {
		t.Fatal(err)
	}
	u := &testUnit{t: t, dir: t.TempDir()}
	u.cfg = map[string]any{
		"ID":          "a [a.test]",
		"Compiler":    "gc",
		"ImportPath":  "a",
		"GoFiles":     []string{u.write("a.go", []byte(src))},
		"ImportMap":   map[string]string{"errors": "errors", "unsafe": "unsafe"},
		"PackageFile": map[string]string{"errors": strings.TrimSpace(string(out))},
		"PackageVetx": map[string]string{"errors": u.write("errors.vetx", nil)},
		"VetxOutput":  filepath.Join(u.dir, "vet.out"),
		"Stdout":      filepath.Join(u.dir, "vet.stdout"),
		"Unheard":     map[string]int{"of": 1},
	}
	return u
}

func (u *testUnit) write(name string, content []byte) string {
	u.t.Helper()
	name = filepath.Join(u.dir, name)
	if err := os.WriteFile(name, content, 0o600); err != nil {
		u.t.Fatal(err)
	}
	return name
}

func (u *testUnit) read(name string) string {
	u.t.Helper()
	content, err := os.ReadFile(filepath.Join(u.dir, name))
	if err != nil {
		u.t.Fatal(err)
	}
	return string(content)
}

// config writes the config and reads it.
func (u *testUnit) config() (name string, cfg *Config, data []byte) {
	u.t.Helper()
	data, err := json.Marshal(u.cfg)
	if err != nil {
		u.t.Fatal(err)
	}
	name = u.write("vet.cfg", data)
	if cfg, data, err = ReadConfig(name); err != nil {
		u.t.Fatal(err)
	}
	return name, cfg, data
}

type marked struct{ Calls int }

func (*marked) AFact() {}

// marker reports each function whose name begins with Mark, with a fix, and tells
// of it; and it fails, or panics, at one of the name Fail or Panic.
var marker = &analysis.Analyzer{
	Name:      "marker",
	Doc:       "marker",
	FactTypes: []analysis.Fact{new(marked)},
	Run: func(pass *analysis.Pass) (any, error) {
		for _, f := range pass.Files {
			for _, d := range f.Decls {
				d, ok := d.(*ast.FuncDecl)
				switch {
				case !ok:
				case d.Name.Name == "Fail":
					return nil, errors.New("a reason")
				case d.Name.Name == "Panic":
					panic("oops")
				case strings.HasPrefix(d.Name.Name, "Mark"):
					pass.ExportObjectFact(pass.TypesInfo.Defs[d.Name], &marked{1})
					pass.Report(analysis.Diagnostic{
						Pos: d.Name.Pos(), End: d.Name.End(), Message: "marked",
						Related: []analysis.RelatedInformation{{Pos: f.Package, Message: "here"}},
						SuggestedFixes: []analysis.SuggestedFix{{Message: "Rename", TextEdits: []analysis.TextEdit{
							{Pos: d.Name.Pos() + 4, End: d.Name.End(), NewText: []byte("2")},
							{Pos: d.Name.Pos(), NewText: []byte("Re")},
						}}},
					})
				}
			}
		}
		return nil, nil
	},
}

// silent has no facts.
var silent = &analysis.Analyzer{
	Name: "silent",
	Doc:  "silent",
	Run: func(pass *analysis.Pass) (any, error) {
		if pass.Pkg.Scope().Lookup("Loud") != nil {
			pass.Reportf(pass.Files[0].Pos(), "loud")
		}
		return nil, nil
	},
}

func TestCheck(t *testing.T) {
	t.Parallel()
	const marking = "package a\n\nimport \"errors\"\n\nfunc Mark1() error { return errors.New(\"\") }\n\nvar Loud int\n"
	for _, tt := range []struct {
		name   string
		src    string
		json   bool
		only   bool // VetxOnly
		code   int
		stdout string
		stderr string // DIR/ stands for the directory
	}{
		{"nothing", "package a\n", false, false, 0, "", ""},
		{"nothing, as JSON", "package a\n", true, false, 0, "{}\n", ""},
		{"unsafe", "package a\n\nimport _ \"unsafe\"\n", false, false, 0, "", ""},
		{"text", marking, false, false, 1, "", "DIR/a.go:5:6: marked\nDIR/a.go:1:1: \there\nDIR/a.go:1:1: loud\n"},
		{"facts only", marking, true, true, 0, "", ""},
		{"a type error", "package a\n\nvar N int = \"\"\n", false, false, 1, "", "DIR/a.go:3:13: cannot use \"\" (untyped string constant) as int value in variable declaration\n"},
		{"a type error, facts only", "package a\n\nvar N int = \"\"\n", false, true, 1, "", ""},
		{"a syntax error", "package a\n\nvar\n", false, false, 1, "", "DIR/a.go:3:5: expected 'IDENT', found 'EOF'\n"},
		{"an unknown import", "package a\n\nimport _ \"fmt\"\n", false, false, 1, "", "DIR/a.go:3:10: could not import fmt (can't resolve import \"fmt\")\n"},
		{"a failure", "package a\n\nfunc Fail() {}\n", false, false, 1, "", "stytchlint: check marker failed in a: a reason\n"},
		{
			"a failure, as JSON", "package a\n\nfunc Fail() {}\n", true, false, 0,
			"{\n\t\"a [a.test]\": {\n\t\t\"marker\": {\n\t\t\t\"error\": \"check marker failed in a: a reason\"\n\t\t}\n\t}\n}\n", "",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			u := newUnit(t, tt.src)
			u.cfg["VetxOnly"] = tt.only
			_, cfg, _ := u.config()
			if !cfg.CanCheck() {
				t.Fatal("not to be checked")
			}
			var stderr bytes.Buffer
			code := Check(cfg, tt.json, []*analysis.Analyzer{marker, silent}, &stderr)
			if got := strings.ReplaceAll(stderr.String(), u.dir+string(filepath.Separator), "DIR/"); code != tt.code || got != tt.stderr {
				t.Errorf("code %d, standard error %q, want %d, %q", code, got, tt.code, tt.stderr)
			}
			if got := u.read("vet.stdout"); got != tt.stdout {
				t.Errorf("standard output %q, want %q", got, tt.stdout)
			}
		})
	}
}

// TestJSON reads what Check prints.
func TestJSON(t *testing.T) {
	t.Parallel()
	u := newUnit(t, "package a\n\nfunc Mark1() {}\n")
	_, cfg, _ := u.config()
	var stderr bytes.Buffer
	if code := Check(cfg, true, []*analysis.Analyzer{marker, silent}, &stderr); code != 0 || stderr.Len() > 0 {
		t.Fatalf("code %d, %s", code, &stderr)
	}
	var got map[string]map[string][]Diagnostic
	if err := json.Unmarshal([]byte(u.read("vet.stdout")), &got); err != nil {
		t.Fatal(err)
	}
	file := cfg.GoFiles[0]
	want := Diagnostic{
		Posn: file + ":3:6", End: file + ":3:11", Message: "marked",
		Related: []Related{{file + ":1:1", file + ":1:1", "here"}},
		Fixes:   []Fix{{"Rename", []Edit{{file, 16, 16, "Re"}, {file, 20, 21, "2"}}}},
	}
	wanted, err := json.Marshal(map[string]map[string][]Diagnostic{"a [a.test]": {"marker": {want}}})
	if err != nil {
		t.Fatal(err)
	}
	if again, err := json.Marshal(got); err != nil || !bytes.Equal(again, wanted) {
		t.Errorf("got %s, %v\nwant %s", again, err, wanted)
	}
}

func TestCrash(t *testing.T) {
	t.Parallel()
	u := newUnit(t, "package a\n\nfunc Panic() {}\n")
	_, cfg, _ := u.config()
	var stderr bytes.Buffer
	code := Check(cfg, false, []*analysis.Analyzer{marker}, &stderr)
	if got := stderr.String(); code != 1 || !strings.HasPrefix(got, "stytchlint: check marker failed in a: panic: oops\n\ngoroutine ") {
		t.Errorf("code %d, %s", code, got)
	}
}

// TestVetx reads what Check writes about a package.
func TestVetx(t *testing.T) {
	t.Parallel()
	u := newUnit(t, "package a\n\nimport \"errors\"\n\nfunc Mark1() {}\n\nvar Err = errors.New(\"\")\n")
	_, cfg, _ := u.config()
	var stderr bytes.Buffer
	Check(cfg, true, []*analysis.Analyzer{marker, silent}, &stderr)
	v, err := OpenVetx(cfg.VetxOutput)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	data, err := v.Types()
	if err != nil || v.Bare() {
		t.Fatalf("bare: %t, error %v", v.Bare(), err)
	}
	packages := make(map[string]*types.Package)
	pkg, err := gcexportdata.Read(bytes.NewReader(append([]byte("i"), data...)), token.NewFileSet(), packages, "a")
	if err != nil || pkg.Scope().Lookup("Err") == nil {
		t.Errorf("types %v, %v", pkg, err)
	}
	facts, err := v.Facts()
	if err != nil || !bytes.Contains(facts, []byte("Mark1")) {
		t.Errorf("facts %q, %v", facts, err)
	}
}

func TestCannotCheck(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(u *testUnit){
		"another compiler": func(u *testUnit) { u.cfg["Compiler"] = "gccgo" },
		"no export data":   func(u *testUnit) { u.cfg["PackageFile"] = nil },
	} {
		u := newUnit(t, "package a\n")
		change(u)
		if _, cfg, _ := u.config(); cfg.CanCheck() {
			t.Errorf("%s: to be checked", name)
		}
	}
}

func TestReadConfig(t *testing.T) {
	t.Parallel()
	u := newUnit(t, "package a\n")
	for name, content := range map[string]string{"none": "", "no JSON": "{", "no files": "{}"} {
		if _, _, err := ReadConfig(u.write("bad.cfg", []byte(content))); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestOpenVetx(t *testing.T) {
	t.Parallel()
	u := newUnit(t, "package a\n")
	whole := NewVetx([]byte("types"), []byte("facts"))
	for name, content := range map[string][]byte{
		"another file":       []byte("something else"),
		"half a header":      whole[:7],
		"less than it says":  whole[:len(whole)-1],
		"far less than that": []byte("vetx\xff\xff\xff\xff\xff\xff\xff\xff"),
	} {
		if _, err := OpenVetx(u.write("bad.vetx", content)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	for types, facts := range map[string]string{"": "", "types": "", "t": "facts"} {
		v, err := OpenVetx(u.write("good.vetx", NewVetx([]byte(types), []byte(facts))))
		if err != nil {
			t.Fatal(err)
		}
		gotTypes, err1 := v.Types()
		gotFacts, err2 := v.Facts()
		v.Close()
		if string(gotTypes) != types || string(gotFacts) != facts || errors.Join(err1, err2) != nil {
			t.Errorf("types %q, facts %q, errors %v, %v", gotTypes, gotFacts, err1, err2)
		}
	}
}

// TestSupplyTypes has a unit that imports a package that was left early.
func TestSupplyTypes(t *testing.T) {
	t.Parallel()
	u := newUnit(t, "package a\n")
	vetx := maps.Clone(u.cfg["PackageVetx"].(map[string]string))
	vetx["b"] = u.write("b.vetx", NewVetx([]byte("types"), []byte("facts")))
	u.cfg["PackageVetx"] = vetx
	name, cfg, data := u.config()
	use, err := SupplyTypes(name, cfg, data)
	if err != nil || use == name {
		t.Fatalf("use %s, error %v", use, err)
	}
	used, data, err := ReadConfig(use)
	if err != nil || !bytes.Contains(data, []byte(`"Unheard":{"of":1}`)) || used.ID != cfg.ID {
		t.Errorf("config %s, error %v", data, err)
	}
	if used.PackageVetx["b"] != vetx["b"] {
		t.Errorf("another file for b: %s", used.PackageVetx["b"])
	}
	v, err := OpenVetx(used.PackageVetx["errors"])
	if err != nil || v.Bare() {
		t.Fatalf("bare: %t, error %v", v.Bare(), err)
	}
	v.Close()

	// Nothing is missing now.
	if again, err := SupplyTypes(use, used, data); err != nil || again != use {
		t.Errorf("use %s, error %v", again, err)
	}
	delete(cfg.PackageFile, "errors")
	if _, err := SupplyTypes(name, cfg, data); err == nil || !strings.Contains(err.Error(), `"errors"`) {
		t.Errorf("error %v", err)
	}
}
