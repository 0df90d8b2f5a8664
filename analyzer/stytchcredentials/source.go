package stytchcredentials

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// A value is what is known of a string: its beginning.
type value struct {
	text     string
	whole    bool // text is all of it
	fallback bool // it is used only if an environment variable is not set
}

// An outcome is what an expression may be.
type outcome struct {
	values  []value
	env     bool // the value of an environment variable
	unknown bool // anything
}

var (
	unknown = outcome{unknown: true}
	fromEnv = outcome{env: true}
)

// What is not simple is not worth the time, and only the beginning of a string
// tells anything.
const (
	maxValues = 16
	maxSteps  = 2000
	maxLength = 200
)

// A source finds out which strings expressions may be. It does not look at the
// order of statements: a variable may be whatever is assigned to it somewhere.
type source struct {
	info  *types.Info
	in    *inspector.Inspector
	index *index // made on demand

	bound map[*types.Var]outcome // the parameters of the functions on the stack
	stack map[types.Object]bool  // the variables and functions that are being looked at
	steps int                    // the expressions looked at for one argument
}

// argument returns the argument of a call with the given index, which may be
// -1. The call may have a single argument that is a call with several results.
func (s *source) argument(call *ast.CallExpr, i int) argument {
	if i < 0 || len(call.Args) == 0 {
		return argument{}
	}
	if t, ok := s.info.TypeOf(call.Args[0]).(*types.Tuple); ok && len(call.Args) == 1 && i < t.Len() {
		if inner, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr); ok {
			s.steps = 0
			return argument{inner, known(s.call(inner, i))}
		}
	}
	if i >= len(call.Args) {
		return argument{}
	}
	return argument{call.Args[i], s.values(call.Args[i])}
}

// values returns the strings that e may be, none if that is not known.
func (s *source) values(e ast.Expr) []value {
	s.steps = 0
	return known(s.expr(e))
}

// known returns the values of an outcome if it can be nothing else. Empty
// strings do not count: they stand for what is not set yet.
func known(o outcome) []value {
	if o.unknown || o.env {
		return nil
	}
	var list []value
	for _, v := range o.values {
		if v.text != "" || !v.whole {
			list = append(list, v)
		}
	}
	return list
}

// either returns the outcome of one of two expressions.
func either(a, b outcome) outcome {
	if a.unknown || b.unknown || len(a.values)+len(b.values) > maxValues {
		return unknown
	}
	return outcome{values: slices.Concat(a.values, b.values), env: a.env || b.env}
}

// mixed reports whether o may be an environment variable or something else.
func (o outcome) mixed() bool { return o.env && len(known(outcome{values: o.values})) > 0 }

// settled returns o, which is mixed, as the default of an environment variable.
func (o outcome) settled() outcome {
	list := make([]value, len(o.values))
	for i, v := range o.values {
		v.fallback = true
		list[i] = v
	}
	return outcome{values: list}
}

// expr returns what e may be.
func (s *source) expr(e ast.Expr) outcome {
	s.steps++
	if s.steps > maxSteps {
		return unknown
	}
	e = ast.Unparen(e)
	if v := s.info.Types[e].Value; v != nil {
		if v.Kind() != constant.String {
			return unknown
		}
		return outcome{values: []value{{text: constant.StringVal(v), whole: true}}}
	}
	switch e := e.(type) {
	case *ast.Ident:
		if v, ok := s.info.ObjectOf(e).(*types.Var); ok {
			return s.variable(v)
		}
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return concat(s.expr(e.X), s.expr(e.Y))
		}
	case *ast.CallExpr:
		return s.call(e, 0)
	}
	return unknown
}

// concat returns what a string may be that is made of two.
func concat(a, b outcome) outcome {
	if a.unknown || a.env {
		return unknown
	}
	if b.unknown || b.env || len(b.values) == 0 {
		b = outcome{values: []value{{}}}
	}
	var o outcome
	for _, x := range a.values {
		if !x.whole {
			o.values = append(o.values, x)
			continue
		}
		for _, y := range b.values {
			v := value{x.text + y.text, y.whole, x.fallback || y.fallback}
			if len(v.text) > maxLength {
				v.text, v.whole = v.text[:maxLength], false
			}
			o.values = append(o.values, v)
		}
	}
	if len(o.values) > maxValues {
		return unknown
	}
	return o
}

// call returns what the result of a call with the given index may be.
func (s *source) call(call *ast.CallExpr, result int) outcome {
	if s.info.Types[call.Fun].IsType() {
		if len(call.Args) != 1 || !isString(s.info.TypeOf(call.Args[0])) {
			return unknown
		}
		return s.expr(call.Args[0])
	}
	f, ok := typeutil.Callee(s.info, call).(*types.Func)
	if !ok || call.Ellipsis.IsValid() {
		return unknown
	}
	f = f.Origin()
	switch library.Of(f).Does {
	case library.GetEnv:
		return fromEnv
	case library.SameText:
		if len(call.Args) == 1 {
			return s.expr(call.Args[0])
		}
	case library.FirstSet:
		return s.first(call.Args)
	case library.Sprintf:
		if len(call.Args) > 0 {
			return untilVerb(s.expr(call.Args[0]))
		}
	}
	return s.function(f, call, result)
}

func isString(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// first returns what the first of the expressions that is not empty may be.
func (s *source) first(list []ast.Expr) outcome {
	var before outcome
	for _, e := range list {
		o := s.expr(e)
		if o.unknown {
			return unknown
		}
		before = either(before, o)
		if len(known(o)) > 0 {
			break // it is not empty, so nothing behind it counts
		}
	}
	if before.mixed() {
		return before.settled()
	}
	return before
}

// untilVerb returns the text of a format up to its first verb.
func untilVerb(format outcome) outcome {
	if format.unknown || format.env {
		return unknown
	}
	var o outcome
	for _, v := range format.values {
		text, _, verbs := strings.Cut(v.text, "%")
		o.values = append(o.values, value{text, v.whole && !verbs, v.fallback})
	}
	return o
}
