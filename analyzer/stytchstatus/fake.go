package stytchstatus

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// fakes judges the answers of servers that stand in for Stytch: JSON in a string, or a
// map, with the status in it or beside it.
func (c *check) fakes() {
	sites := make(map[ast.Expr][]valueflow.Site)
	for _, s := range c.flow.Sites {
		if s.Use == valueflow.Built && !s.Coined {
			sites[s.Expr] = append(sites[s.Expr], s)
		}
	}
	if len(sites) == 0 {
		return
	}
	for cur := range c.root.Preorder((*ast.BasicLit)(nil), (*ast.CompositeLit)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.BasicLit:
			for _, s := range sites[n] {
				if s.Embedded {
					c.embedded(cur, n, s)
				}
			}
		case *ast.CompositeLit:
			t := c.info.TypeOf(n)
			if t == nil {
				continue
			}
			if _, isMap := t.Underlying().(*types.Map); !isMap {
				continue
			}
			if status, code := errfield.Made(c.info, n); status != nil && code != nil && sites[code] != nil {
				c.made(status, code)
			}
		}
	}
}

// embedded judges a code in JSON: with the status in the same object or, if it has
// none, with that of the answer.
func (c *check) embedded(cur inspector.Cursor, lit *ast.BasicLit, s valueflow.Site) {
	offset := int(s.Pos - lit.Pos())
	if offset <= 0 {
		return // the parser drops carriage returns from raw strings
	}
	from, to, ok := errfield.StatusInJSON(lit.Value, offset)
	if !ok {
		if status := c.answered(cur); status != nil {
			c.judge(status, s.Value)
		}
		return
	}
	got, err := strconv.Atoi(lit.Value[from:to])
	want := c.statuses(s.Value)
	if err != nil || len(want) == 0 || slices.Contains(want, got) {
		return
	}
	var fixes []analysis.SuggestedFix
	at, end := lit.Pos()+token.Pos(from), lit.Pos()+token.Pos(to)
	if text := strconv.Itoa(want[0]); len(want) == 1 && c.report.File(at) != nil {
		fixes = replaceBy(at, end, text)
	}
	c.never(at, end, s.Value, got, fixes)
}

// answered returns the status of the answer that a text is written to: in the call or
// the response that it is part of, or by the last call before it in its block; nil if
// it has none that is known.
func (c *check) answered(text inspector.Cursor) ast.Expr {
	for cur := text.Parent(); ; cur = cur.Parent() {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			if status := c.statusOfAnswer(n); status != nil {
				return status
			}
		case *ast.CompositeLit:
			if library.Type(c.info.TypeOf(n)) == "net/http.Response" {
				for _, s := range setsOf(c.info, n) {
					if s.field.Name() == statusField {
						return s.value
					}
				}
			}
		case *ast.BlockStmt, *ast.CaseClause, *ast.FuncLit, ast.Decl:
			return nil
		case ast.Stmt:
			if status := c.writtenBefore(cur); status != nil {
				return status
			}
		}
	}
}

// writtenBefore returns the status that is written last before a statement in its
// block.
func (c *check) writtenBefore(stmt inspector.Cursor) ast.Expr {
	for {
		prev, ok := stmt.PrevSibling()
		if !ok {
			return nil
		}
		stmt = prev
		if s, ok := prev.Node().(*ast.ExprStmt); ok {
			if call, ok := ast.Unparen(s.X).(*ast.CallExpr); ok {
				if status := c.statusOfAnswer(call); status != nil {
					return status
				}
			}
		}
	}
}

// statusOfAnswer returns the status that a call answers with; nil if it is no answer.
func (c *check) statusOfAnswer(call *ast.CallExpr) ast.Expr {
	fn, ok := typeutil.Callee(c.info, call).(*types.Func)
	if !ok {
		return nil
	}
	row := library.Of(fn)
	if !row.Answers() || row.Answer.Scale != library.HTTPStatus || row.Arg < 0 || int(row.Arg) >= len(call.Args) {
		return nil
	}
	return call.Args[row.Arg]
}
