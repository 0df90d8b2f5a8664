package stytchsend

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

// A fixer makes the fixes of one package.
type fixer struct {
	*check
	fixed map[ast.Node]bool // declarations that have a fix
}

// fix returns the fix of a finding: none where the branch does more than the
// twin, where it cannot go, since it would never run any more, or where the call
// cannot be exchanged. There is one for each declaration, so that fixes do not meet.
func (x *fixer) fix(f *finding) []analysis.SuggestedFix {
	decl := declarationOf(f.call)
	if f.extra || x.fixed[decl] {
		return nil
	}
	b, ok := x.branchOf(f)
	if !ok || !x.onlyCreates(f, b) {
		return nil
	}
	rm := &removal{edit.NewRemoval(edit.Of(x.pass, x.report.File(decl.Pos())), x.uses), x.check}
	if !rm.branch(b, f.call) {
		return nil
	}
	edits, ok := rm.Edits(rm.idle)
	if !ok {
		return nil
	}
	swap, ok := x.swap(rm, f.call)
	if !ok {
		return nil
	}
	rm.Keep()
	x.fixed[decl] = true
	return []analysis.SuggestedFix{{
		Message:   "Call LoginOrCreate instead, and drop the branch that creates the user",
		TextEdits: append(edits, swap...),
	}}
}

// declarationOf returns the declaration of the file that something stands in.
func declarationOf(cur inspector.Cursor) ast.Node {
	for cur.ParentEdgeKind() != edge.File_Decls {
		cur = cur.Parent()
	}
	return cur.Node()
}
