package stytchsend

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// A finding is a send whose failure for an unknown address is answered by
// creating the user.
type finding struct {
	*meeting
	at    token.Pos // of the call that creates the user, or leads to where that is done
	extra bool      // more is asked for then than by the call that sends

	// Where instructions stand that run if the address is unknown, and then alone,
	// and where the others do.
	only, others []token.Pos

	call, maker *ast.CallExpr
	node        ast.Node // the function that both calls are made from
	body        *ast.BlockStmt
	sig         *types.Signature
}

// found keeps what the paths of a function have found.
func (c *check) found(notes map[ssa.CallInstruction]any) {
	entered, _ := notes[nil].(entries)
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
				f = &finding{meeting: m, at: at, extra: n.extra}
				f.only, f.others = positions(maker.Parent(), n.blocks, entered)
				c.findings[pos] = f
			}
		}
	}
}

// emit reports the findings of the package.
func (c *check) emit() {
	if len(c.findings) == 0 {
		return
	}
	makers := make(map[token.Pos]*ast.CallExpr)
	for _, f := range c.findings {
		makers[f.at] = nil
	}
	for cur := range c.root.Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		if _, ok := makers[call.Lparen]; ok {
			makers[call.Lparen] = call
		}
	}
	x := fixer{check: c}
	for cur := range c.root.Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		f := c.findings[call.Lparen]
		if f == nil {
			continue
		}
		f.call, f.maker = call, makers[f.at]
		d := analysis.Diagnostic{Pos: call.Pos(), End: call.Fun.End(), Category: "create", Message: f.message()}
		if f.maker != nil && c.place(f) {
			d.SuggestedFixes = x.fix(f)
		}
		c.report.Report(d, true)
	}
}

// place finds the function that both calls of a finding are made from.
func (c *check) place(f *finding) bool {
	cur, ok := c.root.FindNode(f.maker)
	if !ok {
		return false
	}
	for around := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if !contains(around.Node(), f.call.Pos()) {
			continue
		}
		f.node = around.Node()
		switch n := f.node.(type) {
		case *ast.FuncDecl:
			f.body = n.Body
			f.sig, _ = c.info.TypeOf(n.Name).(*types.Signature)
		case *ast.FuncLit:
			f.body = n.Body
			f.sig, _ = c.info.TypeOf(n).(*types.Signature)
		}
		return true
	}
	return false
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
