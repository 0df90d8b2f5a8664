package edit

import (
	"go/types"
	"slices"
	"strings"
)

// Returning returns the statement by which a function of a signature returns something as
// its last result, and the zero values of the others; "" if one cannot be written.
func Returning(sig *types.Signature, last string) string {
	values := []string{last}
	for i := sig.Results().Len() - 2; i >= 0; i-- {
		values = slices.Insert(values, 0, Zero(sig.Results().At(i).Type()))
	}
	if slices.Contains(values, "") {
		return ""
	}
	return "return " + strings.Join(values, ", ")
}

// Zero returns how the zero value of a type is written in a word, "" if it cannot be.
func Zero(t types.Type) string {
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return `""`
		case u.Info()&types.IsBoolean != 0:
			return "false"
		case u.Info()&types.IsNumeric != 0:
			return "0"
		}
	case *types.Interface:
		if _, ok := types.Unalias(t).(*types.TypeParam); !ok {
			return "nil"
		}
	case *types.Pointer, *types.Map, *types.Slice, *types.Signature, *types.Chan:
		return "nil"
	}
	return ""
}
