package stytchcredentials

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
)

// An index holds the assignments and the functions of a package.
type index struct {
	assignments map[*types.Var][]assignment
	functions   map[*types.Func]*function
}

// An assignment gives a variable a value.
type assignment struct {
	value    ast.Expr // nil where a variable is declared without one
	result   int      // which result of value, which is a call then
	opaque   bool     // nothing is known of the value
	declares bool     // it is the declaration of the variable
	under    ast.Node // the innermost statement that decides whether it happens; nil if it always does
}

// A function is one with a body, and its return statements.
type function struct {
	body    *ast.BlockStmt
	returns []returned
}

type returned struct {
	stmt  *ast.ReturnStmt
	under ast.Node // as in assignment
}

func (s *source) assignments() map[*types.Var][]assignment { return s.indexed().assignments }

func (s *source) functions() map[*types.Func]*function { return s.indexed().functions }

// indexed returns the index of the package, which is made once.
func (s *source) indexed() *index {
	if s.index != nil {
		return s.index
	}
	s.index = &index{make(map[*types.Var][]assignment), make(map[*types.Func]*function)}
	for c := range s.in.Root().Preorder(
		(*ast.FuncDecl)(nil), (*ast.ReturnStmt)(nil),
		(*ast.ValueSpec)(nil), (*ast.AssignStmt)(nil), (*ast.RangeStmt)(nil), (*ast.UnaryExpr)(nil),
	) {
		switch n := c.Node().(type) {
		case *ast.FuncDecl:
			if f, ok := s.info.Defs[n.Name].(*types.Func); ok && n.Body != nil {
				s.index.functions[f] = &function{body: n.Body}
			}
		case *ast.ReturnStmt:
			under, decl := above(c)
			if decl == nil {
				break
			}
			if f, ok := s.info.Defs[decl.Name].(*types.Func); ok {
				if fn := s.index.functions[f]; fn != nil {
					fn.returns = append(fn.returns, returned{n, under})
				}
			}
		case *ast.ValueSpec:
			s.assign(c, idents(n.Names), n.Values)
		case *ast.AssignStmt:
			if n.Tok == token.ASSIGN || n.Tok == token.DEFINE {
				s.assign(c, n.Lhs, n.Rhs)
			} else {
				s.opaque(n.Lhs...)
			}
		case *ast.RangeStmt:
			s.opaque(n.Key, n.Value)
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				s.opaque(n.X)
			}
		}
	}
	return s.index
}

func idents(list []*ast.Ident) []ast.Expr {
	exprs := make([]ast.Expr, len(list))
	for i, id := range list {
		exprs[i] = id
	}
	return exprs
}

// assign notes an assignment of values to variables.
func (s *source) assign(c inspector.Cursor, lhs, rhs []ast.Expr) {
	under, decl := above(c)
	for i, e := range lhs {
		v := s.target(e)
		if v == nil {
			continue
		}
		a := assignment{under: under, declares: s.info.Defs[ast.Unparen(e).(*ast.Ident)] != nil}
		switch {
		case len(rhs) == len(lhs):
			a.value = rhs[i]
		case len(rhs) == 1:
			a.value, a.result = rhs[0], i
			if _, ok := ast.Unparen(rhs[0]).(*ast.CallExpr); !ok {
				a.opaque = true
			}
		case len(rhs) > 0:
			a.opaque = true
		}
		// A function that sets a package's variable may not be called, or only
		// in tests.
		if isGlobal(v) && decl != nil && decl.Name.Name != "init" && a.under == nil {
			a.under = decl
		}
		s.index.assignments[v] = append(s.index.assignments[v], a)
	}
}

// opaque notes that variables may get values that are not in view.
func (s *source) opaque(list ...ast.Expr) {
	for _, e := range list {
		if v := s.target(e); v != nil {
			s.index.assignments[v] = append(s.index.assignments[v], assignment{opaque: true})
		}
	}
}

// target returns the variable that e names, or nil.
func (s *source) target(e ast.Expr) *types.Var {
	if e == nil {
		return nil
	}
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := s.info.ObjectOf(id).(*types.Var)
	return v
}

func isGlobal(v *types.Var) bool { return v.Pkg() != nil && v.Parent() == v.Pkg().Scope() }

// above returns the innermost statement that decides whether the statement at c
// is executed, nil if it always is, and the function that it stands in. A
// function literal is such a statement, too, and has no declaration.
func above(c inspector.Cursor) (under ast.Node, decl *ast.FuncDecl) {
	from := c.Node()
	for p := range c.Enclosing() {
		switch n := p.Node().(type) {
		case *ast.FuncDecl:
			return under, n
		case *ast.FuncLit:
			if under == nil {
				under = n
			}
			return under, nil
		case *ast.IfStmt:
			if under == nil && from != n.Init {
				under = n
			}
		case *ast.ForStmt, *ast.RangeStmt, *ast.CaseClause, *ast.CommClause, *ast.SelectStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt:
			if under == nil {
				under = n
			}
		}
		from = p.Node()
	}
	return under, nil
}
