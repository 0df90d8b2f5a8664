// Package atomicfile writes files so that nobody ever sees half of one.
package atomicfile

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Write replaces the content of a file, or creates it: whoever reads it sees
// the old content or the new one. The file keeps its mode, and a symbolic link
// keeps leading to it.
func Write(name string, content []byte) error {
	mode := fs.FileMode(0o644)
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	switch info, err := os.Stat(name); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return &fs.PathError{Op: "write", Path: name, Err: errors.New("not a regular file")}
	case info.Mode().Perm()&0o200 == 0:
		return &fs.PathError{Op: "write", Path: name, Err: fs.ErrPermission} // a rename would not mind
	default:
		mode = info.Mode().Perm()
	}
	if err := replace(name, content, mode); err != nil {
		return &fs.PathError{Op: "write", Path: name, Err: cause(err)}
	}
	return nil
}

// replace writes a temporary file beside the file and gives it its name.
func replace(name string, content []byte, mode fs.FileMode) error {
	temp, err := os.CreateTemp(filepath.Dir(name), ".stytchlint-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) //nolint:errcheck // fails once it is renamed
	_, err = temp.Write(content)
	err = cmp.Or(err, temp.Chmod(mode), temp.Close())
	if err != nil {
		return err
	}
	return os.Rename(temp.Name(), name)
}

// cause returns an error without the name of the temporary file, which means
// nothing to anybody.
func cause(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err
	}
	return err
}
