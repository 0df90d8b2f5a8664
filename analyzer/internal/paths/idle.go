package paths

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// Which of the two fields of an error a function asks for.
const (
	asksStatus uint8 = 1 << iota
	asksCode
	asksBoth = asksStatus | asksCode
)

// findIdle finds those of the functions that tell something which are not worth to be
// walked but where they are called: they are handed no error that they could tell other
// packages something of. For a check that is told what is asked, those that ask
// for both fields of errors are worth it, by themselves or by those that they use.
func (e *engine) findIdle(x *outline, users map[ast.Node][]inspector.Cursor) {
	for n := range x.tells {
		x.idle[n] = !e.informs(n)
	}
	if e.check.Asked != nil {
		e.findAsking(x, users)
	}
}

// findAsking finds those of the idle functions in which a check may find something that
// is told what is asked.
func (e *engine) findAsking(x *outline, users map[ast.Node][]inspector.Cursor) {
	asks := make(map[ast.Node]uint8)
	var work []ast.Node
	add := func(cur inspector.Cursor, fields uint8) {
		for around := range cur.Enclosing(e.tellers()...) {
			if n := around.Node(); asks[n]|fields != asks[n] {
				asks[n] |= fields
				work = append(work, n)
			}
		}
	}
	for _, use := range e.syntax.Uses() {
		switch obj := use.Of.(type) {
		case *types.Var:
			if !obj.IsField() || e.setsField(use.At) {
				continue
			}
			switch e.nameOfField(obj) {
			case statusField:
				add(use.At, asksStatus)
			case codeField:
				add(use.At, asksCode)
			}
		case *types.Func:
			if e.imported(obj.Origin()) != nil {
				add(use.At, asksBoth)
			}
		}
	}
	for len(work) > 0 {
		n := work[len(work)-1]
		work = work[:len(work)-1]
		for _, cur := range users[n] {
			add(cur, asks[n])
		}
	}
	for n := range x.idle {
		x.idle[n] = x.idle[n] && asks[n] != asksBoth
	}
}

// informs reports whether a function may tell other packages of an error that it is
// handed, or whether a code is one of some.
func (e *engine) informs(n ast.Node) bool {
	d, ok := n.(*ast.FuncDecl)
	if !ok {
		return false
	}
	fn, ok := e.pass.TypesInfo.Defs[d.Name].(*types.Func)
	if !ok || !fn.Exported() || fn.Signature().Results().Len() == 0 {
		return false
	}
	predicate := isBoolean(fn.Signature().Results().At(0).Type())
	for v := range fn.Signature().Params().Variables() {
		if e.holdsError(v.Type()) || predicate && isString(v.Type()) {
			return true
		}
	}
	recv := fn.Signature().Recv()
	return recv != nil && e.holdsError(recv.Type())
}

// holdsError reports whether a value of type t is an error, or may have one as a field.
func (e *engine) holdsError(t types.Type) bool {
	if library.IsErrorValue(t) {
		return true
	}
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		_, param := types.Unalias(t).(*types.TypeParam)
		return param
	}
	for f := range s.Fields() {
		if name := e.nameOfField(f); name == statusField || name == codeField || library.IsErrorValue(f.Type()) || library.IsErrorValue(types.NewPointer(f.Type())) {
			return true
		}
	}
	return false
}
