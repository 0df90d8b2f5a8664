package stytchtarget

import (
	"go/types"
	"strings"
)

// A role is what a library's function does with the error that it is given.
type role uint8

const (
	none   role = iota
	as          // sets a target to the error of a type: errors.As
	asType      // the same with a type argument: errors.AsType
	is          // looks for an error that is equal to another: errors.Is
)

// known are the functions and methods that ask an error what it is. They take
// the error, then the target; those of testify take the test first.
var known = map[string]map[string]role{
	"errors":                              {"As": as, "AsType": asType, "Is": is},
	"golang.org/x/xerrors":                {"As": as, "Is": is},
	"github.com/pkg/errors":               {"As": as, "Is": is},
	"github.com/cockroachdb/errors":       {"As": as}, // its Is compares types and messages as well
	"github.com/stretchr/testify/assert":  testify,
	"github.com/stretchr/testify/require": testify,
}

var testify = map[string]role{
	"ErrorAs":     as,
	"ErrorAsf":    as,
	"NotErrorAs":  as,
	"NotErrorAsf": as,
	"ErrorIs":     is,
	"ErrorIsf":    is,
	"NotErrorIs":  is,
	"NotErrorIsf": is,
}

// library returns the role of a library's function, and the place of the error
// among its arguments; the target comes next.
func library(fn *types.Func) (r role, err int) {
	if fn == nil || fn.Pkg() == nil {
		return none, 0
	}
	path := fn.Pkg().Path()
	if i := strings.LastIndex(path, "vendor/"); i == 0 || i > 0 && path[i-1] == '/' {
		path = path[i+len("vendor/"):]
	}
	r = known[path][fn.Name()]
	if r == none {
		return none, 0
	}
	if strings.HasPrefix(path, "github.com/stretchr/testify/") && fn.Signature().Recv() == nil {
		return r, 1
	}
	return r, 0
}

// keepsErrors reports whether fn takes errors as values of any type and hands
// them on: fmt.Errorf wraps them, and a mock returns them.
func keepsErrors(fn *types.Func) bool {
	switch fn.FullName() {
	case "fmt.Errorf",
		"(*github.com/stretchr/testify/mock.Call).Return",
		"(*github.com/golang/mock/gomock.Call).Return",
		"(*go.uber.org/mock/gomock.Call).Return":
		return true
	}
	return false
}

// prints reports whether fn, whose parameters take any value, only renders
// what it is given.
func prints(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "fmt":
		return !strings.Contains(fn.Name(), "can") // Scan and its like
	case "log", "log/slog":
		return true
	}
	return false
}
