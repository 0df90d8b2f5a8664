package prefilter

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/gcexportdata"
)

// A unit is a config in a directory of its own.
type unit struct {
	t    *testing.T
	dir  string
	cfg  map[string]any
	vetx map[string]string
}

func newUnit(t *testing.T, src string) *unit {
	t.Helper()
	u := &unit{t: t, dir: t.TempDir(), vetx: make(map[string]string)}
	u.cfg = map[string]any{
		"ID":          "a [a.test]",
		"GoFiles":     []string{u.write("a.go", []byte(src))},
		"PackageVetx": u.vetx,
		"VetxOutput":  filepath.Join(u.dir, "vet.out"),
		"Stdout":      filepath.Join(u.dir, "vet.stdout"),
		"FixArchive":  filepath.Join(u.dir, "vet.fix.zip"),
		"Unheard":     map[string]int{"of": 1},
	}
	return u
}

func (u *unit) write(name string, content []byte) string {
	u.t.Helper()
	name = filepath.Join(u.dir, name)
	if err := os.WriteFile(name, content, 0o600); err != nil {
		u.t.Fatal(err)
	}
	return name
}

// dependency adds an imported package.
func (u *unit) dependency(path string, vetx []byte) {
	u.vetx[path] = u.write(path+".vetx", vetx)
}

// read returns the content of a file, "-" if there is none.
func (u *unit) read(name string) string {
	u.t.Helper()
	content, err := os.ReadFile(filepath.Join(u.dir, name))
	if os.IsNotExist(err) {
		return "-"
	}
	if err != nil {
		u.t.Fatal(err)
	}
	return string(content)
}

func (u *unit) leave(mode Mode) (left bool, use string) {
	u.t.Helper()
	data, err := json.Marshal(u.cfg)
	if err != nil {
		u.t.Fatal(err)
	}
	left, use, err = Leave(u.write("vet.cfg", data), mode, nil)
	if err != nil {
		u.t.Error(err)
	}
	return left, use
}

// vetxFile returns a file of facts.
func vetxFile(exportData, facts string) []byte {
	data := []byte(vetxMagic)
	data = binary.LittleEndian.AppendUint32(data, uint32(len(exportData)))
	data = binary.LittleEndian.AppendUint32(data, uint32(len(facts)))
	return append(data, exportData+facts...)
}

const plain = "package a\n"

func TestLeave(t *testing.T) {
	t.Parallel()
	sdk := "github.com/stytchauth/stytch-go/v17/stytch"
	for _, tt := range []struct {
		name   string
		change func(u *unit)
		want   bool
	}{
		{"nothing", func(*unit) {}, true},
		{"a name", func(u *unit) { u.write("a.go", []byte("package a // stytch")) }, false},
		{"nothing below", func(u *unit) {
			u.dependency("b", nil)
			u.dependency("c", vetxFile("types of c", ""))
		}, true},
		{"facts", func(u *unit) { u.dependency("b", vetxFile("types of b", "facts")) }, false},
		{"types of the SDK", func(u *unit) { u.dependency("b", vetxFile("b uses "+sdk, "")) }, false},
		{"an import of the SDK that the bytes hide", func(u *unit) {
			u.cfg["ImportMap"] = map[string]string{sdk: sdk}
		}, false},
		{"a missing file", func(u *unit) { u.cfg["GoFiles"] = []string{filepath.Join(u.dir, "missing.go")} }, false},
		{"a file of facts that is none", func(u *unit) { u.dependency("b", []byte("something else")) }, false},
		{"a file of facts that is too short", func(u *unit) { u.dependency("b", []byte("vetx")) }, false},
		{"no files", func(u *unit) { u.cfg["GoFiles"] = nil }, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			u := newUnit(t, plain)
			tt.change(u)
			left, use := u.leave(Mode{})
			if left != tt.want {
				t.Errorf("left: %t", left)
			}
			if !left && use != filepath.Join(u.dir, "vet.cfg") {
				t.Errorf("use %s", use)
			}
			if got := u.read("vet.out"); (got == "") != tt.want {
				t.Errorf("vet.out: %q", got)
			}
		})
	}
}

// TestOutputs compares with what unitchecker writes.
func TestOutputs(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		mode     Mode
		vetxOnly bool
		stdout   string
		archive  bool
	}{
		{Mode{}, false, "", false},
		{Mode{JSON: true}, false, "{}\n", false},
		{Mode{JSON: true}, true, "", false},
		{Mode{Fix: true}, false, "", true},
		{Mode{Fix: true, JSON: true}, false, "", true},
		{Mode{Fix: true}, true, "", false},
	} {
		u := newUnit(t, plain)
		u.cfg["VetxOnly"] = tt.vetxOnly
		if left, _ := u.leave(tt.mode); !left {
			t.Fatal("not left")
		}
		if got := u.read("vet.stdout"); got != tt.stdout {
			t.Errorf("%+v: standard output %q, want %q", tt, got, tt.stdout)
		}
		archive := u.read("vet.fix.zip")
		if (archive != "-") != tt.archive {
			t.Errorf("%+v: archive of fixes %q", tt, archive)
		}
		if !tt.archive {
			continue
		}
		r, err := zip.NewReader(strings.NewReader(archive), int64(len(archive)))
		if err != nil || len(r.File) != 0 || r.Comment != "a [a.test]" {
			t.Errorf("%+v: archive of fixes %v, %v", tt, r, err)
		}
	}
}

// TestSupplyTypes has a unit that matters and imports a package that was left
// early.
func TestSupplyTypes(t *testing.T) {
	t.Parallel()
	out, err := exec.Command("go", "list", "-export", "-f={{.Export}}", "errors").Output()
	if err != nil {
		t.Fatal(err)
	}
	u := newUnit(t, "package a // stytch")
	u.dependency("errors", nil)
	u.dependency("b", vetxFile("types", "facts"))
	u.cfg["PackageFile"] = map[string]string{"errors": strings.TrimSpace(string(out))}
	left, use := u.leave(Mode{})
	if left || use == filepath.Join(u.dir, "vet.cfg") {
		t.Fatalf("left: %t; use %s", left, use)
	}
	var cfg map[string]any
	content, err := os.ReadFile(use)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, &cfg); err != nil {
		t.Fatal(err)
	}
	if cfg["Unheard"] == nil || cfg["ID"] != "a [a.test]" {
		t.Errorf("config %v", cfg)
	}
	vetx := cfg["PackageVetx"].(map[string]any)
	if vetx["b"] != u.vetx["b"] {
		t.Errorf("another file for b: %v", vetx["b"])
	}
	v, err := openVetx(vetx["errors"].(string))
	if err != nil {
		t.Fatal(err)
	}
	defer v.close()
	data, err := v.exportData()
	if err != nil || v.facts != 0 {
		t.Fatalf("%v, %d bytes of facts", err, v.facts)
	}
	pkg, err := gcexportdata.Read(bytes.NewReader(append([]byte("i"), data...)), token.NewFileSet(), make(map[string]*types.Package), "errors")
	if err != nil || pkg.Scope().Lookup("As") == nil {
		t.Errorf("types %v, %v", pkg, err)
	}
}

func TestNoExportData(t *testing.T) {
	t.Parallel()
	u := newUnit(t, "package a // stytch")
	u.dependency("b", nil)
	data, err := json.Marshal(u.cfg)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := Leave(u.write("vet.cfg", data), Mode{}, nil); err == nil || !strings.Contains(err.Error(), `"b"`) {
		t.Errorf("error %v", err)
	}
}
