package stytchtarget

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"sort"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// unchecked reports the assertions that panic when the error is another. In a test a
// panic is what a failure looks like.
func (c *check) unchecked() {
	for _, decl := range c.order {
		for _, s := range c.searches[decl] {
			if s.how != unchecked || s.name == nil || s.pointer || report.InTest(c.pass, s.at.Pos()) {
				continue
			}
			v := c.variableOf(s.err)
			if c.guarded(s.cur, v) || c.calledGuarded(decl, v) || c.heldBy(s.err) != nil {
				continue
			}
			c.report.Report(analysis.Diagnostic{
				Pos:            s.cur.Node().Pos(),
				End:            s.cur.Node().End(),
				Category:       "unchecked",
				Message:        fmt.Sprintf("the assertion to %s panics on failures of the network and cancelled contexts, which are other errors; use errors.As", display(s.name)),
				SuggestedFixes: c.checkResult(s),
			}, true)
		}
	}
}

// A record has where the variables of a declaration are set, and where the errors in
// them are asked something, in the order of the code. It is made once, since many
// searches in one function ask for it.
type record struct {
	sets, asks map[*types.Var][]token.Pos
	majors     map[string]bool // the versions of the SDK whose errors are looked for
	compares   bool            // errors are compared with each other
}

// record returns the record of a declaration.
func (c *check) record(decl inspector.Cursor) *record {
	if r := c.records[decl]; r != nil {
		return r
	}
	r := &record{sets: make(map[*types.Var][]token.Pos), asks: make(map[*types.Var][]token.Pos), majors: make(map[string]bool)}
	c.records[decl] = r
	for _, s := range c.searches[decl] {
		v := c.variableOf(s.err)
		r.asks[v] = append(r.asks[v], s.at.Pos())
		if s.id != "" {
			r.majors[sdk.Major(s.id)] = true
		}
	}
	set := func(left ...ast.Expr) {
		for _, e := range left {
			if id, ok := e.(*ast.Ident); ok {
				if v, ok := c.info.ObjectOf(id).(*types.Var); ok {
					r.sets[v] = append(r.sets[v], id.Pos())
				}
			}
		}
	}
	for cur := range decl.Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.RangeStmt)(nil), (*ast.CallExpr)(nil), (*ast.BinaryExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.AssignStmt:
			set(n.Lhs...)
		case *ast.ValueSpec:
			for _, id := range n.Names {
				set(id)
			}
		case *ast.RangeStmt:
			set(n.Key, n.Value)
		case *ast.CallExpr:
			fn := c.callee(n)
			if fn != nil && c.compared(n, fn) != nil {
				r.compares = true
			} else if answers(c.info.TypeOf(n)) {
				// A call that is given the error and says yes or no may ask it.
				for _, arg := range n.Args {
					v := c.variableOf(arg)
					r.asks[v] = append(r.asks[v], n.Pos())
				}
			}
		case *ast.BinaryExpr:
			r.compares = r.compares || isComparison(n) && c.isError(n.X) && c.isError(n.Y)
		}
	}
	for _, list := range r.asks {
		slices.Sort(list)
	}
	return r
}

// answers reports whether a bool is among results.
func answers(t types.Type) bool {
	tuple, ok := t.(*types.Tuple)
	if !ok {
		return t != nil && isBool(t)
	}
	return slices.ContainsFunc(slices.Collect(tuple.Variables()), func(v *types.Var) bool { return isBool(v.Type()) })
}

func isBool(t types.Type) bool { return types.Identical(types.Default(t), types.Typ[types.Bool]) }

// guarded reports whether the error in a variable was asked what it is before
// a place, since it was set.
func (c *check) guarded(cur inspector.Cursor, v *types.Var) bool {
	if v == nil {
		return false
	}
	r := c.record(edit.Declaration(cur))
	before := func(list []token.Pos) token.Pos {
		i := sort.Search(len(list), func(i int) bool { return list[i] >= cur.Node().Pos() })
		if i == 0 {
			return token.NoPos
		}
		return list[i-1]
	}
	asked := before(r.asks[v])
	return asked.IsValid() && asked >= before(r.sets[v])
}

// calledGuarded reports whether v is a parameter of the function that is declared, and a
// caller asks the error what it is before it passes it.
func (c *check) calledGuarded(decl inspector.Cursor, v *types.Var) bool {
	fn := c.declared(decl)
	if fn == nil || v == nil {
		return false
	}
	known, ok := c.guards[v]
	if i := index(fn.Signature().Params(), v); i >= 0 && !ok {
		known = slices.ContainsFunc(c.sites[fn], func(s site) bool {
			return c.guarded(s.cur, c.variableOf(argument(s.call, fn, i)))
		})
		c.guards[v] = known
	}
	return known
}

// checkResult returns the fix that gives e := err.(T) its ok, and returns err
// where it does not hold: in a function that returns an error, that is what
// becomes of an error that it does not know.
func (c *check) checkResult(s *search) []analysis.SuggestedFix {
	stmt := s.cur.Parent()
	assign, ok := stmt.Node().(*ast.AssignStmt)
	if !ok || assign.Tok != token.DEFINE || len(assign.Lhs) != 1 || stmt.ParentEdgeKind() != edge.BlockStmt_List {
		return nil
	}
	err, ok := ast.Unparen(s.err).(*ast.Ident)
	fn, sig := edit.Function(c.info, s.cur)
	if !ok || sig == nil || !library.ReturnsError(sig) {
		return nil
	}
	name, returns := edit.Free(fn.Node(), "ok", "isStytch"), edit.Returning(sig, err.Name)
	if name == "" || returns == "" {
		return nil
	}
	indent := "\n" + edit.Of(c.pass, c.report.File(assign.Pos())).Indent(assign.Pos())
	return []analysis.SuggestedFix{{
		Message: "Return other errors",
		TextEdits: []analysis.TextEdit{
			edit.Replace(assign.Lhs[0].End(), assign.Lhs[0].End(), ", "+name),
			edit.Replace(assign.End(), assign.End(), indent+"if !"+name+" {"+indent+"\t"+returns+indent+"}"),
		},
	}}
}
