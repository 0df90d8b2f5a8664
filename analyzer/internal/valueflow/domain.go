package valueflow

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// This is all that the graph knows of what it is built for: which values are codes
// by their type, which fields hold some, and what makes an error with a code. Who
// reads the graph finds the rest of it where these lead.

// A codeDomain is what a builder knows of codes.
type codeDomain struct {
	aboutCodes bool // the package has to do with codes
	stytch     bool // it has to do with Stytch: it imports the SDK or names its host
	fakes      bool // and has texts or structs in the shape of Stytch's errors

	builds   []construction
	declared map[*types.Const]*leaf // constants declared with the code type
	used     map[*types.Const]bool
	listed   map[ast.Expr]bool        // see list; true for keys
	via      map[ast.Expr]*types.Func // the function that a constant is passed to

	codeFields map[*types.Var]codeField // fields of structs in the shape of Stytch's errors
	shaped     shaped                   // whose errors of that shape are
	embedded   map[*ast.BasicLit][]embedded

	compared map[ast.Expr]bool  // literals of whole errors that are compared with others
	renamed  map[string]bool    // names that programs give to errors they received
	answers  map[string]bool    // names in answers of the program's own of the shape of Stytch's errors
	answered []*node            // what becomes such a name
	handling map[*function]bool // see answersError
}

func newCodeDomain() codeDomain {
	return codeDomain{
		declared:   make(map[*types.Const]*leaf),
		used:       make(map[*types.Const]bool),
		listed:     make(map[ast.Expr]bool),
		via:        make(map[ast.Expr]*types.Func),
		codeFields: make(map[*types.Var]codeField),
		embedded:   make(map[*ast.BasicLit][]embedded),
		compared:   make(map[ast.Expr]bool),
		renamed:    make(map[string]bool),
		answers:    make(map[string]bool),
	}
}

// isCodeType reports whether all values of type t are codes.
func isCodeType(t types.Type) bool { return sdk.IsCodeType(t) }

// labelsOfField returns the labels of the codes in a struct field, if it is the
// ErrorType of an SDK error or of a struct in its shape.
func (b *builder) labelsOfField(v *types.Var) (labels, bool) {
	if b.codeField(v).read {
		return fromShape, true
	}
	family, ok := sdk.FamilyOfField(v)
	return labelOf(family), ok
}

// isCodeField reports whether e selects the ErrorType of an SDK error.
func (b *builder) isCodeField(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	v, ok := b.info.Uses[sel.Sel].(*types.Var)
	if !ok {
		return false
	}
	_, ok = b.labelsOfField(v)
	return ok
}

// A construction is one place where an error gets its code.
type construction struct {
	code   *node
	family sdk.Family
	coined bool // the program may mean a name of its own
	shaped bool // it is an error in the shape of Stytch's, and not one of the SDK
}

// built notes that n is stored into the ErrorType of an SDK error. It may be a
// name of the program's own.
func (b *builder) built(n *node, family sdk.Family, coined bool) {
	if n != nil {
		b.builds = append(b.builds, construction{code: n, family: family, coined: coined})
	}
}

// setsCode notes that n is stored into a field, at e, if that makes an error
// with n as its code. It reports whether it does.
func (b *builder) setsCode(n *node, v *types.Var, e ast.Expr, coined func() bool) bool {
	if b.codeField(v).written {
		// What a client writes into the struct is what it calls its own failures.
		b.answer(n, e, b.doubtful(e) || !b.inTest(e) && !b.shaped.helps)
		return true
	}
	family, ok := sdk.FamilyOfField(v)
	if ok {
		b.built(n, family, coined())
	}
	return ok
}

// declaredCodes notes the constants that are declared with the SDK's code type.
func (b *builder) declaredCodes(vs *ast.ValueSpec) {
	for i, name := range vs.Names {
		c, ok := b.info.Defs[name].(*types.Const)
		if !ok || i >= len(vs.Values) || !isCodeType(c.Type()) {
			continue
		}
		if value, ok := library.StringValue(c.Val()); ok {
			b.declared[c] = &leaf{expr: vs.Values[i], value: value, typed: true}
		}
	}
}
