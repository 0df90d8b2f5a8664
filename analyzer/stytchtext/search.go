package stytchtext

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// A search is a place where a decision is made by a text.
type search struct {
	cur    inspector.Cursor
	fn     *function
	in     ast.Expr // the text, or the error whose text it is
	isErr  bool     // in is the error
	wanted ast.Expr // what is looked for
	how    how
}

type how uint8

const (
	contains how = iota
	part         // a prefix, a suffix, a place or a number
	pattern      // a regular expression
	fold         // equal without regard to case
	equal
	asserted // by a test, as a part of the text
	pinned   // by a test, as the whole text
)

var searchNodes = []ast.Node{(*ast.CallExpr)(nil), (*ast.BinaryExpr)(nil), (*ast.SwitchStmt)(nil)}

// A role is how a library's function searches its arguments.
type role struct {
	how    how
	in     int // the argument that is the text or the error
	wanted int
	isErr  bool
}

var textSearch = map[string]role{
	"Contains":  {how: contains, wanted: 1},
	"HasPrefix": {how: part, wanted: 1},
	"HasSuffix": {how: part, wanted: 1},
	"Index":     {how: part, wanted: 1},
	"LastIndex": {how: part, wanted: 1},
	"Count":     {how: part, wanted: 1},
	"Cut":       {how: part, wanted: 1},
	"CutPrefix": {how: part, wanted: 1},
	"CutSuffix": {how: part, wanted: 1},
	"Split":     {how: part, wanted: 1},
	"EqualFold": {how: fold, wanted: 1},
	"Compare":   {how: equal, wanted: 1},
}

var assertion = map[string]role{
	"ErrorContains":  {how: asserted, wanted: 1, isErr: true},
	"EqualError":     {how: pinned, wanted: 1, isErr: true},
	"Contains":       {how: asserted, wanted: 1},
	"NotContains":    {how: asserted, wanted: 1},
	"Equal":          {how: pinned, in: 1, wanted: 0},
	"EqualValues":    {how: pinned, in: 1, wanted: 0},
	"NotEqual":       {how: pinned, in: 1, wanted: 0},
	"NotEqualValues": {how: pinned, in: 1, wanted: 0},
}

// searches returns what a node searches.
func (c *check) searches(cur inspector.Cursor) []search {
	s := search{cur: cur}
	switch n := cur.Node().(type) {
	case *ast.BinaryExpr:
		if n.Op != token.EQL && n.Op != token.NEQ {
			return nil
		}
		s.in, s.wanted, s.how = n.X, n.Y, equal
		if c.info.Types[n.X].Value != nil {
			s.in, s.wanted = n.Y, n.X
		}
		if c.info.Types[s.wanted].Value == nil {
			return nil
		}
		return []search{s}
	case *ast.SwitchStmt:
		if n.Tag == nil {
			return nil
		}
		var list []search
		for _, clause := range n.Body.List {
			if clause, ok := clause.(*ast.CaseClause); ok {
				for _, e := range clause.List {
					list = append(list, search{cur: cur, in: n.Tag, wanted: e, how: equal})
				}
			}
		}
		return list
	case *ast.CallExpr:
		callee, ok := typeutil.Callee(c.info, n).(*types.Func)
		if !ok || callee.Pkg() == nil {
			return nil
		}
		if callee.Pkg().Path() == "regexp" {
			return c.matches(s, n, callee)
		}
		r, ok := roleOf(callee)
		if !ok || max(r.in, r.wanted) >= len(n.Args) {
			return nil
		}
		s.in, s.wanted, s.how, s.isErr = n.Args[r.in], n.Args[r.wanted], r.how, r.isErr
		if r.how == pinned && c.info.Types[s.in].Value != nil {
			s.in, s.wanted = s.wanted, s.in
		}
		return []search{s}
	}
	return nil
}

func roleOf(callee *types.Func) (role, bool) {
	path := callee.Pkg().Path()
	if i := strings.LastIndex(path, "vendor/"); i == 0 || i > 0 && path[i-1] == '/' {
		path = path[i+len("vendor/"):]
	}
	isMethod := callee.Signature().Recv() != nil
	switch path {
	case "strings", "bytes":
		r, ok := textSearch[callee.Name()]
		return r, ok && !isMethod
	case "github.com/stretchr/testify/assert", "github.com/stretchr/testify/require":
		r, ok := assertion[callee.Name()]
		if !ok {
			r, ok = assertion[strings.TrimSuffix(callee.Name(), "f")]
		}
		if !isMethod { // the test comes first
			r.in++
			r.wanted++
		}
		return r, ok
	}
	return role{}, false
}

// matches returns what a call of package regexp searches.
func (c *check) matches(s search, call *ast.CallExpr, callee *types.Func) []search {
	s.how = pattern
	if callee.Signature().Recv() == nil {
		if len(call.Args) != 2 || callee.Name() != "MatchString" && callee.Name() != "Match" {
			return nil
		}
		s.wanted, s.in = call.Args[0], call.Args[1]
		return []search{s}
	}
	recv := receiver(call)
	if recv == nil || len(call.Args) == 0 || !strings.HasPrefix(callee.Name(), "Match") && !strings.HasPrefix(callee.Name(), "Find") {
		return nil
	}
	if compiled := c.compiled(recv); compiled != nil {
		s.wanted, s.in = compiled, call.Args[0]
		return []search{s}
	}
	return nil
}
