package cache

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv("STYTCHLINT_TEST_FILL"); dir != "" {
		fill(dir, time.Now().Add(time.Minute)) // unless it is killed before
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// key and content are those of entry n.
func key(n int) Key { return sha256.Sum256(fmt.Append(nil, n)) }

func content(n int) []byte { return bytes.Repeat(fmt.Appendf(nil, "entry %d\n", n), 1+n%7*3000) }

const entries = 50

// fill keeps the same entries again and again.
func fill(dir string, end time.Time) {
	c, err := Open(dir)
	if err != nil {
		panic(err)
	}
	for n := 0; time.Now().Before(end); n = (n + 1) % entries {
		c.Put(key(n), content(n))
		if n == entries/2 {
			_ = Clean(dir)
		}
	}
}

// TestKilled ends programs that fill a cache, and finds no entry that is not whole.
func TestKilled(t *testing.T) {
	t.Parallel()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	found := 0
	for round := range 5 {
		cmd := exec.Command(exe)
		cmd.Env = append(os.Environ(), "STYTCHLINT_TEST_FILL="+dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
			if u, err := Measure(dir); err == nil && u.Files > 10*round {
				break // it is in the middle of it
			}
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // it was killed
		c, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		for n := range entries {
			data, ok := c.Get(key(n))
			if ok && !bytes.Equal(data, content(n)) {
				t.Errorf("entry %d is %d bytes long", n, len(data))
			}
			if ok {
				found++
			}
		}
	}
	if found == 0 {
		t.Error("there are no entries")
	}
}

// TestGone has a folder that is removed while it is in use.
func TestGone(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "deep", "cache")
	c, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	c.Put(key(1), content(1))
	if data, ok := c.Get(key(1)); !ok || !bytes.Equal(data, content(1)) {
		t.Error("not kept")
	}
	c.Trim()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	c.Put(key(1), content(1))
	if _, ok := c.Get(key(1)); ok {
		t.Error("kept in a folder that is gone")
	}
	if u, err := Measure(dir); err != nil || u != (Usage{}) {
		t.Errorf("%v, %v", u, err)
	}
	if err := Clean(dir); err != nil {
		t.Error(err)
	}
	var none *Cache
	none.Put(key(1), content(1))
	none.Trim()
	if _, ok := none.Get(key(1)); ok {
		t.Error("kept by no cache")
	}
}

// TestTrim removes what has not been used for long.
func TestTrim(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	c, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	c.Put(key(1), content(1))
	c.Put(key(2), content(2))
	c.Get(key(1))
	long := time.Now().Add(-30 * 24 * time.Hour)
	err = each(dir, func(file string) error {
		if data, err := os.ReadFile(file); err == nil && (bytes.Equal(data, content(2)) || bytes.Contains(data, fmt.Appendf(nil, "%x", key(2)))) {
			return os.Chtimes(file, long, long)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	c.Trim()
	if _, ok := c.Get(key(1)); !ok {
		t.Error("what is in use was removed")
	}
	if _, ok := c.Get(key(2)); ok {
		t.Error("what is not in use is still there")
	}
}

// TestClean leaves alone what is no entry.
func TestClean(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	c, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	c.Put(key(1), content(1))
	others := []string{"README", filepath.Join("00", "notes.txt"), filepath.Join("00", "00-a")}
	for _, name := range others {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if u, err := Measure(dir); err != nil || u.Files != 2 || u.Bytes < int64(len(content(1))) {
		t.Errorf("%+v, %v", u, err)
	}
	if err := Clean(dir); err != nil {
		t.Fatal(err)
	}
	if _, ok := c.Get(key(1)); ok {
		t.Error("not removed")
	}
	for _, name := range others {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
	if err := Clean(filepath.Join(dir, "README")); err == nil {
		t.Error("no error for a file")
	}
	if _, err := Open(filepath.Join(dir, "README")); err == nil {
		t.Error("no error for a file")
	}
}

func TestDir(t *testing.T) { //nolint:paralleltest // it changes the environment
	t.Setenv(Variable, "off")
	if _, err := Dir(); !errors.Is(err, ErrOff) {
		t.Errorf("off: %v", err)
	}
	t.Setenv(Variable, "folder")
	if dir, err := Dir(); err != nil || !filepath.IsAbs(dir) || filepath.Base(dir) != "folder" {
		t.Errorf("folder: %s, %v", dir, err)
	}
	t.Setenv(Variable, "")
	user, err := os.UserCacheDir()
	if err != nil {
		t.Skip(err)
	}
	if dir, err := Dir(); err != nil || dir != filepath.Join(user, "stytchlint") {
		t.Errorf("unset: %s, %v", dir, err)
	}
}
