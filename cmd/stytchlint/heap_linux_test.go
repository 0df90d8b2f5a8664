package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestHugePages asks the kernel for which memory it was told to take large pages.
func TestHugePages(t *testing.T) { //nolint:paralleltest // it looks at the memory of the process
	if _, err := os.Stat("/sys/kernel/mm/transparent_hugepage"); err != nil {
		t.Skip("this kernel has none: ", err)
	}
	const size = 32 << 20
	before := huge(t)
	growIntoHugePages(size)
	if got := huge(t) - before; got < size {
		t.Errorf("%d bytes may have large pages, want %d at least", got, size)
	}
}

// huge returns for how many bytes large pages were asked.
func huge(t *testing.T) (bytes int) {
	t.Helper()
	maps, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Skip("nothing tells of the memory of this process: ", err)
	}
	size := 0
	for line := range strings.Lines(string(maps)) {
		if kb, ok := strings.CutPrefix(line, "Size:"); ok {
			if _, err := fmt.Sscanf(kb, "%d kB", &size); err != nil {
				t.Fatalf("%q: %v", line, err)
			}
		}
		if flags, ok := strings.CutPrefix(line, "VmFlags:"); ok && slices.Contains(strings.Fields(flags), "hg") {
			bytes += size << 10
		}
	}
	return bytes
}
