package stytchtarget

import (
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// asking returns what is known of a function that asks an error what it is, the zero
// row for any other.
func asking(fn *types.Func) library.Row {
	row := library.Of(fn)
	switch row.Does {
	case library.ErrorAs, library.ErrorAsType, library.ErrorIs:
		return row
	}
	return library.Row{}
}

// asks reports whether a function of a library asks an error what it is.
func asks(fn *types.Func) bool { return asking(fn).Does != 0 }

// keepsErrors reports whether fn takes errors as values of any type and hands
// them on: fmt.Errorf wraps them, and a mock returns them.
func keepsErrors(fn *types.Func) bool {
	row := library.Of(fn)
	return row.Does == library.FormatError || row.Is(library.PassesOn)
}

// prints reports whether fn, whose parameters take any value, only renders
// what it is given.
func prints(fn *types.Func) bool {
	switch row := library.Of(fn); row.Does {
	case library.FormatError, library.Sprint, library.Sprintln, library.Sprintf:
		return true
	default:
		return row.Is(library.Logs | library.Prints)
	}
}
