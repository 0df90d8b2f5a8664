package paths

import "go/types"

func isBoolean(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// isFlat reports whether a value of type t leads to nothing that can be written to.
func isFlat(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return true
	case *types.Array:
		return isFlat(u.Elem())
	case *types.Struct:
		for f := range u.Fields() {
			if !isFlat(f.Type()) {
				return false
			}
		}
		return true
	}
	return false
}

func isBasic(t types.Type) bool {
	_, ok := t.Underlying().(*types.Basic)
	return ok
}
