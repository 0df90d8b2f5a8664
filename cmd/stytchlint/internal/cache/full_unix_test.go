//go:build unix

package cache

import (
	"os/signal"
	"syscall"
	"time"
)

// full keeps an entry where no file can grow to more than one and a half.
func full(dir string) {
	signal.Ignore(syscall.SIGXFSZ)
	u, err := Measure(dir)
	if err != nil {
		panic(err)
	}
	limit := uint64(u.Bytes) + uint64(len(content(1))/2)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit}); err != nil {
		panic(err)
	}
	c, err := open(dir, store, time.Now())
	if err != nil {
		panic(err)
	}
	c.Put(key(1), content(1))
	c.Close()
}
