package folder_test

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/folder"
)

// TestWrite tells what is in a folder after something was written to it.
func TestWrite(t *testing.T) {
	t.Parallel()
	page := map[string]string{"index.html": "new", "codes/a.html": "new"}
	tests := []struct {
		name   string
		before map[string]string // nil: no folder
		files  map[string]string
		after  map[string]string // without what tells that the folder is ours
		err    string
	}{
		{name: "a new folder", files: page, after: page},
		{name: "an empty folder", before: map[string]string{}, files: page, after: page},
		{
			name:   "a folder that was written before",
			before: map[string]string{".stytchsite": "index.html\n", "index.html": "old"},
			files:  page,
			after:  page,
		},
		{
			name:   "pages that are no more",
			before: map[string]string{".stytchsite": "checks/b.html\ncodes/b.html\nindex.html\n", "index.html": "old", "codes/b.html": "old", "checks/b.html": "old"},
			files:  page,
			after:  page,
		},
		{
			name:   "a page that somebody removed",
			before: map[string]string{".stytchsite": "b.html\nindex.html\n", "index.html": "old"},
			files:  page,
			after:  page,
		},
		{
			name:   "files of others among ours",
			before: map[string]string{".stytchsite": "old/b.html\n", "old/b.html": "old", "old/mine.txt": "mine", "CNAME": "stytchlint.example"},
			files:  page,
			after:  map[string]string{"index.html": "new", "codes/a.html": "new", "old/mine.txt": "mine", "CNAME": "stytchlint.example"},
		},
		{
			name:   "a file of ours where a folder has to be",
			before: map[string]string{".stytchsite": "codes\n", "codes": "old"},
			files:  page,
			after:  page,
		},
		{
			name:   "a run that was killed while it wrote",
			before: map[string]string{".stytchsite.new/codes/b.html": "ha"},
			files:  page,
			after:  page,
		},
		{
			name:   "a run that was killed while it renamed",
			before: map[string]string{".stytchsite": "b.html\ncodes/a.html\nindex.html\n", "b.html": "old", "index.html": "new", ".stytchsite.new/codes/a.html": "ha"},
			files:  page,
			after:  page,
		},
		{
			name:   "a folder of others",
			before: map[string]string{"main.go": "package main"},
			files:  page,
			after:  map[string]string{"main.go": "package main"},
			err:    "holds other files, such as main.go: name a new or an empty folder",
		},
		{
			name:   "a file of others in the way",
			before: map[string]string{".stytchsite": "b.html\n", "b.html": "old", "index.html": "mine"},
			files:  page,
			after:  map[string]string{"b.html": "old", "index.html": "mine"},
			err:    "index.html was not written by stytchsite, and is in the way",
		},
		{
			name:   "a file of others where a folder has to be",
			before: map[string]string{".stytchsite": "index.html\n", "index.html": "old", "codes": "mine"},
			files:  page,
			after:  map[string]string{"index.html": "old", "codes": "mine"},
			err:    "codes was not written by stytchsite, and is in the way",
		},
		{
			name:   "a manifest with paths that lead elsewhere",
			before: map[string]string{".stytchsite": "../kept.txt\n/etc/passwd\n.\n\n"},
			files:  page,
			after:  page,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			parent := t.TempDir()
			dir := filepath.Join(parent, "to", "site")
			if test.before != nil {
				fill(t, dir, test.before)
			}
			fill(t, parent, map[string]string{"to/kept.txt": "kept"})
			err := folder.Write(dir, contents(test.files))
			if test.err == "" && err != nil || test.err != "" && (err == nil || !strings.Contains(err.Error(), test.err)) {
				t.Errorf("the error is %v, want %q", err, test.err)
			}
			got := read(t, dir)
			delete(got, ".stytchsite")
			if !maps.Equal(got, test.after) {
				t.Errorf("the folder holds %v, want %v", got, test.after)
			}
			if err != nil {
				return
			}
			for _, name := range []string{".", "codes"} {
				if info, err := os.Stat(filepath.Join(dir, name)); err != nil || runtime.GOOS != "windows" && test.before == nil && info.Mode().Perm()&0o055 != 0o055 {
					t.Errorf("not everybody can read %s: %v", name, err)
				}
			}
			// Again, with less.
			if err := folder.Write(dir, contents(map[string]string{"index.html": "newest"})); err != nil {
				t.Fatal(err)
			}
			got = read(t, dir)
			for name := range page {
				if name != "index.html" && got[name] != "" {
					t.Errorf("%s is still there", name)
				}
			}
			if got["index.html"] != "newest" || read(t, parent)["to/kept.txt"] != "kept" {
				t.Errorf("the folder holds %v", got)
			}
			if _, err := os.Stat(filepath.Join(dir, "codes")); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("the empty folder is still there: %v", err)
			}
		})
	}
}

// TestInTheWay asks for a folder where a file is, and for files below one.
func TestInTheWay(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	fill(t, filepath.Dir(file), map[string]string{"file": "mine"})
	for _, dir := range []string{file, filepath.Join(file, "site")} {
		if err := folder.Write(dir, contents(map[string]string{"index.html": "new"})); err == nil || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v, want an error that names %s", dir, err, file)
		}
	}
}

// TestNotWritable keeps what is there where nothing can be written: on a disk that is
// full, or without the right to write.
func TestNotWritable(t *testing.T) {
	t.Parallel()
	before := map[string]string{".stytchsite": "b.html\nindex.html\n", "b.html": "old", "index.html": "old"}

	t.Run("a name that the file system refuses", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		fill(t, dir, before)
		err := folder.Write(dir, contents(map[string]string{"index.html": "new", strings.Repeat("x", 300): "new"}))
		if err == nil {
			t.Error("no error")
		}
		if got := read(t, dir); !maps.Equal(got, before) {
			t.Errorf("the folder holds %v, want %v", got, before)
		}
	})
	t.Run("a folder that is read-only", func(t *testing.T) {
		t.Parallel()
		if runtime.GOOS == "windows" || os.Getuid() == 0 {
			t.Skip("nothing is read-only for this user")
		}
		dir := t.TempDir()
		fill(t, dir, before)
		if err := os.Chmod(dir, 0o555); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(dir, 0o755) })
		if err := folder.Write(dir, contents(map[string]string{"index.html": "new"})); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("the error is %v", err)
		}
		if got := read(t, dir); !maps.Equal(got, before) {
			t.Errorf("the folder holds %v, want %v", got, before)
		}
	})
}

// contents returns files as Write takes them.
func contents(files map[string]string) map[string][]byte {
	all := make(map[string][]byte)
	for name, content := range files {
		all[name] = []byte(content)
	}
	return all
}

// fill writes files to a folder.
func fill(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// read returns all files in a folder.
func read(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(root, name)
		files[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
