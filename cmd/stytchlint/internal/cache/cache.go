// Package cache keeps what a run has found out for the next ones, by keys, in a
// folder.
//
// A file of the folder has many entries, one after the other. A run that has found
// something out adds to the end, under a lock. Each entry has a checksum, so that one
// that is damaged or was written by half is none at all. Every few days a new file is
// begun, into which goes what is still used of the one before, and older ones are
// removed. Whatever goes wrong with that, there is no error: what cannot be kept is
// found out again.
package cache

import (
	"crypto/sha256"
	"os"
	"sync"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// A Key says what something was found out from: all that could change it.
type Key = [sha256.Size]byte

// A Cache is a file with entries, and the one before it. All methods of a nil cache
// do nothing. Several goroutines, and several programs, may use the same.
type Cache struct {
	dir        string
	period     int64
	now, older *file

	mu      sync.Mutex
	fresh   map[Key][]byte // what is not in the file yet
	pending []byte         // the same, as it is written
	end     int64          // up to where the file was looked at
}

// maxPending bounds what is in memory only.
const maxPending = 1 << 20

// Open opens the cache for a key in a folder, and makes the folder if need be. Others
// than the user cannot read it, since the entries hold pieces of source.
func Open(dir string, k Key) (*Cache, error) { return open(dir, k, time.Now()) }

func open(dir string, k Key, now time.Time) (*Cache, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	p := periodOf(now)
	c := &Cache{
		dir: dir, period: p, fresh: make(map[Key][]byte),
		now: openFile(fileName(dir, k, p)), older: openFile(fileName(dir, k, p-1)),
	}
	c.end = c.now.end
	return c, nil
}

// Fresh reports whether there was nothing in the cache when it was opened.
func (c *Cache) Fresh() bool { return c == nil || len(c.now.index) == 0 && len(c.older.index) == 0 }

// Get returns what was kept under a key, if anything.
func (c *Cache) Get(k Key) (data []byte, ok bool) {
	if c == nil {
		return nil, false
	}
	c.mu.Lock()
	data, ok = c.fresh[k]
	c.mu.Unlock()
	if ok {
		return data, true
	}
	if data, ok = c.now.get(k); ok {
		return data, true
	}
	if data, ok = c.older.get(k); ok {
		c.Put(k, data) // it is still used
	}
	return data, ok
}

// Put keeps something under a key. The data must not be changed any more.
func (c *Cache) Put(k Key, data []byte) {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.fresh[k] = data
	c.pending = appendEntry(c.pending, k, data)
	if len(c.pending) > maxPending {
		c.flush()
	}
}

// flush writes what is pending to the end of the file. What others have left there by
// half is overwritten.
func (c *Cache) flush() {
	defer func() {
		c.pending = nil
		clear(c.fresh)
	}()
	f, err := lockedfile.OpenFile(c.now.name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return
	}
	defer f.Close() //nolint:errcheck // an entry that is not whole is none
	end := scan(f.File, c.end, nil)
	if _, err := f.WriteAt(c.pending, end); err == nil { // the disk may be full
		c.end = end + int64(len(c.pending))
	}
}

// Close writes what is not written yet, and removes files that nobody has used for
// long. Nothing can be asked of the cache any more.
func (c *Cache) Close() {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.pending) > 0 {
		c.flush()
	}
	if c.end > c.now.end {
		trim(c.dir, c.period)
	}
	c.now.close()
	c.older.close()
}
