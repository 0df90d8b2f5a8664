package fixtest

import (
	"bytes"
	"cmp"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/packages"
)

// Together checks that the fixes of several analyzers agree. It applies all that
// do not overlap at once, as the go command does, in the order of the source and
// in that of the analyzers. None of these may ask for another change then; where
// one does for a good reason, revealed holds a part of its message. It goes on
// until nothing changes any more. What comes of it is the same in both orders, it
// compiles, and the vetters find in it no more than before.
func Together(tb testing.TB, analyzers, vetters []*analysis.Analyzer, dir string, revealed []string, pkgs ...string) {
	tb.Helper()
	before := Load(tb, dir, nil, pkgs...)
	problems := Problems(before)
	var known results // a round changes few packages, and both orders the same ones
	analyze := func(pkgs []*packages.Package) []report {
		for _, pkg := range pkgs {
			known.keep(pkg)
		}
		whole := slices.DeleteFunc(slices.Clone(pkgs), func(pkg *packages.Package) bool { return pkg.IllTyped })
		return reportsOf(slices.Concat(known.analyze(tb, analyzers, pkgs), known.analyze(tb, vetters, whole)))
	}
	same := make(variants)
	found := analyze(before)
	results := make(map[string]map[string][]byte)
	isVetter := func(r report) bool { return slices.Contains(vetters, r.analyzer) }
	for name, order := range map[string]func(a, b report) int{
		bySource: func(a, b report) int { return cmp.Or(cmp.Compare(a.file, b.file), a.start-b.start) },
		byCheck:  func(a, b report) int { return cmp.Compare(b.analyzer.Name, a.analyzer.Name) },
	} {
		overlay := make(map[string][]byte)
		results[name] = overlay
		now := slices.Clone(found)
		for round := 0; ; round++ {
			slices.SortStableFunc(now, order)
			if !apply(tb, overlay, now) {
				break
			}
			if round == 20 {
				tb.Fatalf("%s: the fixes come to no end", name)
			}
			after := load(tb, dir, overlay, same, pkgs...)
			for _, err := range Problems(after) {
				if !slices.Contains(problems, err) {
					tb.Errorf("%s: after %d rounds of fixes: %s", name, round+1, err)
				}
			}
			now = analyze(after)
			if round > 0 {
				continue
			}
			for _, r := range more(now, found, report.fixable) {
				if !slices.ContainsFunc(revealed, func(part string) bool { return strings.Contains(r.message, part) }) {
					tb.Errorf("%s: %s: the fixes ask for another one: %s", name, r.file, r.message)
				}
			}
		}
		for _, r := range more(now, found, isVetter) {
			tb.Errorf("%s: after the fixes, %s finds in %s: %s", name, r.analyzer.Name, r.file, r.message)
		}
	}
	for file, text := range results[bySource] {
		if other := results[byCheck][file]; !bytes.Equal(text, other) {
			tb.Errorf("%s", diff.Diff(file+" "+bySource, text, file+" "+byCheck, other))
		}
	}
}

// The orders in which fixes are applied.
const (
	bySource = "by source"
	byCheck  = "by check, backwards"
)

// A report is what an analyzer says, with the edits of its fix.
type report struct {
	analyzer *analysis.Analyzer
	file     string
	start    int
	message  string
	edits    []textEdit
}

func (r report) fixable() bool { return len(r.edits) > 0 }

type textEdit struct {
	start, end int
	text       string
}

// reportsOf returns what analyzers say, each once: a package's own files are
// there again in its test.
func reportsOf(actions []*checker.Action) []report {
	var list []report
	for _, act := range actions {
		at := func(pos token.Pos) token.Position { return act.Package.Fset.PositionFor(pos, false) }
		for _, d := range act.Diagnostics {
			posn := at(d.Pos)
			r := report{analyzer: act.Analyzer, file: posn.Filename, start: posn.Offset, message: d.Message}
			if len(d.SuggestedFixes) > 0 {
				for _, e := range d.SuggestedFixes[0].TextEdits {
					start := at(e.Pos).Offset
					r.edits = append(r.edits, textEdit{start, start + int(max(e.End, e.Pos)-e.Pos), string(e.NewText)})
				}
			}
			list = append(list, r)
		}
	}
	slices.SortStableFunc(list, func(a, b report) int {
		return cmp.Or(cmp.Compare(a.file, b.file), a.start-b.start, cmp.Compare(a.analyzer.Name, b.analyzer.Name), cmp.Compare(a.message, b.message))
	})
	return slices.CompactFunc(list, func(a, b report) bool {
		return a.file == b.file && a.start == b.start && a.analyzer == b.analyzer && a.message == b.message
	})
}

// more returns which of the reports that count there are now and were not before.
func more(now, before []report, counts func(report) bool) []report {
	type key struct {
		analyzer      *analysis.Analyzer
		file, message string
	}
	keyOf := func(r report) key {
		return key{r.analyzer, r.file, numberedLine.ReplaceAllString(r.message, "line")}
	}
	known := make(map[key]int)
	for _, r := range before {
		if counts(r) {
			known[keyOf(r)]++
		}
	}
	var list []report
	for _, r := range now {
		if !counts(r) {
			continue
		}
		known[keyOf(r)]--
		if known[keyOf(r)] < 0 {
			list = append(list, r)
		}
	}
	return list
}

// apply applies the fixes of reports to the files of an overlay, but for those
// that overlap an earlier one. It reports whether there was any.
func apply(tb testing.TB, overlay map[string][]byte, list []report) bool {
	tb.Helper()
	edits := make(map[string][]textEdit)
	for _, r := range list {
		have := edits[r.file]
		fits := !slices.ContainsFunc(r.edits, func(e textEdit) bool {
			return slices.ContainsFunc(have, func(other textEdit) bool {
				return e != other && e.start < other.end && other.start < e.end
			})
		})
		for _, e := range r.edits {
			if fits && !slices.Contains(have, e) {
				edits[r.file] = append(edits[r.file], e)
			}
		}
	}
	for file, list := range edits {
		src, ok := overlay[file]
		if !ok {
			var err error
			if src, err = os.ReadFile(file); err != nil {
				tb.Fatal(err)
			}
		}
		slices.SortStableFunc(list, func(a, b textEdit) int { return cmp.Or(a.start-b.start, a.end-b.end) })
		var text strings.Builder
		at := 0
		for _, e := range list {
			text.Write(src[at:e.start])
			text.WriteString(e.text)
			at = e.end
		}
		text.Write(src[at:])
		overlay[file] = tidy(tb, file, text.String())
	}
	return len(edits) > 0
}

// tidy drops imports that nothing uses and formats the rest, as whoever applies
// fixes does: each of two fixes may take the last but one use of a package.
func tidy(tb testing.TB, name, text string) []byte {
	tb.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, text, parser.ParseComments)
	if err != nil {
		return []byte(text) // as before, if the code that it stood in was broken
	}
	for _, spec := range slices.Clone(file.Imports) {
		importPath, _ := strconv.Unquote(spec.Path.Value)
		alias, name := "", path.Base(importPath)
		switch {
		case spec.Name != nil:
			alias, name = spec.Name.Name, spec.Name.Name
		case majorVersion.MatchString(name):
			name = path.Base(path.Dir(importPath))
		}
		if name != "_" && name != "." && !qualifies(file, name) {
			astutil.DeleteNamedImport(fset, file, alias, importPath)
		}
	}
	var b strings.Builder
	if err := format.Node(&b, fset, file); err != nil {
		tb.Errorf("%s: %v", name, err)
	}
	return []byte(b.String())
}

var majorVersion = regexp.MustCompile(`^v\d+$`)

// qualifies reports whether a name stands before a dot.
func qualifies(file *ast.File, name string) bool {
	found := false
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			id, _ := sel.X.(*ast.Ident)
			found = found || id != nil && id.Name == name
		}
		return !found
	})
	return found
}
