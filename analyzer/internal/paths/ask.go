package paths

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// questions are what may be asked in a part of a function: the names of fields,
// elements and functions, each with a mark of what it is.
type questions map[string]bool

// everything stands among questions for all others.
const everything = "*"

// mayAsk returns what a function may ask from the beginning of each block on.
func (e *engine) mayAsk(fn *ssa.Function) []questions {
	list, ok := e.questions[fn]
	if ok {
		return list
	}
	list = make([]questions, len(fn.Blocks))
	for i, b := range fn.Blocks {
		list[i] = make(questions)
		for _, instr := range b.Instrs {
			e.asked(list[i], fn, instr)
		}
	}
	for changed := true; changed; {
		changed = false
		for i, b := range slices.Backward(fn.Blocks) {
			n := len(list[i])
			for _, s := range b.Succs {
				for q := range list[s.Index] {
					list[i][q] = true
				}
			}
			changed = changed || len(list[i]) > n
		}
	}
	e.questions[fn] = list
	return list
}

// asked adds what an instruction asks, and the functions that it calls.
func (e *engine) asked(to questions, fn *ssa.Function, instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.FieldAddr:
		e.askedField(to, e.fieldName(instr.X.Type(), instr.Field))
	case *ssa.Field:
		e.askedField(to, e.fieldName(instr.X.Type(), instr.Field))
	case *ssa.IndexAddr:
		to[elementName(instr.Index)] = true
	case *ssa.Index:
		to[elementName(instr.Index)] = true
	case *ssa.Lookup:
		to[elementName(instr.Index)] = true
	case *ssa.TypeAssert:
		to["is"] = true
	case *ssa.RunDefers:
		for _, b := range fn.Blocks {
			for _, d := range b.Instrs {
				if d, ok := d.(*ssa.Defer); ok {
					e.askedBy(to, d.Common())
				}
			}
		}
	case ssa.CallInstruction:
		e.askedBy(to, instr.Common())
	}
}

// askedField adds a field. Where the check is told what is asked of one of the two
// of an error, what is known of the other one matters to it.
func (e *engine) askedField(to questions, name string) {
	to["."+name] = true
	if e.check.Asked != nil && (name == statusField || name == codeField) {
		to["."+statusField], to["."+codeField] = true, true
	}
}

// askedBy adds what a call asks.
func (e *engine) askedBy(to questions, c *ssa.CallCommon) {
	if _, ok := c.Value.(*ssa.Builtin); ok && !c.IsInvoke() {
		return
	}
	fn := Callee(c)
	if fn == nil || e.bodies[fn] != nil || e.imported(fn) != nil || len(e.implementations(fn)) > 0 {
		to[everything] = true // whatever stands there
		return
	}
	to[nameOf(fn)] = true
	if does := e.Rule(fn).Does; does == library.ErrorAs || does == library.ErrorAsType {
		to["is"] = true
	}
}

// elementName returns the name of an element.
func elementName(index ssa.Value) string {
	if c, ok := index.(*ssa.Const); ok && c.Value != nil {
		return "[" + c.Value.ExactString() + "]"
	}
	return "[]"
}

// stillAsked returns the conditions of a state that may be asked for again from the
// beginning of b on.
func (w *walk) stillAsked(s *state, f *frame, b *ssa.BasicBlock) []cond {
	var list []cond
	for _, c := range s.conds {
		if w.mayBeAsked(s, f, b, c.v) {
			list = append(list, c)
		}
	}
	return list
}

// mayBeAsked reports whether a condition may be asked for again from the beginning
// of b on, in the frame or in one of those that called it, or by the check, which
// asks for what is known of errors.
func (w *walk) mayBeAsked(s *state, f *frame, b *ssa.BasicBlock, v Value) bool {
	for i := range s.events {
		if e := &s.events[i]; e.err != 0 && w.t.holds(v, e.err) {
			return true
		}
	}
	n := &w.t.nodes[v]
	switch n.kind {
	case kNot:
		return w.mayBeAsked(s, f, b, n.a)
	case kEq, kBinary:
		return w.mayBeAsked(s, f, b, n.a) && w.mayBeAsked(s, f, b, n.b)
	}
	var name, other string
	switch n.kind {
	case kField:
		name = "." + n.str
	case kElem:
		name, other = "["+w.t.nodes[n.b].str+"]", "[]"
	case kIs:
		name = "is"
	case kPure:
		name = strings.TrimRight(n.str, "?!")
		if !strings.Contains(name, ".") {
			return true // no function
		}
		name, _, _ = strings.Cut(name, "#")
	default:
		return true
	}
	for ; f != nil; f = f.up {
		q := w.mayAsk(f.fn)[b.Index]
		if q[name] || q[everything] || other != "" && q[other] {
			return true
		}
		if f.up != nil {
			b = f.from.Block()
		}
	}
	for _, c := range s.cells {
		if w.t.holds(c.val, v) {
			return true
		}
	}
	return false
}
