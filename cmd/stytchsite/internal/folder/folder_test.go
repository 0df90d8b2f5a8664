package folder

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// contents returns what is in a folder, but for the manifest.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		if rel != manifest {
			files[filepath.ToSlash(rel)] = string(content)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func write(t *testing.T, dir string, files map[string]string) error {
	t.Helper()
	bytes := make(map[string][]byte)
	for name, content := range files {
		bytes[name] = []byte(content)
	}
	return Write(dir, bytes)
}

var first = map[string]string{"index.html": "1", "codes/a.html": "a", "codes/b.html": "b", "old/deep/c.html": "c"}

func want(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	if got := contents(t, dir); !maps.Equal(got, files) {
		t.Errorf("the folder holds %v, want %v", got, files)
	}
	// Nothing is left over beside the files, or in their places.
	for _, parent := range []string{dir, filepath.Dir(dir)} {
		if left, _ := filepath.Glob(filepath.Join(parent, manifest+"-*")); len(left) > 0 {
			t.Errorf("left over: %v", left)
		}
	}
}

func TestNewFolder(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "new", "site")
	if err := write(t, dir, first); err != nil {
		t.Fatal(err)
	}
	want(t, dir, first)
	if info, err := os.Stat(dir); err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o055 != 0o055 {
		t.Errorf("not everybody can read it: %v, %v", info.Mode(), err)
	}
}

func TestEmptyFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := write(t, dir, first); err != nil {
		t.Fatal(err)
	}
	want(t, dir, first)
}

// What is stale goes away with the folders that are empty then. What others put there
// stays.
func TestWriteAgain(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "site")
	if err := write(t, dir, first); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"CNAME", "codes/notes.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := write(t, dir, map[string]string{"index.html": "2", "new/d.html": "d"}); err != nil {
		t.Fatal(err)
	}
	want(t, dir, map[string]string{"index.html": "2", "new/d.html": "d", "CNAME": "mine", "codes/notes.txt": "mine"})
	if _, err := os.Stat(filepath.Join(dir, "old")); err == nil {
		t.Error("an empty folder is left")
	}
}

// An error says what is in the way, and nothing is changed.
func TestInTheWay(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		before func(dir string) error
		want   string
	}{
		{"a file", func(dir string) error { return put(dir, "x") }, "is a file, and the site needs a folder"},
		{"somebody's folder", func(dir string) error { return put(filepath.Join(dir, "main.go"), "x") }, "holds other files, such as main.go"},
		{"somebody's file", func(dir string) error {
			return errors.Join(Write(dir, map[string][]byte{"index.html": nil}), put(filepath.Join(dir, "codes", "a.html"), "x"))
		}, filepath.Join("codes", "a.html") + " was not written by stytchsite"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			parent := t.TempDir()
			dir := filepath.Join(parent, "site")
			if err := tt.before(dir); err != nil {
				t.Fatal(err)
			}
			before := contents(t, parent)
			err := write(t, dir, first)
			if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), dir) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
			if after := contents(t, parent); !maps.Equal(before, after) {
				t.Errorf("%v became %v", before, after)
			}
		})
	}
}

func put(name, content string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(content), 0o600)
}

// A manifest that somebody changed removes nothing outside of the folder.
func TestForeignManifest(t *testing.T) {
	t.Parallel()
	parent := t.TempDir()
	dir := filepath.Join(parent, "site")
	err := errors.Join(put(filepath.Join(parent, "mine"), "x"), put(filepath.Join(dir, manifest), "../mine\n/etc/hosts\nindex.html\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	if err := write(t, dir, map[string]string{"index.html": "1"}); err != nil {
		t.Fatal(err)
	}
	want(t, dir, map[string]string{"index.html": "1"})
	if _, err := os.Stat(filepath.Join(parent, "mine")); err != nil {
		t.Error(err)
	}
}

// A write that fails leaves what was there.
func TestReadOnly(t *testing.T) {
	t.Parallel()
	if os.Getuid() <= 0 {
		t.Skip("root may write anywhere, and Windows asks for other rights")
	}
	dir := filepath.Join(t.TempDir(), "site")
	if err := write(t, dir, first); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o700) //nolint:errcheck // so that it can be removed
	if err := write(t, dir, map[string]string{"index.html": "2"}); err == nil {
		t.Error("no error")
	}
	want(t, dir, first)
}
