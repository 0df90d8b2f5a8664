package stytchtarget

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
)

// Each call is told each question once, however many ways lead to the function that
// asks it.
func TestWork(t *testing.T) {
	const first = "func f0(err error, target any) bool { return errors.As(err, target) }\n"
	for _, test := range []struct {
		name  string
		write func(b *strings.Builder, n int)
		calls int // in each function
	}{
		{"chain", func(b *strings.Builder, n int) {
			for i := range n {
				fmt.Fprintf(b, "func f%d(err error, target any) bool { return f%d(err, target) }\n", i+1, i)
			}
		}, 1},
		{"double calls", func(b *strings.Builder, n int) {
			for i := range n {
				fmt.Fprintf(b, "func f%d(err error, target any) bool { return f%[2]d(err, target) || f%[2]d(err, target) }\n", i+1, i)
			}
		}, 2},
		{"mutual recursion", func(b *strings.Builder, n int) {
			for i := range n {
				fmt.Fprintf(b, "func f%d(err error, target any) bool { return f%d(err, target) || f%d(err, target) }\n", i+1, (i+1)%n+1, i)
			}
		}, 2},
		{"swapped errors", func(b *strings.Builder, n int) {
			for i := range n {
				fmt.Fprintf(b, "func f%d(err error, other any) bool { return f%[2]d(err, other) || f%[2]d(other.(error), err) }\n", i+1, i)
			}
		}, 4},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, n := range []int{2, 20, 200, 2000} {
				var b strings.Builder
				b.WriteString("package work\n\nimport \"errors\"\n\n" + first)
				test.write(&b, n)
				c := parsed(t, b.String())
				c.find()
				if c.steps < n || c.steps > test.calls*n {
					t.Errorf("%d functions: %d steps", n, c.steps)
				}
				for fn, list := range c.asks {
					if len(list) > 2 {
						t.Fatalf("%d functions: %s asks %d questions", n, fn.Name(), len(list))
					}
				}
			}
		})
	}
}

// parsed returns the check of a package that has been type-checked.
func parsed(t *testing.T, source string) *check {
	t.Helper()
	dir, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	return newCheck(fixtest.Pass(Analyzer, fixtest.Source(t, dir, "stytchtarget/work", source)))
}
