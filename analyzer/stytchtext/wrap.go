package stytchtext

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// wrapped returns the origin of an error that a library's function makes.
func (c *check) wrapped(fn *function, call *ast.CallExpr, callee *types.Func) (origin, bool) {
	if callee.Pkg() == nil || callee.Signature().Recv() != nil || len(call.Args) == 0 || call.Ellipsis.IsValid() {
		return origin{}, false
	}
	switch library.Of(callee).Does {
	case library.NewError:
		return c.formatted(fn, call.Args[0], nil), true
	case library.FormatError:
		return c.formatted(fn, call.Args[0], call.Args[1:]), true
	case library.WrapError, library.UnwrapError:
		o := c.origin(fn, call.Args[0])
		for _, arg := range call.Args[1:] {
			if s, ok := c.constant(arg); ok {
				o = o.within(s)
			}
		}
		return o.within(), true
	case library.JoinErrors:
		var o origin
		for _, arg := range call.Args {
			o = o.join(c.origin(fn, arg))
		}
		return o.within(), true
	}
	return origin{}, false
}

// formatted returns the origin of an error whose text is made of a format and
// arguments.
func (c *check) formatted(fn *function, form ast.Expr, args []ast.Expr) origin {
	pattern, isConst := c.constant(form)
	var o origin
	found, open := 0, false
	for _, arg := range args {
		if library.IsErrorValue(c.info.TypeOf(arg)) {
			o = o.join(c.origin(fn, arg))
			found++
			continue
		}
		if t, ok := c.text(fn, arg); ok && t.kind == rendered {
			o = o.join(t.origin)
			o.lost = true
		} else if s, ok := c.constant(arg); ok {
			o = o.within(s)
		} else if isText(c.info.TypeOf(arg)) {
			open = true
		}
	}
	if strings.Count(pattern, "%w") < found {
		o.lost = true
	}
	switch t, ok := c.text(fn, form); {
	case ok && t.kind == rendered: // as errors.New does with the text of an error
		o = o.join(t.origin)
		o.lost = true
	case !isConst, open && !o.known() && found == 0:
		o = o.join(anything)
	case !o.known() && found == 0: // else it wraps itself, in a loop
		o.own = true
	}
	return o.within(pattern)
}

func isText(t types.Type) bool {
	if t == nil {
		return false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}

// constant returns the constant text of an expression.
func (c *check) constant(e ast.Expr) (string, bool) {
	return stringValue(c.info.Types[e].Value)
}

func stringValue(v constant.Value) (string, bool) {
	if v == nil || v.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v), true
}
