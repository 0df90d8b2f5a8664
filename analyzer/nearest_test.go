package analyzer

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	t.Parallel()
	flags := []string{"format", "fix", "diff", "C", "h", "stytchcode.known"}
	for name, want := range map[string]string{
		"fromat":           "format",
		"fx":               "fix",
		"stytchcode.knwon": "stytchcode.known",
		"bogus":            "",
		"x":                "",
		"":                 "",
	} {
		if got := Nearest(name, flags); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestNearestToLong asks for a name that has no candidate of its length.
func TestNearestToLong(t *testing.T) {
	name := strings.Repeat("format", 1000)
	if n := testing.AllocsPerRun(1, func() { Nearest(name, []string{"format", "fix"}) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestDistance(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"abc", "", 3},
		{"abc", "abc", 0},
		{"abc", "acb", 1},
		{"kitten", "sitting", 3},
	} {
		if got := distance(tt.a, tt.b); got != tt.want {
			t.Errorf("distance(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
		if got := distance(tt.b, tt.a); got != tt.want {
			t.Errorf("distance(%q, %q) = %d, want %d", tt.b, tt.a, got, tt.want)
		}
	}
}

func TestNearestCheck(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"stytchcode":   "stytchcode",
		"stytchcoed":   "stytchcode",
		"code":         "stytchcode",
		"stytchtraget": "stytchtarget",
		"stytch":       "",
		"errcheck":     "",
		"":             "",
	} {
		if got := NearestCheck(name); got != want {
			t.Errorf("NearestCheck(%q) = %q, want %q", name, got, want)
		}
	}
}
