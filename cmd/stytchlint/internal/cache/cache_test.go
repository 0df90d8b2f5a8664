package cache

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// A test runs itself to do something else, as a variable says.
func TestMain(m *testing.M) {
	if dir := os.Getenv("STYTCHLINT_TEST_FILL"); dir != "" {
		fill(dir, time.Now().Add(time.Minute)) // unless it is killed before
		os.Exit(0)
	}
	if dir := os.Getenv("STYTCHLINT_TEST_FULL"); dir != "" {
		full(dir)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// self returns a command that runs this test program with a variable set.
func self(t *testing.T, variable, dir string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), variable+"="+dir)
	cmd.Stderr = os.Stderr
	return cmd
}

// key and content are those of entry n.
func key(n int) Key { return sha256.Sum256(fmt.Append(nil, n)) }

func content(n int) []byte { return bytes.Repeat(fmt.Appendf(nil, "entry %d\n", n), 1+n%7*3000) }

// store is the key of the cache itself.
var store = key(-1)

const entries = 50

// fill keeps the same entries again and again.
func fill(dir string, end time.Time) {
	for round := 0; time.Now().Before(end); round++ {
		c, err := Open(dir, store)
		if err != nil {
			panic(err)
		}
		for n := range entries {
			c.Put(key(n), content(n))
		}
		c.Close()
		if round%3 == 0 {
			_ = Clean(dir)
		}
	}
}

// reopened opens a cache for the time of a test.
func reopened(t *testing.T, dir string, now time.Time) *Cache {
	t.Helper()
	c, err := open(dir, store, now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// kept returns the numbers of the entries below n that a cache has, and fails if one
// has another content than it should.
func kept(t *testing.T, c *Cache, n int) (list []int) {
	t.Helper()
	for i := range n {
		data, ok := c.Get(key(i))
		if ok {
			list = append(list, i)
		}
		if ok && !bytes.Equal(data, content(i)) {
			t.Errorf("entry %d is %d bytes long", i, len(data))
		}
	}
	return list
}

// write keeps entries.
func write(t *testing.T, dir string, now time.Time, numbers ...int) {
	t.Helper()
	c := reopened(t, dir, now)
	for _, n := range numbers {
		c.Put(key(n), content(n))
	}
	c.Close()
}

// theFile returns the name and the content of the only file in a folder.
func theFile(t *testing.T, dir string) (name string, content []byte) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%q, %v", files, err)
	}
	if content, err = os.ReadFile(files[0]); err != nil {
		t.Fatal(err)
	}
	return files[0], content
}

// TestKept keeps entries, some of them twice.
func TestKept(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "deep", "cache")
	now := time.Now()
	write(t, dir, now, 0, 1, 2)
	write(t, dir, now, 3, 1)
	if got := kept(t, reopened(t, dir, now), entries); !slices.Equal(got, []int{0, 1, 2, 3}) {
		t.Errorf("kept %v", got)
	}
	c := reopened(t, dir, now)
	c.Put(key(4), content(4))
	if got := kept(t, c, entries); !slices.Equal(got, []int{0, 1, 2, 3, 4}) {
		t.Errorf("with what is not written yet: %v", got)
	}
	other, err := open(dir, key(-2), now)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if got := kept(t, other, entries); got != nil {
		t.Errorf("under another key: %v", got)
	}
}

// TestKilled ends programs that fill a cache, at several moments, and finds no entry
// that is not whole. What is kept afterwards is found.
func TestKilled(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	now := time.Now()
	found := 0
	for round := range 12 {
		cmd := self(t, "STYTCHLINT_TEST_FILL", dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
			if u, err := Measure(dir); err == nil && u.Bytes > 0 {
				break // it is in the middle of it
			}
		}
		time.Sleep(time.Duration(round) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // it was killed
		found += len(kept(t, reopened(t, dir, now), entries))
		write(t, dir, now, entries+round)
		c := reopened(t, dir, now)
		if got, ok := c.Get(key(entries + round)); !ok || !bytes.Equal(got, content(entries+round)) {
			t.Errorf("round %d: not kept behind what was left there", round)
		}
	}
	if found == 0 {
		t.Error("there are no entries")
	}
}

// TestDamaged has a file that ends everywhere, and one in which each byte is another
// one. Nothing is found that was not kept, and what is kept afterwards is found.
func TestDamaged(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	now := time.Now()
	write(t, dir, now, 0, 7, 14) // short ones
	name, whole := theFile(t, dir)
	for i := range whole {
		flipped := bytes.Clone(whole)
		flipped[i] ^= 0x10
		for what, damaged := range map[string][]byte{"cut off": whole[:i], "changed": flipped} {
			if err := os.WriteFile(name, damaged, 0o600); err != nil {
				t.Fatal(err)
			}
			if got := kept(t, reopened(t, dir, now), 20); len(got) >= 3 {
				t.Errorf("%s at %d: kept %v", what, i, got)
			}
			write(t, dir, now, 1)
			if got := kept(t, reopened(t, dir, now), 20); !slices.Contains(got, 1) {
				t.Errorf("%s at %d: then, kept %v", what, i, got)
			}
			if u, err := Measure(dir); err != nil || u.Bytes > 1<<20 {
				t.Fatalf("%s at %d: %+v, %v", what, i, u, err)
			}
		}
	}
}

// TestGarbage has a file as another version of this package may write it, and one with
// zeros, as a crash of the system leaves it. It is written anew.
func TestGarbage(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	now := time.Now()
	write(t, dir, now, 0, 1)
	name, whole := theFile(t, dir)
	for what, garbage := range map[string][]byte{
		"another version": bytes.ReplaceAll(whole, []byte(mark), []byte("sl99")),
		"zeros":           make([]byte, len(whole)),
	} {
		if err := os.WriteFile(name, garbage, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := kept(t, reopened(t, dir, now), entries); got != nil {
			t.Errorf("%s: kept %v", what, got)
		}
		write(t, dir, now, 2)
		if got := kept(t, reopened(t, dir, now), entries); !slices.Equal(got, []int{2}) {
			t.Errorf("%s: then, kept %v", what, got)
		}
		if _, got := theFile(t, dir); !bytes.HasPrefix(got, appendEntry(nil, key(2), content(2))) {
			t.Errorf("%s: still there", what)
		}
	}
}

// TestFull has a disk that is full after an entry and a half.
func TestFull(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	now := time.Now()
	write(t, dir, now, 0)
	if out, err := self(t, "STYTCHLINT_TEST_FULL", dir).Output(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if got := kept(t, reopened(t, dir, now), entries); !slices.Equal(got, []int{0}) {
		t.Errorf("kept %v", got)
	}
	write(t, dir, now, 2)
	if got := kept(t, reopened(t, dir, now), entries); !slices.Equal(got, []int{0, 2}) {
		t.Errorf("then, kept %v", got)
	}
}

// TestAtOnce has several programs that keep entries at the same time.
func TestAtOnce(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	now := time.Now()
	var wg sync.WaitGroup
	for i := range 10 {
		c := reopened(t, dir, now)
		wg.Go(func() {
			for n := i; n < entries; n += 10 {
				c.Put(key(n), content(n))
			}
			c.Close()
		})
	}
	wg.Wait()
	if got := kept(t, reopened(t, dir, now), entries); len(got) != entries {
		t.Errorf("kept %v", got)
	}
}

// TestLocked has a file that another program is writing to.
func TestLocked(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	now := time.Now()
	write(t, dir, now, 0)
	name, _ := theFile(t, dir)
	other, err := lockedfile.Edit(name)
	if err != nil {
		t.Fatal(err)
	}
	c := reopened(t, dir, now)
	c.Put(key(1), content(1))
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		c.Close()
	}()
	select {
	case <-closed:
		t.Error("written beside another program")
	case <-time.After(100 * time.Millisecond): // it waits
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	<-closed
	if got := kept(t, reopened(t, dir, now), entries); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("kept %v", got)
	}
}

// TestGone has a folder that is removed while it is in use, and one that is a file.
func TestGone(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "cache")
	c := reopened(t, dir, time.Now())
	c.Put(key(1), content(1))
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	c.Close()
	if u, err := Measure(dir); err != nil || u != (Usage{}) {
		t.Errorf("%v, %v", u, err)
	}
	if err := Clean(dir); err != nil {
		t.Error(err)
	}
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, store); err == nil {
		t.Error("no error for a file")
	}
	if err := Clean(dir); err == nil {
		t.Error("no error for a file")
	}
	var none *Cache
	none.Put(key(1), content(1))
	none.Close()
	if _, ok := none.Get(key(1)); ok {
		t.Error("kept by no cache")
	}
}

// TestPeriods uses an entry all the time, and another one no more.
func TestPeriods(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	now := time.Now()
	write(t, dir, now.Add(-3*period), 1, 2)
	for p := -2; p <= 0; p++ {
		c := reopened(t, dir, now.Add(time.Duration(p)*period))
		if got, ok := c.Get(key(1)); !ok || !bytes.Equal(got, content(1)) {
			t.Errorf("period %d: what is in use is gone", p)
		}
		c.Close()
	}
	if got := kept(t, reopened(t, dir, now), entries); !slices.Equal(got, []int{1}) {
		t.Errorf("kept %v", got)
	}
	if u, err := Measure(dir); err != nil || u.Files != 2 {
		t.Errorf("%+v, %v", u, err)
	}
}

// TestClean leaves alone what is no entry.
func TestClean(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	now := time.Now()
	write(t, dir, now, 1)
	name, whole := theFile(t, dir)
	name = filepath.Base(name)
	others := []string{"README", name[:nameSize], name + "x", "x" + name, "G" + name[1:], filepath.Join("gopls", name)}
	for _, other := range others {
		file := filepath.Join(dir, other)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if u, err := Measure(dir); err != nil || u != (Usage{1, int64(len(whole))}) {
		t.Errorf("%+v, %v", u, err)
	}
	if err := Clean(dir); err != nil {
		t.Fatal(err)
	}
	if got := kept(t, reopened(t, dir, now), entries); got != nil {
		t.Errorf("kept %v", got)
	}
	for _, other := range others {
		if _, err := os.Stat(filepath.Join(dir, other)); err != nil {
			t.Error(err)
		}
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

// TestCleaned has a cache that another program cleans and fills again while it is open.
func TestCleaned(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	now := time.Now()
	write(t, dir, now, 0, 1, 2)
	c := reopened(t, dir, now)
	if err := Clean(dir); err != nil {
		t.Fatal(err)
	}
	write(t, dir, now, 7)
	c.Put(key(14), content(14))
	c.Close()
	if got := kept(t, reopened(t, dir, now), entries); !slices.Equal(got, []int{7, 14}) {
		t.Errorf("kept %v", got)
	}
}

// TestOverwritten has a file that gets other entries in the places of those that were
// there when it was opened.
func TestOverwritten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	now := time.Now()
	write(t, dir, now, 7)
	c := reopened(t, dir, now)
	name, _ := theFile(t, dir)
	if err := os.WriteFile(name, appendEntry(nil, key(0), content(0)), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := kept(t, c, entries); got != nil {
		t.Errorf("kept %v", got)
	}
}
