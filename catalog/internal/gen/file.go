package main

import (
	"bytes"
	"fmt"
	"go/format"
	"os"
	"path/filepath"

	"github.com/stytchlint/stytchlint/catalog/internal/table"
)

// A file is a generated one.
type file struct {
	path    string // relative to the folder of package catalog
	content []byte
}

// newFile returns the file that holds source, formatted.
func newFile(path string, source []byte) (file, error) {
	content, err := format.Source(source)
	if err != nil {
		return file{}, fmt.Errorf("%s: %w", path, err)
	}
	return file{path, content}, nil
}

// check returns an error unless the file in dir has the content of f.
func (f file) check(dir string) error {
	path := filepath.Join(dir, filepath.FromSlash(f.path))
	old, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	if err != nil || !bytes.Equal(old, f.content) {
		return fmt.Errorf("%s is stale; to mend it, run: go generate ./catalog", path)
	}
	return nil
}

func writeAll(dir string, files []file) error {
	for _, f := range files {
		if err := f.write(dir); err != nil {
			return err
		}
	}
	return nil
}

// write replaces the file in dir at once: whoever reads it sees the old
// content or the new one, and never a part. A file that is up to date is left
// alone.
func (f file) write(dir string) error {
	if f.check(dir) == nil {
		return nil
	}
	path := filepath.Join(dir, filepath.FromSlash(f.path))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return table.Write(path, f.content)
}
