package stytchsend

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// library returns what comes of a call of a function of a library, and of the
// methods of errors.
func (c *check) library(f *frame, fn *types.Func, recv value, call *ast.CallExpr, a evaluated) ([]evaluated, bool) {
	st, args := a.state, a.v.list
	is := func(v value) ([]evaluated, bool) { return []evaluated{{st, v}}, true }
	if fn.Signature().Recv() != nil {
		if fn.Name() == "Error" && isError(fn.Signature().Recv().Type()) {
			if recv.kind == pointer {
				recv = c.load(st, recv.target)
			}
			if recv.of != nil {
				return is(value{kind: text, of: recv.of})
			}
		}
		return nil, false
	}
	row := library.Of(fn)
	if fn.Pkg() == nil || len(args) == 0 || row.Is(library.TakesTest) {
		return nil, false
	}
	switch row.Does {
	case library.ErrorAs:
		if len(args) == 2 && len(call.Args) == 2 {
			return c.as(f, call, st, args[0], args[1]), true
		}
	case library.ErrorAsType:
		if t, ok := c.info.TypeOf(call).(*types.Tuple); ok && t.Len() == 2 {
			return c.find(f, call, st, args[0], t.At(0).Type(), 0), true
		}
	case library.ErrorIs, library.ErrorIsLike:
		if len(args) == 2 {
			return c.isError(f, call, st, args[0], args[1], 0), true
		}
	case library.NewError, library.FormatError, library.JoinErrors:
		return is(c.wrapped(call, args))
	case library.WrapError, library.UnwrapError, library.SameText, library.LowerText, library.UpperText:
		switch args[0].kind {
		case failed, code, text:
			return is(args[0])
		}
	case library.FoldText, library.HasText, library.HasPrefix, library.HasSuffix:
		if len(args) == 2 && fn.Signature().Results().Len() == 1 {
			return c.compareText(st, row.Does, args[0], args[1])
		}
	case library.HasElement:
		if len(args) == 2 && args[1].kind == code {
			return c.among(st, args[1], args[0]), true
		}
	case library.Sprint, library.Sprintf:
		if last := args[len(args)-1]; len(args) <= 2 && (last.kind == code || last.kind == text || last.kind == failed && last.of != nil) {
			if last.kind == failed {
				last = value{kind: text, of: last.of}
			}
			return is(last)
		}
	}
	return nil, false
}

// wrapped returns an error made around others.
func (c *check) wrapped(call *ast.CallExpr, args []value) value {
	v := value{kind: failed, made: true}
	for i, arg := range args {
		v = v.around(arg)
		if arg.kind == opaque && (i >= len(call.Args) || isError(c.info.TypeOf(call.Args[i]))) {
			v.mixed = true
		}
	}
	return v
}

// around returns v with an error put into it.
func (v value) around(err value) value {
	switch err.kind {
	case failed:
		v.marks = union(v.marks, err.marks)
		v.mixed = v.mixed || err.mixed
		if err.of != nil {
			v.of = err.of
		}
	case details:
		v.of = err.of
	case structure: // an error of the program's own, which may hold others
		v.mixed = true
		for _, f := range err.obj.fields {
			if f.kind == failed || f.kind == details {
				v = v.around(f)
			}
		}
	}
	return v
}

// compareText compares a code, or the text that has it, with a constant.
func (c *check) compareText(st *state, does library.Role, x, y value) ([]evaluated, bool) {
	if y.kind == code && does == library.FoldText {
		x, y = y, x
	}
	s, ok := y.str()
	if !ok || x.kind != code && x.kind != text {
		return nil, false
	}
	if x.kind == text && does == library.FoldText {
		return nil, false
	}
	if _, known := c.codes.Lookup(s); !known {
		return nil, false
	}
	return c.ask(st, x.of, s), true
}
