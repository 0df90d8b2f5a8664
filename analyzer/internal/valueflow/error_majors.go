package valueflow

import (
	"go/ast"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A package that imports several major versions of the SDK may ask an error of one for
// the type of another.

// asked notes an error that may be asked of which type it is: what a call is handed, and
// the operand of a type assertion or switch.
func (b *builder) asked(f *frame, e ast.Expr) {
	if !b.errors.several || !library.IsErrorInterface(b.typeOf(e)) {
		return
	}
	if n := b.value(f, e); n != nil {
		b.errors.asked[e] = append(b.errors.asked[e], n)
	}
}

// Major returns the major version of the SDK whose calls an error comes from that is
// asked of which type it is; false if it may come from several, or be any error.
func (r *ErrorResult) Major(e ast.Expr) (string, bool) {
	if r.builder == nil {
		return "", false
	}
	nodes := r.builder.errors.asked[e]
	for _, n := range nodes {
		if n.labels&^(fromSDK|fromOwnError|fromConstant|marks&^anyExposed) != 0 {
			return "", false
		}
	}
	majors := r.builder.majorsOf(nodes)
	if len(majors) != 1 {
		return "", false
	}
	return majors[0], true
}
