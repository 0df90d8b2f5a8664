package catalog

import (
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/testdata/fuzzseed"
)

// FuzzNearest checks what the comment of Set.Nearest promises of every name.
func FuzzNearest(f *testing.F) {
	names := []string{"", "_", "a", "SessionNotFound", "é_é", "\xff\x00", "sha_256", "a__b", "Invalid SHA512 hash"}
	stytch.Nearest("x") // builds the index, which is no work of a question
	data := &stytch.data
	for i := range data.Codes {
		names = append(names, data.Codes[i].Name)
	}
	for i := range data.Retired {
		names = append(names, strings.ToUpper(data.Retired[i].Name))
	}
	for i := range data.Aliases {
		name := data.Aliases[i].Name
		names = append(names, name[1:]+name[:1])
	}
	for _, name := range slices.Concat(names, fuzzseed.Changed(len(names), names...)) {
		f.Add(name)
	}
	again := New(stytch.data) // the maps of its index have an order of their own

	f.Fuzz(func(t *testing.T, name string) {
		before := allocated()
		m := stytch.Nearest(name)
		if bytes, limit := allocated()-before, uint64(1<<16+64*len(name)); bytes > limit {
			t.Errorf("%d bytes allocated for a name of %d, more than %d", bytes, len(name), limit)
		}
		if other := again.Nearest(name); !reflect.DeepEqual(m, other) {
			t.Errorf("%+v, and then %+v", m, other)
		}
		checkPromises(t, name, m)
		checkCase(t, name, m)
	})
}

// checkPromises checks an answer about name against what its reason means.
func checkPromises(t *testing.T, name string, m Match) {
	t.Helper()
	for i, c := range m.Codes {
		if _, ok := stytch.Lookup(c); !ok {
			t.Errorf("%q is no code", c)
		}
		if slices.Contains(m.Codes[:i], c) {
			t.Errorf("%q is there twice", c)
		}
	}
	if _, ok := stytch.Lookup(name); ok != (m.Reason == Exact) {
		t.Errorf("a code: %t, but %+v", ok, m)
	}
	form, limit := normal(name), 2
	if letters(form) < 8 {
		limit = 1
	}
	fits := func(string) bool { return true }
	one := len(m.Codes) == 1 // several codes mean that each is as likely
	switch m.Reason {
	case Exact:
		fits = func(code string) bool { return one && code == name }
	case Spelling:
		fits = func(code string) bool { return one && squash(code) == squash(name) }
	case Reordered:
		fits = func(code string) bool { return slices.Equal(sortedWords(code), sortedWords(form)) }
	case Typo:
		fits = func(code string) bool { return slowDistance(form, code) <= limit }
	case Unknown:
		fits = func(string) bool { return false }
	case Renamed, Invented, Words:
		if len(m.Codes) == 0 {
			t.Errorf("no code in %+v", m)
		}
	}
	for _, c := range m.Codes {
		if !fits(c) {
			t.Errorf("%q does not fit %+v", c, m)
		}
	}
	if fix := m.Fix(); fix != "" && (!one || !m.Certain() || fix != m.Codes[0]) {
		t.Errorf("%q is the fix of %+v", fix, m)
	}
}

// checkCase checks that a name in capitals means the same.
func checkCase(t *testing.T, name string, m Match) {
	t.Helper()
	upper := strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' {
			return r - 'a' + 'A'
		}
		return r
	}, name)
	if strings.ContainsFunc(name, func(r rune) bool { return 'A' <= r && r <= 'Z' || r >= 0x80 }) || upper == name {
		return // capitals may begin words
	}
	want := m
	if want.Reason == Exact {
		want.Reason = Spelling
	}
	if got := stytch.Nearest(upper); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v for %q, but %+v for %q", m, name, got, upper)
	}
}

// allocated returns how many bytes were ever allocated.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}
