// Package report makes the diagnostics of all checks: it honours
// //stytchlint:ignore, reports directives that silence nothing, and leaves out
// fixes that could not be applied safely.
package report

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
)

// A Reporter reports the findings of one check in one package. The check's
// analyzer must require [ignore.Analyzer].
type Reporter struct {
	pass       *analysis.Pass
	directives []*ignore.Directive
	used       map[*ignore.Directive]bool
}

// New returns the reporter of a pass.
func New(pass *analysis.Pass) *Reporter {
	directives, _ := pass.ResultOf[ignore.Analyzer].([]*ignore.Directive)
	return &Reporter{pass: pass, directives: directives, used: make(map[*ignore.Directive]bool)}
}

// Report reports d unless a directive silences it. It must be called for
// findings that an option switches off, too, with shown false: a directive
// that silences such a one is no mistake.
func (r *Reporter) Report(d analysis.Diagnostic, shown bool) {
	for _, dir := range r.directives {
		if dir.Covers(r.pass.Analyzer.Name, d.Pos) {
			r.used[dir] = true
			return
		}
	}
	if !shown {
		return
	}
	// A node that was not finished ends behind its file.
	if file := r.File(d.Pos); file != nil {
		d.End = min(d.End, file.FileEnd)
	}
	d.SuggestedFixes = slices.DeleteFunc(d.SuggestedFixes, func(f analysis.SuggestedFix) bool {
		return !r.fixable(f)
	})
	r.pass.Report(d)
}

// fixable reports whether all edits of a fix lie within files that people write
// and at positions that drivers can find again: not in generated files, and
// not under //line comments or cgo, where positions name another file.
func (r *Reporter) fixable(f analysis.SuggestedFix) bool {
	for _, e := range f.TextEdits {
		file := r.File(e.Pos)
		if file == nil || e.End > file.FileEnd || ast.IsGenerated(file) {
			return false
		}
		if r.pass.Fset.PositionFor(e.Pos, true) != r.pass.Fset.PositionFor(e.Pos, false) {
			return false
		}
	}
	return true
}

// File returns the file of the package that holds pos, or nil.
func (r *Reporter) File(pos token.Pos) *ast.File {
	for _, f := range r.pass.Files {
		if f.FileStart <= pos && pos <= f.FileEnd {
			return f
		}
	}
	return nil
}

// Finish reports the directives that name the check and silenced nothing. It
// is called last, once for each pass.
func (r *Reporter) Finish() {
	name := r.pass.Analyzer.Name
	for _, dir := range r.directives {
		if r.used[dir] || dir.Reason == "" || !dir.Names(name) {
			continue
		}
		r.pass.Report(analysis.Diagnostic{
			Pos:      dir.Comment.Pos(),
			End:      dir.Comment.End(),
			Category: "unused",
			Message:  fmt.Sprintf("%s %s silences nothing here; remove it", ignore.Prefix, name),
		})
	}
}
