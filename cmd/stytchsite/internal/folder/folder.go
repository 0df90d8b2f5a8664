// Package folder writes files that are made to a folder that is theirs.
package folder

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// manifest is the file that makes a folder ours. It names what is in it, one path a
// line.
const manifest = ".stytchsite"

// Write makes dir hold the files, by their paths with slashes: a folder that does not
// exist yet, that is empty, or that was written by Write before. What was written
// then and is no file any more goes away; what others put there stays. An error says
// which file is in the way, and then nothing was changed.
//
// All files are written beside, and then get their names: nobody sees half of one, and
// a new folder appears as a whole.
func Write(dir string, files map[string][]byte) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	switch info, err := os.Stat(dir); {
	case errors.Is(err, fs.ErrNotExist):
		return create(dir, files)
	case err != nil:
		return err
	case !info.IsDir():
		return fmt.Errorf("%s is a file, and the site needs a folder", dir)
	}
	return replace(dir, files)
}

// create makes a folder that does not exist.
func create(dir string, files map[string][]byte) error {
	parent := filepath.Dir(dir)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	staged, err := stage(parent, files)
	if err != nil {
		return err
	}
	defer os.RemoveAll(staged) //nolint:errcheck // it is not there any more if all went well
	return os.Rename(staged, dir)
}

// stage writes the files and the manifest to a new folder in parent.
func stage(parent string, files map[string][]byte) (string, error) {
	staged, err := os.MkdirTemp(parent, ".stytchsite-*")
	if err != nil {
		return "", err
	}
	write := func(name string, content []byte) error {
		file := filepath.Join(staged, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		return os.WriteFile(file, content, 0o644)
	}
	err = os.Chmod(staged, 0o755) //nolint:gosec // a site is for everybody to read
	for name, content := range files {
		err = errors.Join(err, write(name, content))
	}
	list := strings.Join(slices.Sorted(maps.Keys(files)), "\n") + "\n"
	if err = errors.Join(err, write(manifest, []byte(list))); err != nil {
		return "", errors.Join(err, os.RemoveAll(staged))
	}
	return staged, nil
}

// replace writes to a folder that exists.
func replace(dir string, files map[string][]byte) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close() //nolint:errcheck // nothing is written to a folder that is open
	old, err := written(root)
	if err != nil {
		return err
	}
	for name := range files {
		if _, err := root.Lstat(filepath.FromSlash(name)); err == nil && !old[name] {
			return fmt.Errorf("%s was not written by stytchsite: it would be overwritten", filepath.Join(dir, name))
		}
	}
	staged, err := stage(dir, files)
	if err != nil {
		return err
	}
	defer os.RemoveAll(staged) //nolint:errcheck // nobody minds an empty folder
	names := slices.Sorted(maps.Keys(files))
	for _, name := range append([]string{manifest}, names...) {
		if err := move(root, path.Join(filepath.Base(staged), name), name); err != nil {
			return err
		}
	}
	for name := range old {
		if files[name] == nil {
			err = errors.Join(err, remove(root, name))
		}
	}
	return err
}

// written returns the paths in the manifest. A folder that has other files and no
// manifest is not ours.
func written(root *os.Root) (map[string]bool, error) {
	content, err := root.ReadFile(manifest)
	if errors.Is(err, fs.ErrNotExist) {
		entries, err := fs.ReadDir(root.FS(), ".")
		if err == nil && len(entries) > 0 {
			err = fmt.Errorf("%s holds other files, such as %s: name a new or an empty folder", root.Name(), entries[0].Name())
		}
		return nil, err
	}
	if err != nil {
		return nil, err
	}
	names := make(map[string]bool)
	for line := range bytes.Lines(content) {
		if name := string(bytes.TrimSpace(line)); fs.ValidPath(name) {
			names[name] = true
		}
	}
	return names, nil
}

// move gives a staged file its name.
func move(root *os.Root, from, to string) error {
	if err := root.MkdirAll(filepath.FromSlash(path.Dir(to)), 0o755); err != nil {
		return err
	}
	return root.Rename(filepath.FromSlash(from), filepath.FromSlash(to))
}

// remove removes a file and the folders that are empty without it.
func remove(root *os.Root, name string) error {
	err := root.Remove(filepath.FromSlash(name))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	dir := path.Dir(name)
	for dir != "." && root.Remove(filepath.FromSlash(dir)) == nil { // until something is in one
		dir = path.Dir(dir)
	}
	return nil
}
