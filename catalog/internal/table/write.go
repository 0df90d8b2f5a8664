package table

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Write replaces the content of a file at once, or creates it: whoever reads it
// sees the old content or the new one, and never a part. It is for the programs
// that write into this repository; the command has atomicfile, which minds modes
// and links as well.
func Write(path string, content []byte) error {
	if info, err := os.Stat(path); err == nil {
		switch {
		case !info.Mode().IsRegular():
			return &fs.PathError{Op: "write", Path: path, Err: errors.New("not a regular file")}
		case info.Mode().Perm()&0o200 == 0:
			return &fs.PathError{Op: "write", Path: path, Err: fs.ErrPermission} // a rename would not mind
		}
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".stytchlint-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) //nolint:errcheck // fails once it is renamed
	_, err = temp.Write(content)
	err = cmp.Or(err, temp.Chmod(0o644), temp.Close())
	if err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}
