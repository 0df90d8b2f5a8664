package main

import (
	"runtime"
	"runtime/debug"
)

// startingHeap is the size up to which the heap grows before any garbage is collected.
// Most runs end before that.
const startingHeap = 128 << 20

// delayCollection puts off the first collection of garbage until the heap has the
// starting size. What comes then is as it is always, unless GOGC says something else.
func delayCollection() {
	const usual, smallest = 100, 4 << 20 // without GOGC, and the heap at which it begins with that
	if before := debug.SetGCPercent(usual * startingHeap / smallest); before != usual {
		debug.SetGCPercent(before)
		return
	}
	growIntoHugePages(startingHeap)
	type sentinel struct{ _ *int } // with a pointer, so that it is alone
	runtime.AddCleanup(new(sentinel), func(int) { debug.SetGCPercent(usual) }, 0)
}
