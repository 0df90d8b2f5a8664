package paths

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// known runs a call of a function of a library that is known for what it does.
func (p *Path) known(c *Call, row library.Row) ([]Value, bool) {
	switch {
	case row.Does == library.SameText, row.Does == library.SameValue, row.Does == library.WrapError:
		i := c.place(row.Arg)
		if row.Does == library.SameValue {
			i = 0 // the receiver
		}
		if i >= len(c.Args) {
			break
		}
		if row.Does == library.WrapError && p.broughtBy(slices.Delete(slices.Clone(c.Args), i, i+1)) != 0 {
			return []Value{p.t.of(node{kind: kWrapped, a: p.t.list(c.Args...), ref: c.Instr})}, true
		}
		return []Value{c.Args[i]}, true
	case row.Does == library.AwaitsAll:
		return p.waits(c)
	case row.Is(library.AsksForOthers):
		return []Value{p.t.pure(othersPrefix+nameOf(c.Fn), c.Args...)}, true
	case row.Is(library.Steady), row.Is(library.Pure):
		args := make([]Value, len(c.Args))
		for i, v := range c.Args {
			args[i] = p.asLeft(v)
		}
		results := make([]Value, c.Fn.Signature().Results().Len())
		for i := range results {
			suffix := resultSuffix(i)
			if i == 0 && row.Is(library.Steady) {
				suffix = string(steady)
			}
			results[i] = p.t.pure(nameOf(c.Fn)+suffix, args...)
		}
		return results, true
	}
	return p.errorCall(c, row)
}

// place returns where an argument that a row names stands among the arguments,
// which begin with the receiver.
func (c *Call) place(arg int8) int {
	if c.Fn.Signature().Recv() != nil {
		arg++
	}
	return max(int(arg), 0)
}

// steady marks the names of results that are the same each time for the same
// request, context or text.
const steady = '!'

// asLeft returns a value as it was left by what may have written to what it leads
// to.
func (p *Path) asLeft(v Value) Value {
	switch p.t.kind(v) {
	case kAlloc:
		return p.contents(v)
	case kConst, kNil:
		return v
	}
	if c, ok := p.s.cell(v); ok {
		return c
	}
	return v
}

// resultSuffix tells the results of a function apart.
func resultSuffix(i int) string {
	if i == 0 {
		return ""
	}
	return "#" + index(i)
}

// errorCall runs a call of a function that asks an error something, or makes one
// of others.
func (p *Path) errorCall(c *Call, row library.Row) ([]Value, bool) {
	if row.Is(library.TakesTest) {
		return nil, false // it may hold where the error is another one
	}
	var err Value
	if i := c.place(row.Arg); i < len(c.Args) {
		err = c.Args[i]
	}
	switch row.Does {
	case library.ErrorAs:
		if i := c.place(row.With); i < len(c.Args) && c.regs[i] != nil {
			return []Value{p.as(c, err, i)}, true
		}
	case library.ErrorAsType:
		if typ := typeArgument(c.Instr.Common()); typ != nil {
			if v, is, ok := p.found(err, typ); ok {
				return []Value{v, is}, true
			}
			return []Value{p.asserted(err, typ), p.is(err, typ)}, true
		}
	case library.ErrorIs, library.ErrorIsLike:
		if p.IsNil(err) {
			return []Value{p.t.boolean(false)}, true
		}
		if len(c.Args) == 2 {
			if is, known := p.isError(err, c.Args[1]); known {
				return []Value{p.t.boolean(is)}, true
			}
		}
		return []Value{p.t.pure(nameOf(c.Fn), c.Args...)}, true
	case library.UnwrapError:
		return []Value{p.t.pure(nameOf(c.Fn), c.Args...)}, true
	case library.NewError, library.FormatError, library.JoinErrors:
		args := make([]Value, len(c.Args))
		for i, a := range c.Args {
			args[i] = p.asLeft(a)
		}
		made := p.t.of(node{kind: kWrapped, a: p.t.list(args...), str: p.hides(row, args), ref: c.Instr})
		if row.Does == library.JoinErrors && !slices.ContainsFunc(p.Causes(made), p.IsNotNil) {
			return []Value{p.t.pure("join", made)}, true // nil if all are
		}
		return []Value{made}, true
	case library.MarkFinal:
		return []Value{p.t.of(node{kind: kMarked, a: err, str: final})}, true
	case library.MarkRetry:
		return []Value{p.t.of(node{kind: kMarked, a: err, str: retryable})}, true
	case library.SelectRetry:
		return []Value{p.t.pure(selected)}, true
	}
	if c.Fn.Pkg() == nil && c.Fn.Name() == "Error" {
		return []Value{p.t.pure("error.Error", c.Args...)}, true
	}
	return nil, false
}

// How errors are marked for those that try again what failed.
const (
	final     = "final"
	retryable = "retryable"
)

// selected is the value of an option by which a program says what is tried again.
const selected = "selected"

// as runs errors.As, whose target is argument i.
func (p *Path) as(c *Call, err Value, i int) Value {
	target := c.regs[i]
	if m, ok := target.(*ssa.MakeInterface); ok {
		target = m.X
	}
	typ := target.Type()
	if ptr, ok := typ.Underlying().(*types.Pointer); ok {
		typ = ptr.Elem()
	}
	if v, is, ok := p.found(err, typ); ok {
		p.store(c.Args[i], v)
		return is
	}
	found := p.asserted(err, typ)
	if n := p.t.nodes[found]; n.kind == kAssert && p.load(c.Args[i], typ) != p.t.zero(typ) {
		n.str += orElse
		found = p.t.of(n)
	}
	p.store(c.Args[i], found)
	return p.is(err, typ)
}

// orElse ends the names of types of values that are something else, and not zero, where
// the value is not of the type.
const orElse = "?"

// typeArgument returns the type argument of a call of a generic function.
func typeArgument(c *ssa.CallCommon) types.Type {
	fn := c.StaticCallee()
	if fn == nil || len(fn.TypeArgs()) != 1 {
		return nil
	}
	return fn.TypeArgs()[0]
}
