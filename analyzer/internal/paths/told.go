package paths

import "go/types"

// canBeNil reports whether a value of type t can be nil.
func canBeNil(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Interface, *types.Map, *types.Slice:
		return true
	}
	return false
}

// classOf returns what is known of a value at the end of a path.
func (p *Path) classOf(v Value, typ types.Type) class {
	if v == 0 {
		return anything
	}
	if isBoolean(typ) {
		switch is, known := p.Truth(v); {
		case !known:
			return anything
		case is:
			return isTrue
		}
		return isFalse
	}
	if canBeNil(typ) {
		if p.t.kind(v) == kMarked {
			v = p.t.nodes[v].a
		}
		switch is, known := p.Truth(p.isNull(v)); {
		case !known:
			return anything
		case is:
			return isNil
		}
		return isNotNil
	}
	return anything
}

// expressible reports whether a value can be told from the function's parameters.
func (p *Path) expressible(v Value) bool {
	return v != 0 && !p.t.some(v, func(w Value) bool {
		return !p.t.kind(w).told()
	})
}

// told reports whether values of a kind can be told from those that they are made
// of.
func (k kind) told() bool {
	switch k {
	case kConst, kNil, kZero, kList, kParam, kGlobal, kFieldAddr, kElemAddr, kAt, kField, kElem, kWith, kPure, kEq, kBinary, kNot, kAssert, kIs, kOutcome, kWrapped, kMade, kBoxed, kMarked:
		return true
	}
	return false
}

// ofParams reports whether a condition depends on nothing but values that the
// function was handed: on nothing that may change between two calls.
func (p *Path) ofParams(v Value, pure bool) bool {
	n := p.t.nodes[v]
	switch n.kind {
	case kConst, kNil, kParam, kOutcome:
		return true
	case kAt:
		return p.isDeclared(v) || pure && p.ofParams(n.a, pure)
	case kFieldAddr:
		return pure && p.ofParams(n.a, pure)
	case kElemAddr, kElem:
		return pure && p.ofParams(n.a, pure) && p.ofParams(n.b, pure)
	case kField, kIs, kAssert, kNot:
		return p.ofParams(n.a, pure)
	case kPure:
		if last := n.str[len(n.str)-1]; last == '?' {
			return false // of a function of the program's own
		} else if last == steady {
			pure = true
		}
		for _, arg := range p.t.elements(n.a) {
			if !p.ofParams(arg, pure) {
				return false
			}
		}
		return true
	case kEq, kBinary:
		return p.ofParams(n.a, pure) && p.ofParams(n.b, pure)
	}
	return false
}
