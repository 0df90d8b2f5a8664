package prefilter

import (
	"archive/zip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/unit"
)

// A testUnit is a config in a directory of its own.
type testUnit struct {
	t    *testing.T
	dir  string
	cfg  map[string]any
	vetx map[string]string
}

func newUnit(t *testing.T, src string) *testUnit {
	t.Helper()
	u := &testUnit{t: t, dir: t.TempDir(), vetx: make(map[string]string)}
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

func (u *testUnit) write(name string, content []byte) string {
	u.t.Helper()
	name = filepath.Join(u.dir, name)
	if err := os.WriteFile(name, content, 0o600); err != nil {
		u.t.Fatal(err)
	}
	return name
}

// dependency adds an imported package.
func (u *testUnit) dependency(path string, vetx []byte) {
	u.vetx[path] = u.write(path+".vetx", vetx)
}

// read returns the content of a file, "-" if there is none.
func (u *testUnit) read(name string) string {
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

func (u *testUnit) leave(mode Mode) bool {
	u.t.Helper()
	data, err := json.Marshal(u.cfg)
	if err != nil {
		u.t.Fatal(err)
	}
	cfg, _, err := unit.ReadConfig(u.write("vet.cfg", data))
	if err != nil {
		u.t.Fatal(err)
	}
	left, err := Leave(cfg, mode, nil)
	if err != nil {
		u.t.Error(err)
	}
	return left
}

const plain = "package a\n"

func TestLeave(t *testing.T) {
	t.Parallel()
	sdk := "github.com/stytchauth/stytch-go/v17/stytch"
	for _, tt := range []struct {
		name   string
		change func(u *testUnit)
		want   bool
	}{
		{"nothing", func(*testUnit) {}, true},
		{"a name", func(u *testUnit) { u.write("a.go", []byte("package a // stytch.com")) }, false},
		{"nothing below", func(u *testUnit) {
			u.dependency("b", nil)
			u.dependency("c", unit.NewVetx([]byte("types of c"), nil))
		}, true},
		{"facts", func(u *testUnit) { u.dependency("b", unit.NewVetx([]byte("types of b"), []byte("facts"))) }, false},
		{"types of the SDK", func(u *testUnit) { u.dependency("b", unit.NewVetx([]byte("b uses "+sdk), nil)) }, false},
		{"an import of the SDK that the bytes hide", func(u *testUnit) {
			u.cfg["ImportMap"] = map[string]string{sdk: sdk}
		}, false},
		{"the SDK itself, for others", func(u *testUnit) {
			u.write("a.go", []byte("package a // stytch.com"))
			u.cfg["ImportPath"], u.cfg["VetxOnly"] = sdk, true
			u.cfg["ImportMap"] = map[string]string{sdk + "error": sdk + "error"}
		}, true},
		{"the SDK itself", func(u *testUnit) {
			u.write("a.go", []byte("package a // stytch.com"))
			u.cfg["ImportPath"] = sdk
		}, false},
		{"a missing file", func(u *testUnit) { u.cfg["GoFiles"] = []string{filepath.Join(u.dir, "missing.go")} }, false},
		{"a file of facts that is none", func(u *testUnit) { u.dependency("b", []byte("something else")) }, false},
		{"a file of facts that is too short", func(u *testUnit) { u.dependency("b", []byte("vetx")) }, false},
		{"a file of facts that is shorter than it says", func(u *testUnit) {
			u.dependency("b", unit.NewVetx([]byte("types"), nil)[:14])
		}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			u := newUnit(t, plain)
			tt.change(u)
			if left := u.leave(Mode{}); left != tt.want {
				t.Errorf("left: %t", left)
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
		if !u.leave(tt.mode) {
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
