package nearest

import "testing"

func TestOf(t *testing.T) {
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
		if got := Of(name, flags); got != want {
			t.Errorf("Of(%q) = %q, want %q", name, got, want)
		}
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
