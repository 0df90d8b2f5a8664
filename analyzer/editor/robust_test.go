package editor_test

import (
	"fmt"
	"go/token"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/editor"
	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
)

// everywhere asks about all positions of a source, and a few behind it, and returns
// the answers.
func everywhere(f *editor.Flow, size int) []any {
	var answers []any
	base := int(editor.FileStart(f))
	for offset := range size + 3 {
		if p, ok := editor.PlaceAt(f, token.Pos(base+offset)); ok {
			p.Pos, p.End = p.Pos-token.Pos(base), p.End-token.Pos(base)
			answers = append(answers, p)
		}
		if offset%29 != 0 { // the rest takes long
			continue
		}
		if c, ok := f.Complete(token.Pos(base + offset)); ok {
			spans := []span{{c.Start, c.End}}
			for _, item := range c.Items {
				spans = append(spans, span{item.Start, item.End})
			}
			answers = append(answers, len(c.Items), c.Items[0].Text, within(spans, base, size))
		}
		if h, ok := f.Hover(token.Pos(base + offset)); ok {
			answers = append(answers, h.Markdown, within([]span{{h.Start, h.End}}, base, size))
		}
		if a, ok := f.AddCases(token.Pos(base + offset)); ok {
			answers = append(answers, a.Title, within([]span{{a.Edits[0].Pos, a.Edits[0].End}}, base, size))
		}
	}
	return answers
}

type span struct{ start, end token.Pos }

// within reports whether spans are in a source, each with its end behind its start.
func within(spans []span, base, size int) bool {
	for _, s := range spans {
		if int(s.start) < base || s.end < s.start || int(s.end) > base+size {
			return false
		}
	}
	return true
}

// Every beginning of a program is one that someone was writing, and the cursor may be
// anywhere.
func TestHalfWrittenFiles(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	files, err := filepath.Glob(filepath.Join(testdata(t), "src", "stytchcode", "*", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var sources []string
	for i, file := range files {
		if testing.Short() && i%8 != 0 {
			continue
		}
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		end := random.IntN(len(src) + 1)
		half := string(src[:end])
		if i%2 == 0 { // something in the middle is missing
			half += string(src[min(len(src), end+random.IntN(40)):])
		}
		sources = append(sources, half)
	}
	answers := 0
	for i, f := range flows(t, sources) {
		list := everywhere(f, len(sources[i]))
		answers += len(list)
		if slices.Contains(list, any(false)) {
			t.Errorf("something outside is changed in\n%s", sources[i])
		}
		for _, offset := range misses(f, len(sources[i])) {
			t.Errorf("a glance misses what is known at the end of\n%q", sources[i][max(0, offset-60):min(offset, len(sources[i]))])
		}
	}
	if answers == 0 {
		t.Error("nothing is known anywhere")
	}
}

// The answers are the same each time, also to several that ask at once.
func TestSameAnswers(t *testing.T) {
	var sources []string
	for _, c := range cases(t, "places.txtar") {
		if strings.Contains(c.want, "beside") {
			sources = append(sources, c.src)
		}
	}
	first := flows(t, sources)
	var wg sync.WaitGroup
	for i, again := range flows(t, append(sources, "package other"))[:len(sources)] {
		for range 2 {
			wg.Go(func() {
				if !reflect.DeepEqual(everywhere(first[i], len(sources[i])), everywhere(again, len(sources[i]))) {
					t.Errorf("another answer about\n%s", sources[i])
				}
			})
		}
	}
	wg.Wait()
}

// What is far away is no code's place, and does no harm.
func TestOtherPositions(t *testing.T) {
	f := flows(t, []string{"package p\n"})[0]
	for _, pos := range []token.Pos{token.NoPos, -1, 1 << 40} {
		if _, ok := f.Complete(pos); ok {
			t.Errorf("codes are offered at %d", pos)
		}
		if _, ok := f.Hover(pos); ok {
			t.Errorf("something is said at %d", pos)
		}
		if _, ok := f.AddCases(pos); ok {
			t.Errorf("cases are added at %d", pos)
		}
	}
}

// BenchmarkFlow measures questions about a package of 1,000 and of 10,000
// comparisons, once the flow is known.
func BenchmarkFlow(b *testing.B) {
	for _, sites := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(sites), func(b *testing.B) {
			var src strings.Builder
			src.WriteString("package p\n\nimport \"github.com/stytchauth/stytch-go/v18/stytch/stytcherror\"\n\n")
			for i := range sites {
				fmt.Fprintf(&src, "func f%d(e stytcherror.Error) bool { return e.ErrorType == \"code_%[1]d\" }\n", i)
			}
			f := analyze(b, fixtest.Source(b, testdata(b), fmt.Sprintf("bench%d", sites), src.String()))[0]
			pos := editor.FileStart(f) + token.Pos(src.Len()-len("1\" }\n"))
			if _, ok := f.Complete(pos); !ok {
				b.Fatal("no code is expected")
			}
			for name, ask := range map[string]func(){
				"complete": func() { f.Complete(pos) },
				"hover":    func() { f.Hover(pos) },
			} {
				b.Run(name, func(b *testing.B) {
					b.ReportAllocs()
					for b.Loop() {
						ask()
					}
				})
			}
		})
	}
}
