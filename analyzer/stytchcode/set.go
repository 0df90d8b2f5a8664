package stytchcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// Sets tells lists and maps of which the program only asks what is in them from
// those whose length or order it needs.
type sets struct {
	pass    *analysis.Pass
	root    inspector.Cursor
	numbers *numbers // of what is there now

	known  map[*types.Var]bool
	usedAt map[*types.Var][]inspector.Cursor
	has    map[*types.Func]bool // the functions with a body
	others asking               // those of other packages
}

func newSets(pass *analysis.Pass, root inspector.Cursor, others asking) *sets {
	return &sets{
		pass: pass, root: root, others: others,
		numbers: newNumbers(pass.TypesInfo, nil),
		known:   make(map[*types.Var]bool),
	}
}

// uses returns the uses of a variable in the package.
func (s *sets) uses(v *types.Var) []inspector.Cursor {
	if s.usedAt == nil {
		s.usedAt = make(map[*types.Var][]inspector.Cursor)
		s.has = make(map[*types.Func]bool)
		for cur := range s.root.Preorder((*ast.Ident)(nil), (*ast.FuncDecl)(nil)) {
			switch n := cur.Node().(type) {
			case *ast.Ident:
				if v, ok := s.pass.TypesInfo.Uses[n].(*types.Var); ok {
					s.usedAt[v] = append(s.usedAt[v], cur)
				}
			case *ast.FuncDecl:
				if fn, ok := s.pass.TypesInfo.Defs[n.Name].(*types.Func); ok && n.Body != nil {
					s.has[fn] = true
				}
			}
		}
	}
	return s.usedAt[v]
}

// asks reports whether a function only asks what is in its parameter at a
// position.
func (s *sets) asks(fn *types.Func, position int) bool {
	fn = fn.Origin()
	if fn.Pkg() != s.pass.Pkg {
		return fn.Signature().Variadic() && position == fn.Signature().Params().Len()-1 && s.others[fn]
	}
	param := fn.Signature().Params().At(position)
	return len(s.uses(param)) > 0 && s.has[fn] && s.variable(param)
}

// variable reports whether the program only asks what is in a variable.
func (s *sets) variable(v *types.Var) bool {
	if v.IsField() || v.Exported() && v.Parent() == v.Pkg().Scope() && v.Pkg().Name() != "main" {
		return false
	}
	only, ok := s.known[v]
	if !ok {
		s.known[v] = true // where it is asked for again, nothing else is done
		only = true
		for _, use := range s.uses(v) {
			only = only && s.asked(use)
		}
		s.known[v] = only
	}
	return only
}

// asked reports whether the program only asks what is in a list or a map, which
// is given by a literal or a variable.
func (s *sets) asked(cur inspector.Cursor) bool {
	parent := cur.Parent()
	switch kind, i := cur.ParentEdge(); kind {
	case edge.ParenExpr_X:
		return s.asked(parent)
	case edge.ValueSpec_Values:
		names := parent.Node().(*ast.ValueSpec).Names
		return i < len(names) && s.declares(names[i])
	case edge.AssignStmt_Rhs:
		assign := parent.Node().(*ast.AssignStmt)
		if assign.Tok != token.DEFINE || len(assign.Lhs) != len(assign.Rhs) {
			return false
		}
		id, ok := assign.Lhs[i].(*ast.Ident)
		return ok && s.declares(id)
	case edge.IndexExpr_X:
		if !isMap(s.pass.TypesInfo.TypeOf(cur.Node().(ast.Expr))) {
			return false
		}
		switch parent.ParentEdgeKind() {
		case edge.AssignStmt_Lhs, edge.IncDecStmt_X:
			return false
		}
		return true
	case edge.RangeStmt_X:
		return s.searches(parent.Node().(*ast.RangeStmt))
	case edge.CallExpr_Args:
		return s.argument(parent.Node().(*ast.CallExpr), i)
	}
	return false
}

func (s *sets) declares(id *ast.Ident) bool {
	v, ok := s.pass.TypesInfo.Defs[id].(*types.Var)
	return ok && s.variable(v)
}

// argument reports whether a call only asks what is in its argument.
func (s *sets) argument(call *ast.CallExpr, i int) bool {
	fn, ok := typeutil.Callee(s.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "slices", "golang.org/x/exp/slices", "github.com/samber/lo":
		return fn.Name() == "Contains" && i == 0
	}
	last := fn.Signature().Params().Len() - 1
	return i <= last && (i < last || !fn.Signature().Variadic() || call.Ellipsis.IsValid()) && s.asks(fn, i)
}

// searches reports whether a loop looks for one element and does nothing with
// the others.
func (s *sets) searches(loop *ast.RangeStmt) bool {
	key, _ := loop.Key.(*ast.Ident)
	value, _ := loop.Value.(*ast.Ident)
	element := value
	if isMap(s.pass.TypesInfo.TypeOf(loop.X)) {
		element, key = key, nil
	}
	if element == nil || loop.Tok != token.DEFINE || key != nil && key.Name != "_" || len(loop.Body.List) == 0 {
		return false
	}
	branch, ok := loop.Body.List[0].(*ast.IfStmt)
	if !ok || branch.Init != nil || branch.Else != nil {
		return false
	}
	cond, equal := branch.Cond, token.EQL
	if len(loop.Body.List) > 1 { // those that are not equal are passed over
		if len(branch.Body.List) != 1 {
			return false
		}
		pass, ok := branch.Body.List[0].(*ast.BranchStmt)
		if !ok || pass.Tok != token.CONTINUE || pass.Label != nil {
			return false
		}
		equal = token.NEQ
	}
	v := s.pass.TypesInfo.Defs[element]
	return v != nil && s.numbers.of(cond).pure && s.compares(cond, equal, v)
}

// compares reports whether a condition needs v to be equal to something, or not
// to be.
func (s *sets) compares(cond ast.Expr, op token.Token, v types.Object) bool {
	join := token.LAND // one that fails is enough
	if op == token.NEQ {
		join = token.LOR
	}
	for _, e := range operands(cond, join, true) {
		switch e := ast.Unparen(e).(type) {
		case *ast.BinaryExpr:
			if e.Op == op && s.is(e.X, v) != s.is(e.Y, v) {
				return true
			}
		case *ast.CallExpr:
			if op == token.EQL && s.numbers.of(e).pure && len(e.Args) == 2 && s.is(e.Args[0], v) != s.is(e.Args[1], v) {
				return true
			}
		}
	}
	return false
}

// is reports whether an expression is v, converted or not.
func (s *sets) is(e ast.Expr, v types.Object) bool {
	id, ok := inner(s.pass.TypesInfo, e).(*ast.Ident)
	return ok && s.pass.TypesInfo.Uses[id] == v
}
