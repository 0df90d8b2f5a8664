package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// An example is an answer to a failure that a fix may be written like.
type example struct {
	answer answer
	cur    inspector.Cursor
	fn     *function
	callee *types.Func
	path   string // of the package of the framework
	body   bool   // it has one
	usable bool   // it is one statement, or one value
}

// examplesOf returns the answers to failures in a file, in the order of the
// source.
func (c *check) examplesOf(file *ast.File) []*example {
	if list, ok := c.examples[file]; ok {
		return list
	}
	c.examples[file] = nil // while they are worked out
	if file == nil {
		return nil
	}
	var list []*example
	if cur, ok := c.root.FindNode(file); ok {
		for cur := range cur.Preorder((*ast.CallExpr)(nil)) {
			c.json[file] = c.json[file] || c.isJSON(cur.Node().(*ast.CallExpr))
			if ex := c.example(cur); ex != nil {
				list = append(list, ex)
			}
		}
	}
	c.examples[file] = list
	return list
}

// isJSON reports whether a call makes JSON, or says that it is made.
func (c *check) isJSON(call *ast.CallExpr) bool {
	if fn := c.callee(call); fn != nil && (strings.Contains(fn.Name(), "JSON") || fn.Pkg() != nil && fn.Pkg().Path() == "encoding/json") {
		return true
	}
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		v := c.info.Types[arg].Value
		return v != nil && v.Kind() == constant.String && strings.Contains(constant.StringVal(v), "application/json")
	})
}

// example returns what a call answers, nil if that is no failure.
func (c *check) example(cur inspector.Cursor) *example {
	call := cur.Node().(*ast.CallExpr)
	callee := c.callee(call)
	if callee == nil {
		return nil
	}
	ex := &example{cur: cur, callee: callee, body: true, usable: true}
	for around := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		ex.fn = c.function(around.Node())
		break
	}
	if ex.fn == nil {
		return nil
	}
	arg := -1
	if r := c.replyOf(callee); r != nil {
		if r.Answer.Style == library.NoStyle {
			return nil
		}
		ex.answer = answer{expr: call, reply: r, param: -1, chosen: -1, scale: r.Answer.Scale, returned: r.Does == library.AnswersLate}
		arg, ex.path = int(r.Arg), library.Path(callee.Pkg().Path())
		ex.usable = ex.path != "net/http" || r.Answer.Style != library.SameStatus // its body and header are other statements
		ex.body = ex.answer.returned || r.Answer.Style != library.SameStatus && r.Answer.Style != library.Aborted || !ex.usable
		if r.Answer.Style == library.RenderState {
			ex.path = "net/http"
		}
	} else if ex.path = c.handed(call); ex.path != "" {
		if h := c.helperOf(ex.fn, call); h != nil && h.Answers {
			ex.answer = answer{expr: call, param: -1, chosen: h.Param, scale: library.Scale(h.Scale), returned: h.Returned}
			arg = h.Param
		}
	}
	if arg < 0 || arg >= len(call.Args) {
		return nil
	}
	status, ok := c.integer(ex.fn, c.unconverted(call.Args[arg]))
	ex.answer.status = status
	if !ok || !ex.answer.isFailure() {
		return nil
	}
	return ex
}

// handed returns the path of the framework whose context or writer a call is
// given.
func (c *check) handed(call *ast.CallExpr) string {
	for _, arg := range call.Args {
		if t := c.info.TypeOf(arg); isResponder(t) {
			key := library.Type(t)
			return key[:strings.LastIndex(key, ".")]
		}
	}
	return ""
}

// neighbours returns the answers like which one in a function may be written,
// the best first: those of the function itself, the nearest first, or else those
// of the file that are made in the commonest way. Where some have a body, those
// that have none are left out, as are those of several statements. It also tells
// whether there are any at all.
func (c *check) neighbours(fn *function, file *ast.File, path string, at token.Pos) (list []*example, some bool) {
	var inside, others []*example
	for _, ex := range c.examplesOf(file) {
		switch {
		case ex.path != path:
		case ex.fn == fn:
			inside = append(inside, ex)
		default:
			others = append(others, ex)
		}
	}
	list = withBody(others)
	if len(inside) > 0 {
		// Those before the place, from there upwards, and then those after it.
		list = withBody(inside)
		n, _ := slices.BinarySearchFunc(list, at, func(ex *example, at token.Pos) int { return int(ex.answer.expr.Pos() - at) })
		slices.Reverse(list[:n])
	} else if len(list) > 0 {
		best, ok := c.commonest(list)
		if !ok {
			return nil, true
		}
		list = slices.DeleteFunc(list, func(ex *example) bool { return c.way(ex) != best })
	}
	some = len(list) > 0
	list = slices.DeleteFunc(list, func(ex *example) bool { return !ex.usable })
	return list[:min(len(list), maxExamples)], some
}

// maxExamples bounds how many are tried, for the sake of long files.
const maxExamples = 8

// commonest returns the way in which most of some answers are made, if there is
// one.
func (c *check) commonest(list []*example) (best string, ok bool) {
	count := make(map[string]int)
	for _, ex := range list {
		count[c.way(ex)]++
	}
	for way, n := range count {
		if n >= count[best] {
			best, ok = way, n > count[best]
		}
	}
	return best, ok
}

// way names what answers.
func (c *check) way(ex *example) string {
	name := strings.ReplaceAll(ex.callee.FullName(), ").AbortWithStatusJSON", ").JSON")
	if outer := c.callee(ex.place(c).whole().(*ast.CallExpr)); outer != nil && outer != ex.callee {
		name += "." + outer.Name()
	}
	return name
}

// withBody returns the answers that have a body, or else all.
func withBody(list []*example) []*example {
	if !slices.ContainsFunc(list, func(ex *example) bool { return ex.body }) {
		return list
	}
	return slices.DeleteFunc(list, func(ex *example) bool { return !ex.body })
}

// place returns where an example is.
func (ex *example) place(c *check) *placement {
	return &placement{check: c, fn: ex.fn, answer: &ex.answer, expr: ex.cur, stmt: statementOf(ex.cur), tail: "return"}
}

// like returns an answer that is written like an example, for the end of the
// branch.
func (l *leaver) like(ex *example) (string, bool) {
	p := ex.place(l.check)
	p.file, p.at = l.file, l.at.Rbrace
	p.abort = l.check.isMiddleware(l.src)
	text, ok := p.anew()
	return text, ok && len(p.missing) == 0 && l.means(p.whole())
}

// means reports whether the names in an expression mean the same at the end of the
// branch: the same thing, or what a request comes with and is answered by, or the
// error.
func (l *leaver) means(e ast.Expr) bool {
	scope := l.check.pass.Pkg.Scope().Innermost(l.at.Rbrace)
	same := scope != nil
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || !same {
			return same
		}
		obj := l.check.info.Uses[id]
		if obj == nil || obj.Parent() == nil || obj.Pkg() != nil && obj.Pkg() != l.check.pass.Pkg {
			return true // a field, a method, or of another package
		}
		_, there := scope.LookupParent(id.Name, l.at.Rbrace)
		same = isSame(obj, there, l.src.err)
		return same
	})
	return same
}

// isSame reports whether two objects stand for the same, in two functions.
func isSame(a, b types.Object, err *types.Var) bool {
	if a == b || b == nil {
		return a == b
	}
	switch a := a.(type) {
	case *types.PkgName:
		b, ok := b.(*types.PkgName)
		return ok && a.Imported() == b.Imported()
	case *types.Var:
		if !types.Identical(a.Type(), b.Type()) {
			return false
		}
		return b == err && isError(a.Type()) || isResponder(a.Type()) || library.Type(a.Type()) == "net/http.Request"
	}
	return false
}
