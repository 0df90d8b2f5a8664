package main

import (
	"runtime"
	"syscall"
)

// growIntoHugePages lets the heap have large pages up to a size, where the system gives them
// to who asks: a run ends before most of its memory is used twice, so that it costs as much to
// get a page as to fill it, above all in a virtual machine. The heap grows into what is asked
// for here, which is garbage at once, and untouched.
func growIntoHugePages(size int) {
	_ = syscall.Madvise(make([]byte, size), syscall.MADV_HUGEPAGE) // without them, it is as before
	runtime.GC()
}
