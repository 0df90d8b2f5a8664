package analyzer_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// checkPlaces checks that diagnostics and fixes lie in a file of the package,
// and say something.
func (x examination) checkPlaces(u *unit, list []found) {
	x.Helper()
	inside := func(pos, end token.Pos) string {
		for _, f := range u.files {
			if f.FileStart <= pos && pos <= end && end <= f.FileEnd {
				return x.world.fset.PositionFor(pos, false).Filename
			}
		}
		return ""
	}
	for _, f := range list {
		text := f.text(x.world.fset)
		name := inside(f.Pos, max(f.Pos, f.End))
		if name == "" {
			x.Errorf("lies outside of the files: %s\n%s", text, x.source)
		}
		if f.Message == "" || strings.Contains(f.Message, "\n") || f.Category == "" {
			x.Errorf("no message of one line, or no category: %s\n%s", text, x.source)
		}
		if len(f.SuggestedFixes) > 1 {
			x.Errorf("more than one fix: %s\n%s", text, x.source)
		}
		for _, fix := range f.SuggestedFixes {
			last := token.NoPos
			for _, e := range sorted(fix.TextEdits) {
				if inside(e.Pos, max(e.Pos, e.End)) != name || e.Pos < last || fix.Message == "" {
					x.Errorf("a fix that overlaps itself, lies elsewhere, or has no title: %s\n%s", text, x.source)
				}
				last = max(e.Pos, e.End)
			}
		}
	}
}

func sorted(edits []analysis.TextEdit) []analysis.TextEdit {
	return slices.SortedFunc(slices.Values(edits), func(a, b analysis.TextEdit) int { return int(a.Pos - b.Pos) })
}

// maxFixes is how many fixes of a package are tried.
const maxFixes = 4

// checkFixes checks that each fix leaves code that parses, and compiles where it
// did so before. Drivers format it.
func (x examination) checkFixes(u *unit, files []file, imp types.Importer, list []found) {
	x.Helper()
	tried := 0
	for _, f := range list {
		if len(f.SuggestedFixes) == 0 || tried == maxFixes {
			continue
		}
		tried++
		name, text := x.fixed(u, f.SuggestedFixes[0])
		if _, err := parse(u.text[name]); err == nil {
			if _, err := parse(text); err != nil {
				x.Errorf("%v after\n%s\nin\n%s", err, f.text(x.world.fset), x.source)
				continue
			}
		}
		if len(u.errs) > 0 {
			continue
		}
		changed := slices.Clone(files)
		for i := range changed {
			if changed[i].name == name {
				changed[i].text = text
			}
		}
		if after := x.world.check(u.path, changed, imp, false); len(after.files) > 0 && len(after.errs) > 0 {
			x.Errorf("%v after\n%s\nin\n%s", after.errs, f.text(x.world.fset), x.source)
		}
	}
}

func parse(text []byte) (*ast.File, error) {
	return parser.ParseFile(token.NewFileSet(), "", text, parser.SkipObjectResolution)
}

// fixed returns a file with a fix applied.
func (x examination) fixed(u *unit, fix analysis.SuggestedFix) (name string, text []byte) {
	offset := func(pos token.Pos) int { return x.world.fset.PositionFor(pos, false).Offset }
	last := 0
	for _, e := range sorted(fix.TextEdits) {
		name = x.world.fset.PositionFor(e.Pos, false).Filename
		text = append(text, u.text[name][last:offset(e.Pos)]...)
		text = append(text, e.NewText...)
		last = offset(max(e.Pos, e.End))
	}
	return name, append(text, u.text[name][last:]...)
}
