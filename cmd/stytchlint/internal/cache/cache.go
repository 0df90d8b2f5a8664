// Package cache keeps what a run has found out for the next ones, in a folder, by
// keys.
//
// The folder is one as the go command has it for what it builds: entries have
// checksums, so that one that is damaged or was written by half is none at all;
// several programs may use it at once; and what nobody has used for five days goes.
// Whatever goes wrong with it, there is no error: what cannot be kept is found out
// again.
package cache

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/cache"
)

// Variable is the name of the environment variable that says where the folder is.
const Variable = "STYTCHLINT_CACHE"

// off is the value of the variable with which nothing is kept.
const off = "off"

// ErrOff says that nothing is kept because the user wants it so.
var ErrOff = errors.New(Variable + "=" + off)

// A Key says what something was found out from: all that could change it.
type Key = [sha256.Size]byte

// A Cache is a folder with entries. All methods of a nil cache do nothing.
type Cache struct {
	entries *cache.Cache
}

// Dir returns the folder that the environment names, or else one in the user's
// folder for caches. The error is ErrOff if there is to be none.
func Dir() (string, error) {
	switch dir := os.Getenv(Variable); dir {
	case off:
		return "", ErrOff
	case "":
		user, err := os.UserCacheDir()
		if err != nil {
			return "", err
		}
		return filepath.Join(user, "stytchlint"), nil
	default:
		return filepath.Abs(dir)
	}
}

// Open opens the cache in a folder, and makes the folder if need be. Others than the
// user cannot read it, since the entries hold pieces of source.
func Open(dir string) (*Cache, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	entries, err := cache.Open(dir)
	if err != nil {
		return nil, err
	}
	return &Cache{entries}, nil
}

// Get returns what was kept under a key, if anything.
func (c *Cache) Get(k Key) (data []byte, ok bool) {
	if c == nil {
		return nil, false
	}
	data, _, err := c.entries.GetBytes(k)
	return data, err == nil
}

// Put keeps something under a key.
func (c *Cache) Put(k Key, data []byte) {
	if c != nil {
		_, _, _ = c.entries.PutNoVerify(k, bytes.NewReader(data)) // it is found out again
	}
}

// Trim removes what has not been used for long. It looks for that once a day.
func (c *Cache) Trim() {
	if c != nil {
		_ = c.entries.Trim() // the next run tries again
	}
}

// A Usage says how much a folder holds.
type Usage struct {
	Files int
	Bytes int64
}

// Measure returns how much the cache in a folder holds. One that does not exist
// holds nothing.
func Measure(dir string) (Usage, error) {
	var u Usage
	err := each(dir, func(file string) error {
		info, err := os.Stat(file)
		if err == nil {
			u.Files++
			u.Bytes += info.Size()
		}
		return nil // another program may have removed it
	})
	return u, err
}

// Clean removes all entries from the cache in a folder, and nothing else that may
// be there.
func Clean(dir string) error {
	return each(dir, func(file string) error {
		if err := os.Remove(file); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		return nil
	})
}

// each calls f for the file of each entry. It goes on after errors.
func each(dir string, f func(file string) error) error {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return fmt.Errorf("%s is not a folder", dir)
	}
	var errs []error
	for i := range 256 {
		sub := fmt.Sprintf("%02x", i)
		files, err := os.ReadDir(filepath.Join(dir, sub))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			errs = append(errs, err)
		}
		for _, file := range files {
			if isEntry(file.Name(), sub) {
				errs = append(errs, f(filepath.Join(dir, sub, file.Name())))
			}
		}
	}
	return errors.Join(errs...)
}

// isEntry reports whether a file with a name is one of those that an entry is made
// of: a key or a checksum in hexadecimal, then -a or -d.
func isEntry(name, sub string) bool {
	if len(name) != 2*sha256.Size+len("-a") || name[:2] != sub {
		return false
	}
	end := name[2*sha256.Size:]
	return end == "-a" || end == "-d"
}
