package paths

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// assert returns the value of a type assertion.
func (p *Path) assert(instr *ssa.TypeAssert) Value {
	x := p.eval(instr.X)
	v := x // the same text
	if b, ok := instr.AssertedType.Underlying().(*types.Basic); !ok || b.Info()&types.IsString == 0 {
		v = p.asserted(x, instr.AssertedType)
	}
	if !instr.CommaOk {
		return v
	}
	return p.t.list(v, p.is(x, instr.AssertedType))
}

// asserted returns x as a value of a type.
func (p *Path) asserted(x Value, typ types.Type) Value {
	if x == 0 {
		return 0
	}
	if own := p.Type(x); own != nil && p.t.kind(x) == kBoxed && types.Identical(own, typ) {
		return p.t.nodes[x].a
	}
	return p.t.of(node{kind: kAssert, a: x, str: p.nameType(typ)})
}

// isPrefix begins the names of conditions that ask whether a value is of a type.
const isPrefix = "is "

// is returns whether x is of a type, so far as that tells an error of the API.
func (p *Path) is(x Value, typ types.Type) Value {
	if x == 0 {
		return p.site("is")
	}
	if p.IsNil(x) {
		return p.t.boolean(false)
	}
	if own := p.Type(x); own != nil && p.t.kind(x) == kBoxed && !types.IsInterface(typ) {
		return p.t.boolean(types.Identical(own, typ))
	}
	_, param := types.Unalias(typ).(*types.TypeParam)
	if _, ok := sdk.ErrorType(typ); ok || param {
		return p.t.of(node{kind: kIs, a: x})
	}
	return p.t.pure(isPrefix+p.nameType(typ), x)
}
