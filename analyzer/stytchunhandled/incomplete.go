package stytchunhandled

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/catalog"
)

// leftOut reports the decision on the code of a call's error that handles others than
// those that users cause every day. It looks at the syntax alone.
func (c *check) leftOut(cur inspector.Cursor, op catalog.Operation) {
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(op.Codes) == 0 {
		return
	}
	err := c.variable(assign.Lhs[len(assign.Lhs)-1])
	if err == nil {
		return
	}
	body := c.bodyAround(cur)
	for _, v := range c.foundIn(body, err) {
		d := decision{check: c, v: v}
		d.collect(body)
		if d.doubt || d.at == nil || slices.ContainsFunc(op.Codes, func(code string) bool { return slices.Contains(d.codes, code) }) {
			continue
		}
		c.findings = append(c.findings, finding{analysis.Diagnostic{
			Pos: d.at.Pos(), End: d.end, Category: "incomplete",
			Message: fmt.Sprintf("the codes handled here do not include %s, which means %s; handle it, too, or add a default", quoted(op.Codes), op.Outcome),
		}, c.options.incomplete, nil})
	}
}

// bodyAround returns the body of the function that something stands in.
func (c *check) bodyAround(cur inspector.Cursor) *ast.BlockStmt {
	for around := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if lit, ok := around.Node().(*ast.FuncLit); ok {
			return lit.Body
		}
		return around.Node().(*ast.FuncDecl).Body
	}
	return nil
}

// variable returns the variable that an expression names, or nil.
func (c *check) variable(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := c.info.ObjectOf(id).(*types.Var)
	return v
}

// unconverted returns what conversions convert, x for string(x).
func (c *check) unconverted(e ast.Expr) ast.Expr {
	for {
		e = ast.Unparen(e)
		call, ok := e.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !c.info.Types[call.Fun].IsType() {
			return e
		}
		e = call.Args[0]
	}
}

// foundIn returns the variables that get the SDK's error that is in the error of
// a call.
func (c *check) foundIn(body *ast.BlockStmt, err *types.Var) []*types.Var {
	var list []*types.Var
	add := func(e ast.Expr) {
		if v := c.variable(e); v != nil {
			if _, ok := sdk.ErrorType(v.Type()); ok && !slices.Contains(list, v) {
				list = append(list, v)
			}
		}
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if len(n.Args) == 2 && c.isErrors(n, "As") && c.variable(n.Args[0]) == err {
				if target, ok := ast.Unparen(n.Args[1]).(*ast.UnaryExpr); ok && target.Op == token.AND {
					add(target.X)
				}
			}
		case *ast.AssignStmt:
			if len(n.Rhs) != 1 {
				break
			}
			switch r := ast.Unparen(n.Rhs[0]).(type) {
			case *ast.TypeAssertExpr:
				if c.variable(r.X) == err {
					add(n.Lhs[0])
				}
			case *ast.CallExpr:
				if len(r.Args) == 1 && c.isErrors(r, "AsType") && c.variable(r.Args[0]) == err {
					add(n.Lhs[0])
				}
			}
		}
		return true
	})
	return list
}

func (c *check) isErrors(call *ast.CallExpr, name string) bool {
	fn, ok := typeutil.Callee(c.info, call).(*types.Func)
	return ok && fn.Pkg() != nil && fn.Pkg().Path() == "errors" && fn.Name() == name
}

// A decision is what a function does with the code in one variable.
type decision struct {
	check *check
	v     *types.Var
	codes []string // that it is compared with
	at    ast.Node // the switch, or the first if of a chain, that has no default
	end   token.Pos
	doubt bool // it is used otherwise, too
}

// collect looks at every use of the variable.
func (d *decision) collect(body *ast.BlockStmt) {
	known := make(map[ast.Node]bool) // identifiers whose use is known
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SwitchStmt:
			if n.Tag == nil || !d.isCode(n.Tag, known) {
				break
			}
			open := true
			for _, s := range n.Body.List {
				clause, ok := s.(*ast.CaseClause)
				if !ok {
					continue
				}
				open = open && clause.List != nil
				for _, e := range clause.List {
					d.add(e)
				}
			}
			if open && len(n.Body.List) > 0 {
				d.at, d.end = n, n.Body.Lbrace
			}
		case *ast.IfStmt:
			if links, open := d.chain(n, known); open && links > 1 && d.at == nil {
				d.at, d.end = n, n.Body.Lbrace
			}
		case *ast.BinaryExpr:
			d.compared(n, known)
		case *ast.CallExpr:
			if len(n.Args) == 2 && d.check.isErrors(n, "As") {
				if u, ok := ast.Unparen(n.Args[1]).(*ast.UnaryExpr); ok {
					known[ast.Unparen(u.X)] = true
				}
			}
			if fn, ok := typeutil.Callee(d.check.info, n).(*types.Func); ok && logs(fn) {
				for _, arg := range n.Args {
					ast.Inspect(arg, func(n ast.Node) bool {
						if n != nil {
							known[n] = true
						}
						return true
					})
				}
			}
		}
		return true
	})
	ast.Inspect(body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && d.check.info.Uses[id] == d.v && !known[id] {
			d.doubt = true
		}
		return true
	})
}

// chain returns how many links of a chain of if statements compare the code,
// and whether the chain ends without an else.
func (d *decision) chain(n *ast.IfStmt, known map[ast.Node]bool) (links int, open bool) {
	for {
		compares := false
		ast.Inspect(n.Cond, func(n ast.Node) bool {
			if b, ok := n.(*ast.BinaryExpr); ok && d.compared(b, known) {
				compares = true
			}
			return true
		})
		if compares {
			links++
		}
		next, ok := n.Else.(*ast.IfStmt)
		if !ok {
			return links, n.Else == nil
		}
		n = next
	}
}

// compared notes a comparison of the code.
func (d *decision) compared(b *ast.BinaryExpr, known map[ast.Node]bool) bool {
	if b.Op != token.EQL && b.Op != token.NEQ {
		return false
	}
	switch {
	case d.isCode(b.X, known):
		d.add(b.Y)
	case d.isCode(b.Y, known):
		d.add(b.X)
	default:
		return false
	}
	return true
}

func (d *decision) add(e ast.Expr) {
	v := d.check.info.Types[e].Value
	if v == nil || v.Kind() != constant.String {
		d.doubt = true
		return
	}
	d.codes = append(d.codes, constant.StringVal(v))
}

// isCode reports whether an expression is the ErrorType of the variable, as it
// is or as a string.
func (d *decision) isCode(e ast.Expr, known map[ast.Node]bool) bool {
	sel, ok := d.check.unconverted(e).(*ast.SelectorExpr)
	if !ok || d.check.variable(sel.X) != d.v {
		return false
	}
	field, ok := d.check.info.Uses[sel.Sel].(*types.Var)
	if !ok || !sdk.IsCodeField(field) {
		return false
	}
	known[ast.Unparen(sel.X)] = true
	return true
}
