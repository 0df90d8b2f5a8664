package editor_test

import (
	"go/token"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/editor"
)

// misses returns the positions of a source at which a flow has answers that nobody
// would ask it for, after a glance.
func misses(f *editor.Flow, size int) (missed []int) {
	g := editor.GlanceOf(f)
	base := int(editor.FileStart(f))
	for offset := range size + 3 {
		pos := token.Pos(base + offset)
		unseen := false
		if !g.Completes(pos) {
			_, unseen = f.Complete(pos)
		}
		if !unseen && !g.Hovers(pos) {
			_, unseen = f.Hover(pos)
		}
		if !unseen && !g.AddsCases(pos) {
			_, unseen = f.AddCases(pos)
		}
		if unseen {
			missed = append(missed, offset)
		}
	}
	return missed
}

// A glance sees every position at which a flow has an answer.
func TestGlanceMissesNothing(t *testing.T) {
	var sources []string
	for _, name := range []string{"places.txtar", "ranges.txtar", "items.txtar", "hovers.txtar", "cases.txtar"} {
		for _, c := range cases(t, name) {
			sources = append(sources, c.src)
		}
	}
	for i, f := range flows(t, sources) {
		for _, offset := range misses(f, len(sources[i])) {
			t.Errorf("missed at the end of\n%q", sources[i][max(0, offset-60):min(offset, len(sources[i]))])
		}
	}
}

// A glance suffices in most of what people write in a package that knows codes.
func TestGlance(t *testing.T) {
	const head = `package p

import (
	"fmt"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type row struct{ name string; n int }

func g(n int, s string, more ...int) {}

func pair() (int, bool) { return 0, false }

func f(e stytcherror.Error, n int, ok bool) string {
	`
	var sources []string
	var offsets []int
	for _, c := range []string{
		`e¦`, `e.Err¦`, `s = e.Err¦`, `_ = fmt.¦`, `_ = e.ErrorType == e.¦`, `fm¦t.Println()`, `fmt.Pri¦`, `fmt.Pri¦ntln()`, `fmt.Println("x¦")`, `fmt.Println("x¦`,
		`n¦ = 1`, `n == n¦`, `n == ¦`, `if o¦ {}`, `if e.Err¦ {}`, `for n¦ {}`, `for range n¦ {}`, `switch e.Err¦ {}`,
		`switch n { case n¦: }`, `switch { case o¦: }`, `g(n¦)`, `g(¦)`, `g(1, "", ¦)`, `g(1, "", 2, n¦)`, `int(n¦)`,
		`_ = row{na¦: ""}`, `_ = []*row{{na¦: ""}}`, `pair() == n¦`, `_ = []int{n¦}`, `_ = []int{¦}`, `_ = map[int]bool{n¦: true}`, `_ = map[int]bool{¦}`,
		`_ = ro¦w{}`, `_ = &ro¦`, `var x¦ = 1`, `var x ro¦`, `n¦++`, `_ = n¦[0]`, `go¦to x`, `_ = func(x ro¦) {}`,
		"return \"\" // e.Err¦",
	} {
		before, after, _ := strings.Cut(head+c+"\n\treturn \"\"\n}\n", cursor)
		sources, offsets = append(sources, before+after), append(offsets, len(before))
	}
	for i, f := range flows(t, sources) {
		g := editor.GlanceOf(f)
		pos := editor.FileStart(f) + token.Pos(offsets[i])
		if g.Completes(pos) {
			t.Errorf("a code may come behind\n%s", sources[i][len(head):offsets[i]])
		}
		if g.AddsCases(pos) && !strings.Contains(sources[i], "switch") {
			t.Errorf("cases may come in\n%s", sources[i][len(head):])
		}
	}
}

// What is not known may be a text.
func TestGlanceOfUnknown(t *testing.T) {
	sources := []string{
		"package p\n\nvar x = nothing{\"¦\"}\n",
		"package p\n\nvar x = nothing == \"¦\"\n",
		"package p\n\nvar x = nothing(\"¦\")\n",
	}
	var offsets []int
	for i, src := range sources {
		before, after, _ := strings.Cut(src, cursor)
		sources[i], offsets = before+after, append(offsets, len(before))
	}
	for i, f := range flows(t, sources) {
		if g := editor.GlanceOf(f); !g.Completes(editor.FileStart(f) + token.Pos(offsets[i])) {
			t.Errorf("nothing comes behind\n%s", sources[i][:offsets[i]])
		}
	}
}

// What is outside of every declaration has nothing to say.
func TestGlanceOutside(t *testing.T) {
	g := editor.GlanceOf(flows(t, []string{"package p\n\nvar n = 1\n"})[0])
	for _, pos := range []token.Pos{token.NoPos, 1 << 40} {
		if g.Completes(pos) || g.Hovers(pos) || g.AddsCases(pos) {
			t.Errorf("something is known at %d", pos)
		}
	}
}
