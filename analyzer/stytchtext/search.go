package stytchtext

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

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
		row := library.Of(callee)
		switch row.Does {
		case library.AssertMatch:
			return c.checked(s, n, row)
		case library.Expect:
			return c.expected(s, n, row)
		}
		how, isErr, ok := searchBy(row.Does)
		if !ok || int(max(row.Arg, row.With)) >= len(n.Args) {
			return nil
		}
		s.in, s.wanted, s.how, s.isErr = n.Args[row.Arg], n.Args[row.With], how, isErr
		if how == pinned && c.info.Types[s.in].Value != nil {
			s.in, s.wanted = s.wanted, s.in
		}
		return []search{s}
	}
	return nil
}

// searchBy returns how a library's function searches the text or the error that it
// is about.
func searchBy(does library.Role) (h how, isErr, ok bool) {
	switch does {
	case library.HasText:
		return contains, false, true
	case library.HasPrefix, library.HasSuffix, library.FindText, library.SplitText, library.CutText, library.CutPrefix, library.CutSuffix:
		return part, false, true
	case library.FoldText:
		return fold, false, true
	case library.CompareText:
		return equal, false, true
	case library.AssertContains:
		return asserted, false, true
	case library.AssertEqual:
		return pinned, false, true
	case library.AssertErrorText:
		return asserted, true, true
	case library.AssertErrorIs:
		return pinned, true, true
	}
	return 0, false, false
}

// checked returns what an assertion of quicktest searches: by a checker between its
// arguments.
func (c *check) checked(s search, call *ast.CallExpr, row library.Row) []search {
	if int(row.With) >= len(call.Args) {
		return nil
	}
	s.in, s.wanted = call.Args[row.Arg], call.Args[row.With]
	checker := call.Args[row.With-1]
	if by, ok := ast.Unparen(checker).(*ast.CallExpr); ok && library.Matcher(c.info, checker).Does == library.MatchBy && len(by.Args) == 1 {
		checker = by.Args[0]
	}
	var ok bool
	s.how, s.isErr, ok = matchedBy(library.Matcher(c.info, checker).Does)
	if !ok {
		return nil
	}
	return []search{s}
}

// expected returns what the matchers of an assertion of gomega search.
func (c *check) expected(s search, call *ast.CallExpr, row library.Row) []search {
	s.in = library.Expected(call)
	if s.in == nil || int(row.Arg) >= len(call.Args) {
		return nil
	}
	return c.matched(nil, s, call.Args[row.Arg], false)
}

// matched adds what a matcher searches to a list. One for errors may hand on the text
// to another.
func (c *check) matched(list []search, s search, matcher ast.Expr, ofErr bool) []search {
	call, ok := ast.Unparen(matcher).(*ast.CallExpr)
	if !ok {
		return list
	}
	does := library.Matcher(c.info, call).Does
	if does == library.MatchBy {
		for _, m := range call.Args {
			list = c.matched(list, s, m, ofErr)
		}
		return list
	}
	if does == library.MatchError && len(call.Args) > 0 && !isText(c.info.TypeOf(call.Args[0])) {
		return c.matched(list, s, call.Args[0], true)
	}
	how, isErr, ok := matchedBy(does)
	if !ok {
		return list
	}
	s.how, s.isErr = how, isErr || ofErr
	for _, s.wanted = range call.Args {
		if isText(c.info.TypeOf(s.wanted)) {
			list = append(list, s)
		}
	}
	return list
}

// matchedBy returns how a matcher or a checker searches the text or the error that it
// is about.
func matchedBy(does library.Role) (h how, isErr, ok bool) {
	switch does {
	case library.MatchEqual:
		return pinned, false, true
	case library.MatchText, library.MatchPrefix, library.MatchSuffix:
		return asserted, false, true
	case library.MatchError:
		return pinned, true, true
	}
	return 0, false, false
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
