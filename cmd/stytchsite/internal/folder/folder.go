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

const (
	// manifest is the file that makes a folder ours. It names what is in it, one path
	// a line.
	manifest = ".stytchsite"
	// staging is the folder that files are written to, before they get their names. A
	// run that is killed leaves it behind, and the next one removes it.
	staging = ".stytchsite.new"
)

// Write makes dir hold the files, by their paths with slashes: a folder that does not
// exist yet, that is empty, or that was written by Write before. What was written
// then and is no file any more goes away; what others put there stays. An error that
// something is in the way, or that a file cannot be written, comes before any file in
// dir is changed.
//
// All files are written before the first one gets its name, so nobody sees half of one.
func Write(dir string, files map[string][]byte) (err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
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
		if err := free(root, name, old); err != nil {
			return err
		}
	}
	if err := root.RemoveAll(staging); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.RemoveAll(staging)) }()
	for name, content := range files {
		if err := write(root, path.Join(staging, name), content); err != nil {
			return err
		}
	}

	// From here on, a run that is killed leaves a folder whose manifest names all that
	// is in it, so that the next one mends it.
	if err := list(root, slices.Concat(old, slices.Collect(maps.Keys(files)))); err != nil {
		return err
	}
	for _, name := range old {
		if _, ok := files[name]; !ok {
			if err := remove(root, name); err != nil {
				return err
			}
		}
	}
	for name := range files {
		if err := move(root, name); err != nil {
			return err
		}
	}
	return list(root, slices.Collect(maps.Keys(files)))
}

// written returns the paths in the manifest. A folder that has other files and no
// manifest is not ours.
func written(root *os.Root) ([]string, error) {
	content, err := root.ReadFile(manifest)
	if errors.Is(err, fs.ErrNotExist) {
		entries, err := fs.ReadDir(root.FS(), ".")
		for _, entry := range entries {
			if entry.Name() != staging {
				return nil, fmt.Errorf("%s holds other files, such as %s: name a new or an empty folder", root.Name(), entry.Name())
			}
		}
		return nil, err
	}
	var names []string
	for line := range bytes.Lines(content) {
		if name := string(bytes.TrimSpace(line)); fs.ValidPath(name) && name != "." {
			names = append(names, name)
		}
	}
	return names, err
}

// free returns an error if something of others has the name, or is where a folder has
// to be.
func free(root *os.Root, name string, old []string) error {
	for at := name; at != "."; at = path.Dir(at) {
		info, err := root.Lstat(filepath.FromSlash(at))
		if err == nil && (at == name || !info.IsDir()) && !slices.Contains(old, at) {
			return fmt.Errorf("%s was not written by stytchsite, and is in the way", filepath.Join(root.Name(), filepath.FromSlash(at)))
		}
	}
	return nil
}

// list writes the manifest.
func list(root *os.Root, names []string) error {
	slices.Sort(names)
	content := strings.Join(slices.Compact(names), "\n") + "\n"
	if err := write(root, path.Join(staging, manifest), []byte(content)); err != nil {
		return err
	}
	return move(root, manifest)
}

// write writes a file, and makes the folders that it is in.
func write(root *os.Root, name string, content []byte) error {
	name = filepath.FromSlash(name)
	if err := root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return root.WriteFile(name, content, 0o644)
}

// move gives a staged file its name.
func move(root *os.Root, name string) error {
	if err := root.MkdirAll(filepath.FromSlash(path.Dir(name)), 0o755); err != nil {
		return err
	}
	return root.Rename(filepath.Join(staging, filepath.FromSlash(name)), filepath.FromSlash(name))
}

// remove removes a file and the folders that are empty without it.
func remove(root *os.Root, name string) error {
	err := root.Remove(filepath.FromSlash(name))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for dir := path.Dir(name); dir != "." && root.Remove(filepath.FromSlash(dir)) == nil; { // until something is in one
		dir = path.Dir(dir)
	}
	return nil
}
