package analyzer

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/testdata/fuzzseed"
)

// FuzzNearest checks that the answer is the nearest candidate, that it is near
// enough, and that a long name is no work.
func FuzzNearest(f *testing.F) {
	const flags = "format,fix,diff,C,h,stytchcode.known"
	names := []string{"", "x", "fromat", "stytchcode.knwon", "stytchtraget", "code", "\xff"}
	for _, name := range append(names, strings.Repeat("format", 10_000)) {
		f.Add(name, flags)
		f.Add(name, "")
		f.Add(name, name+",,"+name)
	}
	lists := fuzzseed.Changed(1000, flags, "stytchcode,stytchtarget,stytchtext")
	for i, name := range fuzzseed.Changed(1000, append(names, strings.Split(flags, ",")...)...) {
		f.Add(name, lists[i])
	}
	f.Fuzz(func(t *testing.T, name, list string) {
		if len(list) > 1000 {
			return // the candidates are names of the program's
		}
		candidates := strings.Split(list, ",")
		budget := 1 << 16
		for _, c := range candidates {
			budget += 20 * (len(c) + 10) * (len(c) + 10)
		}
		before := allocated()
		got := Nearest(name, candidates)
		if bytes := allocated() - before; bytes > uint64(budget) {
			t.Errorf("%d bytes allocated, more than %d", bytes, budget)
		}
		if len(name) > 1000 {
			return
		}
		limit := min(len(name), max(1, len(name)/3)+1)
		if got == "" {
			for _, c := range candidates {
				if d := distance(name, c); c != "" && d < limit {
					t.Errorf("%q is at a distance of %d only", c, d)
				}
			}
			return
		}
		best := distance(name, got)
		if !slices.Contains(candidates, got) || best >= limit {
			t.Errorf("%q is no candidate that is near", got)
		}
		for _, c := range candidates {
			if distance(name, c) < best {
				t.Errorf("%q is nearer than %q", c, got)
			}
		}
		if check := NearestCheck(name); check != "" && !slices.ContainsFunc(All(), func(a *analysis.Analyzer) bool { return a.Name == check }) {
			t.Errorf("%q is no check", check)
		}
	})
}

// allocated returns how many bytes were ever allocated.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}
