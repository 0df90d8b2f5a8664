package stytchsend

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

// A finding is a send whose failure for an unknown address is answered by
// creating the user.
type finding struct {
	*meeting
	at    token.Pos // of the call that creates the user, or leads to where that is done
	extra bool      // more is asked for then than by the call that sends

	call, maker inspector.Cursor
}

// found keeps what the paths of a function have found.
func (c *check) found(notes map[ssa.CallInstruction]any) {
	for call, n := range notes {
		n, ok := n.(*note)
		if !ok || n.chosen {
			continue
		}
		for maker, m := range n.meetings {
			if m.other || m.code == "" {
				continue
			}
			pos, at := call.Common().Pos(), maker.Common().Pos()
			if f := c.findings[pos]; f == nil || at < f.at {
				c.findings[pos] = &finding{meeting: m, at: at, extra: n.extra}
			}
		}
	}
}

// emit reports the findings of the package.
func (c *check) emit() {
	if len(c.findings) == 0 {
		return
	}
	calls := edit.CallsIn(c.root)
	c.uses, c.decls = edit.UsesIn(c.info, c.root), edit.Declarations(c.info, c.root)
	x := fixer{c, make(map[ast.Node]bool)}
	for _, pos := range slices.Sorted(maps.Keys(c.findings)) {
		f := c.findings[pos]
		f.call, f.maker = calls[pos], calls[f.at]
		call := f.call.Node().(*ast.CallExpr)
		d := analysis.Diagnostic{Pos: call.Pos(), End: call.Fun.End(), Category: "create", Message: f.message()}
		if f.maker.Valid() {
			d.SuggestedFixes = x.fix(f)
		}
		c.report.Report(d, true)
	}
}

// message says what is wrong and what to do.
func (f *finding) message() string {
	s := f.send
	remedy := fmt.Sprintf("%s.%s sends %s and creates the user in one call", s.call, twinMethod, s.what)
	if f.what.twin {
		return fmt.Sprintf("after %q the same is asked of %s, which can be called in the first place: it sends %s to everybody", f.code, f.what.name, s.what)
	}
	return fmt.Sprintf("an unknown %s is %s after %q; %s", s.noun, f.what.verb, f.code, remedy)
}
