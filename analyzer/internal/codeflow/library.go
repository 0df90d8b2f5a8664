package codeflow

import (
	"go/ast"
	"go/types"
)

// An operation is what is known of a function that is not in view.
type operation uint8

const (
	opNone         operation = iota
	opPass                   // the result is the first argument, for our purposes
	opPassAny                // the result is one of the arguments
	opUpper                  // the result is the first argument in upper case
	opEqual                  // compares its first two arguments
	opFold                   // the same, without regard to case
	opPrefix                 // asks whether the first argument begins with the second
	opSuffix                 // asks whether it ends with the second
	opSubstring              // asks whether it contains the second
	opContains               // looks for the second argument among the elements of the first
	opContainsFunc           // calls the second argument with the elements of the first
	opEqualAll               // compares the elements of its first two arguments
	opConcat                 // joins containers
	opCopyMap                // copies the entries of its second argument into the first
	opMapKeys                // iterates over the keys of a map
	opMapValues              // iterates over the values of a map
	opPointerTo              // returns a pointer to the argument
	opTarget                 // returns what the argument points to
	opSprint                 // fmt.Sprint
	opSprintf                // fmt.Sprintf
)

// operations lists the functions known, by package path and name.
var operations = map[string]map[string]operation{
	"strings": {
		"ToLower":   opPass,
		"TrimSpace": opPass,
		"Clone":     opPass,
		"ToUpper":   opUpper,
		"EqualFold": opFold,
		"Compare":   opEqual,
		"HasPrefix": opPrefix,
		"CutPrefix": opPrefix,
		"HasSuffix": opSuffix,
		"CutSuffix": opSuffix,
		"Contains":  opSubstring,
		"Index":     opSubstring,
		"LastIndex": opSubstring,
		"Count":     opSubstring,
		"Cut":       opSubstring,
	},
	"cmp":                     {"Or": opPassAny, "Compare": opEqual},
	"fmt":                     {"Sprint": opSprint, "Sprintf": opSprintf},
	"slices":                  sliceFuncs,
	"golang.org/x/exp/slices": sliceFuncs,
	"maps": {
		"Keys":   opMapKeys,
		"Values": opMapValues,
		"All":    opPass,
		"Clone":  opPass,
		"Copy":   opCopyMap,
		"Insert": opCopyMap,
	},
	"github.com/samber/lo": {
		"Contains":    opContains,
		"IndexOf":     opContains,
		"LastIndexOf": opContains,
		"ContainsBy":  opContainsFunc,
		"ToPtr":       opPointerTo,
		"FromPtr":     opTarget,
	},
}

var sliceFuncs = map[string]operation{
	"Contains":     opContains,
	"Equal":        opEqualAll,
	"Compare":      opEqualAll,
	"Index":        opContains,
	"BinarySearch": opContains,
	"ContainsFunc": opContainsFunc,
	"IndexFunc":    opContainsFunc,
	"Clone":        opPass,
	"Sorted":       opPass,
	"Collect":      opPass,
	"Compact":      opPass,
	"Values":       opPass,
	"All":          opPass,
	"Backward":     opPass,
	"Concat":       opConcat,
}

// operationOf returns what is known of fn.
func operationOf(fn *types.Func) operation {
	if fn.Pkg() == nil || fn.Signature().Recv() != nil {
		return opNone
	}
	return operations[fn.Pkg().Path()][fn.Name()]
}

// operate evaluates a call of a known function and returns the node of its
// result, nil if that can hold no code.
func (b *builder) operate(f *frame, call *ast.CallExpr, op operation) *node {
	switch op {
	case opPass:
		return b.arg(f, call, 0)
	case opPassAny:
		return b.passAny(f, call)
	case opUpper:
		n := b.node()
		n.kind = uppered
		b.edge(b.arg(f, call, 0), n)
		return n
	case opEqual:
		return b.compares(f, call, Equal)
	case opFold:
		return b.compares(f, call, Fold)
	case opPrefix:
		return b.compares(f, call, Prefix)
	case opSuffix:
		return b.compares(f, call, Suffix)
	case opSubstring:
		return b.compares(f, call, Substring)
	case opContains:
		if s := b.arg(f, call, 0); s != nil {
			b.compare(Equal, b.arg(f, call, 1), b.elem(s))
		}
		return nil
	case opContainsFunc:
		b.containsFunc(f, call)
		return nil
	case opEqualAll:
		b.compareAll(b.arg(f, call, 0), b.arg(f, call, 1))
		return nil
	case opConcat:
		n := b.node()
		for i, a := range call.Args {
			b.flow(b.arg(f, call, i), n, b.typeOf(a))
		}
		return n
	case opCopyMap:
		if dst, src := b.arg(f, call, 0), b.arg(f, call, 1); dst != nil && src != nil {
			b.edge(b.key(src), b.storeKey(dst))
			b.edge(b.elem(src), b.storeElem(dst))
		}
		return nil
	case opMapKeys, opMapValues:
		return b.iterate(f, call, op)
	case opPointerTo:
		p := b.node()
		b.edge(b.arg(f, call, 0), b.elem(p))
		return p
	case opTarget:
		if p := b.arg(f, call, 0); p != nil {
			return b.elem(p)
		}
		return nil
	case opSprint:
		return b.sprint(f, call)
	case opSprintf:
		return b.sprintf(f, call)
	}
	return nil
}

// arg evaluates the i-th argument.
func (b *builder) arg(f *frame, call *ast.CallExpr, i int) *node {
	if i >= len(call.Args) {
		return nil
	}
	return b.value(f, call.Args[i])
}

// passAny evaluates a function whose result is one of its arguments.
func (b *builder) passAny(f *frame, call *ast.CallExpr) *node {
	n := b.node()
	for i, a := range call.Args {
		x := b.arg(f, call, i)
		if call.Ellipsis.IsValid() && x != nil {
			b.flow(b.elem(x), n, b.typeOf(call))
			continue
		}
		b.flow(x, n, b.typeOf(a))
	}
	return n
}

// compares evaluates a function that compares its first two arguments. What
// it returns of a code, such as the rest behind a prefix, is no code.
func (b *builder) compares(f *frame, call *ast.CallExpr, use Use) *node {
	b.compare(use, b.arg(f, call, 0), b.arg(f, call, 1))
	t := b.typeOf(call)
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		t = tuple.At(0).Type()
	}
	if !isString(t) {
		return nil
	}
	return b.unknown(t)
}

// sprint is fmt.Sprint: of a lone code it is that code.
func (b *builder) sprint(f *frame, call *ast.CallExpr) *node {
	if len(call.Args) == 1 && !call.Ellipsis.IsValid() {
		if t := b.typeOf(call.Args[0]); isString(t) {
			return b.arg(f, call, 0)
		}
	}
	return b.unknown(b.typeOf(call))
}

// sprintf is fmt.Sprintf: with a format that is nothing but a verb for text it
// is its argument.
func (b *builder) sprintf(f *frame, call *ast.CallExpr) *node {
	if len(call.Args) == 2 && !call.Ellipsis.IsValid() {
		format, ok := stringValue(b.info.Types[call.Args[0]].Value)
		if t := b.typeOf(call.Args[1]); ok && isString(t) && (format == "%s" || format == "%v") {
			return b.arg(f, call, 1)
		}
	}
	return b.unknown(b.typeOf(call))
}

// containsFunc evaluates a function that calls its second argument with the
// elements of its first.
func (b *builder) containsFunc(f *frame, call *ast.CallExpr) {
	s, fun := b.arg(f, call, 0), b.arg(f, call, 1)
	if s == nil || fun == nil || len(call.Args) != 2 {
		return
	}
	sig, ok := b.typeOf(call.Args[1]).Underlying().(*types.Signature)
	if !ok {
		return
	}
	fun.calls = append(fun.calls, &dynamic{
		sig:     sig,
		params:  []*node{b.elem(s)},
		results: make([]*node, sig.Results().Len()),
		linked:  make(map[*closure]bool),
	})
}

// iterate evaluates an iterator over a map: it counts as a container of what
// it yields.
func (b *builder) iterate(f *frame, call *ast.CallExpr, op operation) *node {
	n := b.node()
	if m := b.arg(f, call, 0); m != nil {
		from := b.key(m)
		if op == opMapValues {
			from = b.elem(m)
		}
		b.edge(from, b.elem(n))
	}
	return n
}
