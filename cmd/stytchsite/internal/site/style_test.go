package site

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	declared = regexp.MustCompile(`(--[a-z-]+): (#[0-9a-f]{6})?`)
	used     = regexp.MustCompile(`var\((--[a-z-]+)\)`)
)

// TestStyle asks that text can be read in both colour schemes, and that the style sheet
// loads nothing.
func TestStyle(t *testing.T) {
	t.Parallel()
	content, err := assets.ReadFile("assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	style := string(content)
	if strings.Contains(style, "url(") || strings.Contains(style, "@import") {
		t.Error("it loads another file")
	}
	_, rest, _ := strings.Cut(style, ":root {")
	light, rest, _ := strings.Cut(rest, "}")
	_, rest, _ = strings.Cut(rest, ":root {")
	dark, _, _ := strings.Cut(rest, "}")
	bright, night := colours(light), colours(dark)
	for _, use := range used.FindAllStringSubmatch(style, -1) {
		if _, ok := bright[use[1]]; !ok {
			t.Errorf("nothing declares %s", use[1])
		}
	}
	for scheme, values := range map[string]map[string]string{"light": bright, "dark": night} {
		for on, texts := range map[string]string{
			"--bg":       "--fg --muted --accent --error",
			"--raised":   "--fg --muted --accent",
			"--sunk":     "--fg --muted --accent --keyword --string --number --comment",
			"--error-bg": "--fg --muted --accent --error --string",
			"--good-bg":  "--fg --good",
			"--accent":   "--accent-fg",
		} {
			for text := range strings.FieldsSeq(texts) {
				if got := contrast(t, values[text], values[on]); got < 4.5 { // as WCAG 2 asks, level AA
					t.Errorf("%s: %s on %s has a contrast of %.2f", scheme, text, on, got)
				}
			}
		}
	}
}

// colours returns the values of variables, "" for one that is no colour.
func colours(block string) map[string]string {
	values := map[string]string{}
	for _, match := range declared.FindAllStringSubmatch(block, -1) {
		values[match[1]] = match[2]
	}
	return values
}

// contrast returns the ratio of two colours' luminance, as WCAG defines it.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 32)
	if err != nil {
		t.Fatalf("colour %q: %v", colour, err)
	}
	sum := 0.0
	for i, weight := range []float64{0.0722, 0.7152, 0.2126} {
		c := float64(n>>(8*i)&0xff) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
