package cache

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Variable is the name of the environment variable that says where the folder is.
const Variable = "STYTCHLINT_CACHE"

// off is the value of the variable with which nothing is kept.
const off = "off"

// ErrOff says that nothing is kept because the user wants it so.
var ErrOff = errors.New(Variable + "=" + off)

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

// A new file is begun in each period. What was used in neither this one nor the one
// before is gone.
const period = 5 * 24 * time.Hour

func periodOf(t time.Time) int64 { return t.Unix() / int64(period.Seconds()) }

// fileName returns the name of the file for a key in a period.
func fileName(dir string, k Key, period int64) string {
	return filepath.Join(dir, fmt.Sprintf("%x.%d", k, period))
}

// nameSize is the length of the names of files before the period.
const nameSize = 2*len(Key{}) + len(".")

// filePeriod returns the period of a file by its name. It reports whether it is one of
// this package.
func filePeriod(name string) (period int64, ok bool) {
	if len(name) <= nameSize || name[nameSize-1] != '.' || strings.Trim(name[:nameSize-1], "0123456789abcdef") != "" {
		return 0, false
	}
	period, err := strconv.ParseInt(name[nameSize:], 10, 64)
	return period, err == nil
}

// trim removes the files that are not read any more in a period.
func trim(dir string, now int64) {
	_ = each(dir, func(file string, period int64) error { // the next run tries again
		if period < now-1 {
			return os.Remove(file)
		}
		return nil
	})
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
	err := each(dir, func(file string, _ int64) error {
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
	return each(dir, func(file string, _ int64) error {
		if err := os.Remove(file); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		return nil
	})
}

// each calls f for each file. It goes on after errors.
func each(dir string, f func(file string, period int64) error) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err == nil && !info.IsDir():
		return fmt.Errorf("%s is not a folder", dir)
	}
	entries, err := os.ReadDir(dir)
	errs := []error{err}
	for _, e := range entries {
		if period, ok := filePeriod(e.Name()); ok {
			errs = append(errs, f(filepath.Join(dir, e.Name()), period))
		}
	}
	return errors.Join(errs...)
}
