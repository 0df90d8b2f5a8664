package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"
)

// A wrapper makes an error of another or of a text.
type wrapper uint8

const (
	noWrapper  wrapper = iota
	fromText           // errors.New
	fromFormat         // fmt.Errorf
	around             // errors.Wrap: around its first argument
	joined             // errors.Join: of all
)

// wrappers are the functions that make errors.
var wrappers = map[string]map[string]wrapper{
	"errors":                        {"New": fromText, "Join": joined},
	"fmt":                           {"Errorf": fromFormat},
	"golang.org/x/xerrors":          {"New": fromText, "Errorf": fromFormat},
	"github.com/pkg/errors":         pkgErrors,
	"github.com/cockroachdb/errors": pkgErrors,
	"github.com/hashicorp/go-multierror": {
		"Append": joined,
	},
	"go.uber.org/multierr": {
		"Append":  joined,
		"Combine": joined,
	},
}

var pkgErrors = map[string]wrapper{
	"New":          fromText,
	"Errorf":       fromFormat,
	"Wrap":         around,
	"Wrapf":        around,
	"WithMessage":  around,
	"WithMessagef": around,
	"WithStack":    around,
	"Join":         joined,
}

// wraps returns the error that a known function makes of another, or of its
// text.
func (w *walker) wraps(fn *types.Func, e *ast.CallExpr, args []value) (value, bool) {
	if fn.Pkg() == nil || fn.Signature().Recv() != nil {
		return value{}, false
	}
	if fn.Pkg().Path() == "errors" && fn.Name() == "Unwrap" && len(args) == 1 {
		return args[0], true
	}
	how := wrappers[fn.Pkg().Path()][fn.Name()]
	if how == noWrapper || len(args) == 0 {
		return value{}, false
	}
	var made value
	mixed := false
	wrapped := w.wrappedBy(how, e)
	for i, v := range args {
		if v.kind != failure && v.kind != text {
			mixed = mixed || wrapped(i) && w.mayFail(e.Args[i])
			continue
		}
		v.lost = v.lost || v.kind == text || !wrapped(i)
		mixed = mixed || v.mixed
		if made.kind == nothing || !v.lost {
			made = value{kind: failure, lost: v.lost}
		}
	}
	made.mixed = mixed && made.kind != nothing
	return made, true
}

// mayFail reports whether an error that is joined to the one that is followed
// may be another failure: it is none that the package has for all of a kind, and
// none that is made on the spot.
func (w *walker) mayFail(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		fn := w.check.callee(e)
		return fn == nil || fn.Pkg() == nil || wrappers[fn.Pkg().Path()][fn.Name()] != fromText
	case *ast.SelectorExpr:
		v, ok := w.check.info.Uses[e.Sel].(*types.Var)
		return !ok || v.IsField()
	case *ast.Ident:
		v := w.check.variable(e)
		return v == nil && !w.check.isNil(e) || v != nil && v.Pkg() != nil && v.Parent() != v.Pkg().Scope()
	}
	return true
}

// wrappedBy returns which arguments errors.As finds in the error that a call
// makes.
func (w *walker) wrappedBy(how wrapper, e *ast.CallExpr) func(arg int) bool {
	switch how {
	case around:
		return func(arg int) bool { return arg == 0 }
	case joined:
		return func(int) bool { return true }
	case fromFormat:
		if tv := w.check.info.Types[e.Args[0]]; tv.Value != nil && tv.Value.Kind() == constant.String {
			verbs := verbsOf(constant.StringVal(tv.Value))
			return func(arg int) bool { return arg >= 1 && arg <= len(verbs) && verbs[arg-1] == 'w' }
		}
	}
	return func(int) bool { return false }
}

// verbsOf returns the verbs of a format, in the order of their arguments. One
// that numbers its arguments has none that are known.
func verbsOf(format string) []byte {
	var verbs []byte
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		for i++; i < len(format) && strings.IndexByte("+-# 0123456789.*", format[i]) >= 0; i++ {
			if format[i] == '*' {
				verbs = append(verbs, '*')
			}
		}
		switch {
		case i >= len(format) || format[i] == '%':
		case format[i] == '[':
			return nil
		default:
			verbs = append(verbs, format[i])
		}
	}
	return verbs
}
