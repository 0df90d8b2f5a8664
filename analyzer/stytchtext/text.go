package stytchtext

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A text is one that is made of an error.
type text struct {
	kind   textKind
	origin origin   // of the error
	upper  bool     // it is brought to upper case
	err    ast.Expr // the error, if the text is nothing but what its Error method returns
}

type textKind uint8

const (
	rendered textKind = iota // what an Error method returns
	message                  // the ErrorMessage of one of the SDK's errors
)

// text returns the text of an error that an expression holds.
func (c *check) text(fn *function, e ast.Expr) (text, bool) {
	e = ast.Unparen(e)
	if c.info.Types[e].Value != nil {
		return text{}, false
	}
	switch e := e.(type) {
	case *ast.CallExpr:
		return c.textOfCall(fn, e)
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return c.textOfParts(fn, e.X, e.Y)
		}
	case *ast.SelectorExpr:
		if v, ok := c.info.Uses[e.Sel].(*types.Var); ok && isMessage(v) {
			return text{kind: message}, true
		}
	case *ast.Ident:
		if v := c.local(e); v != nil && isText(v.Type()) && fn != nil && !c.busy[e] {
			c.busy[e] = true
			defer delete(c.busy, e)
			return c.textOfValues(c.values(fn, e), v)
		}
	}
	return text{}, false
}

// isMessage reports whether a field is the ErrorMessage of one of the SDK's
// errors.
func isMessage(v *types.Var) bool {
	return v.IsField() && v.Name() == "ErrorMessage" && sdk.IsErrorPackage(v.Pkg())
}

func (c *check) textOfCall(fn *function, call *ast.CallExpr) (text, bool) {
	if c.info.Types[call.Fun].IsType() {
		if len(call.Args) != 1 {
			return text{}, false
		}
		return c.text(fn, call.Args[0])
	}
	callee, ok := typeutil.Callee(c.info, call).(*types.Func)
	if !ok {
		return text{}, false
	}
	if recv := receiver(call); recv != nil && callee.Signature().Recv() != nil {
		t := c.info.TypeOf(recv)
		if callee.Name() != "Error" || len(call.Args) != 0 || !library.IsErrorValue(t) && !library.IsErrorValue(types.NewPointer(t)) {
			return text{}, false
		}
		return text{origin: c.origin(fn, recv), err: recv}, true
	}
	if len(call.Args) == 0 || call.Ellipsis.IsValid() {
		return text{}, false
	}
	switch does := library.Of(callee).Does; does {
	case library.Sprint, library.Sprintln, library.Sprintf:
		return c.textOfParts(fn, call.Args...)
	case library.SameText, library.LowerText, library.UpperText, library.EditText, library.TrimPrefix, library.TrimSuffix:
		t, ok := c.text(fn, call.Args[0])
		t.upper = t.upper || does == library.UpperText
		t.err = nil
		return t, ok
	}
	return text{}, false
}

// receiver returns the x of the call x.f().
func receiver(call *ast.CallExpr) ast.Expr {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return sel.X
	}
	return nil
}

// textOfParts returns the text that holds all of some parts. If a code or what
// is not in view stands beside the message, it is not the message any more.
func (c *check) textOfParts(fn *function, parts ...ast.Expr) (text, bool) {
	var all text
	var texts []string
	found, other := false, false
	for _, part := range parts {
		t, ok := c.text(fn, part)
		switch {
		case library.IsErrorValue(c.info.TypeOf(part)):
			t = text{origin: c.origin(fn, part)}
		case !ok:
			if s, ok := c.constant(part); ok {
				texts = append(texts, s)
			} else {
				other = true
			}
			continue
		}
		if found && t.kind != all.kind {
			return text{}, false
		}
		all = text{kind: t.kind, origin: all.origin.join(t.origin), upper: t.upper}
		found = true
	}
	if !found || other && all.kind == message {
		return text{}, false
	}
	all.origin = all.origin.within(texts...)
	return all, true
}

// textOfValues returns the text that a variable holds. Values that are no text
// of an error make its origin uncertain.
func (c *check) textOfValues(list []value, v *types.Var) (text, bool) {
	var all text
	found := false
	add := func(t text, ok bool) bool {
		switch {
		case !ok:
			all.origin = all.origin.join(anything)
		case found && t.kind != all.kind:
			return false
		default:
			t.origin = all.origin.join(t.origin)
			t.upper = t.upper || all.upper
			all, found = t, true
		}
		return true
	}
	for _, val := range list {
		same := true
		switch {
		case val.kind == zero:
		case val.kind == computed && val.of < 0:
			if s, ok := c.constant(val.expr); ok {
				all.origin = all.origin.within(s)
				continue
			}
			same = add(c.text(val.fn, val.expr))
		case val.kind == entry:
			for _, t := range c.textsOfParam(val.fn, v) {
				same = same && add(t.text, t.ok)
			}
		default:
			same = add(text{}, false)
		}
		if !same {
			return text{}, false
		}
	}
	if all.kind == message && all.origin.foreign {
		return text{}, false
	}
	// The error may be another by now.
	all.err = nil
	return all, found
}

type maybeText struct {
	text text
	ok   bool
}

// textsOfParam returns what the callers of fn pass for v. Without callers in
// view that is no text of an error.
func (c *check) textsOfParam(fn *function, v *types.Var) []maybeText {
	none := []maybeText{{}}
	i := paramIndex(fn, v)
	if fn.obj == nil || c.public(fn.obj) || c.escaped[fn.obj] || len(c.calls[fn.obj]) == 0 || c.busy[v] ||
		fn.sig.Variadic() && i == fn.sig.Params().Len()-1 {
		return none
	}
	c.busy[v] = true
	defer delete(c.busy, v)
	var list []maybeText
	for _, call := range c.calls[fn.obj] {
		if len(call.expr.Args) != fn.sig.Params().Len() {
			return none
		}
		t, ok := c.text(call.fn, call.expr.Args[i])
		list = append(list, maybeText{t, ok})
	}
	return list
}
