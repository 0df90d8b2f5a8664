// Package ignore reads the comments by which a program says that a finding is
// meant:
//
//	//stytchlint:ignore stytchcode the gateway adds this code
//
// A directive holds for its own line and, where it stands alone on it, for the
// line below. It names one check, or several separated by commas, and gives a
// reason. The analyzers honour it themselves, so it holds under every driver.
package ignore

import (
	"go/ast"
	"go/token"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Prefix begins every directive.
const Prefix = "//stytchlint:ignore"

// Analyzer collects the directives of a package. Its result is a []*Directive,
// in the order of the files.
var Analyzer = &analysis.Analyzer{
	Name:             "stytchdirectives",
	Doc:              "find the //stytchlint:ignore comments of a package\n\nThis analyzer reports nothing: others build upon its result.",
	Run:              run,
	ResultType:       reflect.TypeFor[[]*Directive](),
	RunDespiteErrors: true,
}

// A Directive is one //stytchlint:ignore comment.
type Directive struct {
	Comment *ast.Comment
	Checks  []string // the names that it gives, well formed or not
	Reason  string   // "" where none is given

	file  *token.File
	lines [2]int // first and last line that it holds for
}

// Covers reports whether the directive silences a finding of a check at pos. A
// directive without a reason silences nothing.
func (d *Directive) Covers(check string, pos token.Pos) bool {
	if d.Reason == "" || !d.Names(check) || int(pos) < d.file.Base() || int(pos) > d.file.Base()+d.file.Size() {
		return false
	}
	line := d.file.PositionFor(pos, false).Line
	return d.lines[0] <= line && line <= d.lines[1]
}

// Names reports whether the directive names a check.
func (d *Directive) Names(check string) bool {
	return slices.Contains(d.Checks, check)
}

func run(pass *analysis.Pass) (any, error) {
	var directives []*Directive
	for _, f := range pass.Files {
		for _, group := range f.Comments {
			for _, c := range group.List {
				if d := parse(c); d != nil {
					d.place(pass.Fset, f, group)
					directives = append(directives, d)
				}
			}
		}
	}
	return directives, nil
}

// parse returns the directive in a comment, or nil.
func parse(c *ast.Comment) *Directive {
	rest, ok := strings.CutPrefix(c.Text, Prefix)
	if !ok || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		return nil
	}
	// What follows a second // is a remark about the directive.
	rest, _, _ = strings.Cut(rest, "//")
	d := &Directive{Comment: c}
	fields := strings.Fields(rest)
	if len(fields) > 0 {
		d.Checks = strings.Split(fields[0], ",")
		d.Reason = strings.Join(fields[1:], " ")
	}
	return d
}

// place finds the lines that the directive holds for.
func (d *Directive) place(fset *token.FileSet, f *ast.File, group *ast.CommentGroup) {
	d.file = fset.File(d.Comment.Pos())
	line := d.file.PositionFor(d.Comment.Pos(), false).Line
	d.lines = [2]int{line, line}
	if !d.trails(f, line) {
		// More lines of comment may stand between it and the code.
		d.lines[1] = d.file.PositionFor(group.End(), false).Line + 1
	}
}

// trails reports whether code stands before the comment on its line.
func (d *Directive) trails(f *ast.File, line int) bool {
	found := false
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil || found {
			return false
		}
		switch n.(type) {
		case *ast.Comment, *ast.CommentGroup:
			return false
		case *ast.File:
			return true
		}
		if n.Pos() > d.Comment.Pos() {
			return false
		}
		for _, pos := range [...]token.Pos{n.Pos(), n.End()} {
			if pos <= d.Comment.Pos() && d.file.PositionFor(pos, false).Line == line {
				found = true
			}
		}
		return !found
	})
	return found
}
