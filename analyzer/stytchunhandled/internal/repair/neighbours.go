package repair

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
	answer *answer
	cur    inspector.Cursor
	fn     function
	callee *types.Func
	path   string // of the package of the framework
	body   bool   // it has one
	usable bool   // it is one statement, or one value
}

// examplesOf returns the answers to failures in a file, in the order of the
// source.
func (x *Fixer) examplesOf(file *ast.File) []*example {
	if list, ok := x.examples[file]; ok {
		return list
	}
	x.examples[file] = nil // while they are worked out
	if file == nil {
		return nil
	}
	var list []*example
	if cur, ok := x.root.FindNode(file); ok {
		for cur := range cur.Preorder((*ast.CallExpr)(nil)) {
			x.json[file] = x.json[file] || x.isJSON(cur.Node().(*ast.CallExpr))
			if ex := x.example(cur); ex != nil {
				list = append(list, ex)
			}
		}
	}
	x.examples[file] = list
	return list
}

// isJSON reports whether a call makes JSON, or says that it is made.
func (x *Fixer) isJSON(call *ast.CallExpr) bool {
	if fn := x.callee(call); fn != nil && (strings.Contains(fn.Name(), "JSON") || fn.Pkg() != nil && fn.Pkg().Path() == "encoding/json") {
		return true
	}
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		v := x.info.Types[arg].Value
		return v != nil && v.Kind() == constant.String && strings.Contains(constant.StringVal(v), "application/json")
	})
}

// example returns what a call answers, nil if that is no failure.
func (x *Fixer) example(cur inspector.Cursor) *example {
	call := cur.Node().(*ast.CallExpr)
	callee := x.callee(call)
	if callee == nil {
		return nil
	}
	ex := &example{cur: cur, callee: callee, body: true, usable: true}
	var ok bool
	if ex.fn, ok = x.functionAround(cur); !ok {
		return nil
	}
	a := &Answer{Expr: call}
	r := replyOf(callee)
	if r != nil {
		if r.Answer.Style == library.NoStyle || r.Arg < 0 || int(r.Arg) >= len(call.Args) {
			return nil
		}
		a.Status, a.Scale, ex.path = call.Args[r.Arg], r.Answer.Scale, library.Path(callee.Pkg().Path())
	} else if ex.path = x.handed(call); ex.path != "" {
		a.Status = x.statusIn(call)
	}
	if a.Status == nil {
		return nil
	}
	ex.answer = x.answerOf(a)
	if ex.answer.scale == library.HTTPStatus && ex.answer.code < 400 {
		return nil
	}
	if r != nil {
		ex.usable = ex.path != "net/http" || r.Answer.Style != library.SameStatus // its body and header are other statements
		ex.body = r.Does == library.AnswersLate || r.Answer.Style != library.SameStatus && r.Answer.Style != library.Aborted || !ex.usable
		if r.Answer.Style == library.RenderState {
			ex.path = "net/http"
		}
	}
	return ex
}

// statusIn returns the argument of a call that is the status of a failure, nil if
// none is, or several may be.
func (x *Fixer) statusIn(call *ast.CallExpr) ast.Expr {
	var status ast.Expr
	for _, arg := range call.Args {
		if n, ok := x.integer(arg); ok && 400 <= n && n < 600 {
			if status != nil {
				return nil
			}
			status = arg
		}
	}
	return status
}

// integer returns the constant that an expression is.
func (x *Fixer) integer(e ast.Expr) (int, bool) {
	v := x.info.Types[x.unconverted(e)].Value
	if v == nil || v.Kind() != constant.Int {
		return 0, false
	}
	n, ok := constant.Int64Val(v)
	return int(n), ok
}

// handed returns the path of the framework whose context or writer a call is
// given.
func (x *Fixer) handed(call *ast.CallExpr) string {
	for _, arg := range call.Args {
		if t := x.info.TypeOf(arg); isResponder(t) {
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
func (x *Fixer) neighbours(fn function, file *ast.File, path string, at token.Pos) (list []*example, some bool) {
	var inside, others []*example
	for _, ex := range x.examplesOf(file) {
		switch {
		case ex.path != path:
		case ex.fn.cur == fn.cur:
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
		best, ok := x.commonest(list)
		if !ok {
			return nil, true
		}
		list = slices.DeleteFunc(list, func(ex *example) bool { return x.way(ex) != best })
	}
	some = len(list) > 0
	list = slices.DeleteFunc(list, func(ex *example) bool { return !ex.usable })
	return list[:min(len(list), maxExamples)], some
}

// maxExamples bounds how many are tried, for the sake of long files.
const maxExamples = 8

// commonest returns the way in which most of some answers are made, if there is
// one.
func (x *Fixer) commonest(list []*example) (best string, ok bool) {
	count := make(map[string]int)
	for _, ex := range list {
		count[x.way(ex)]++
	}
	for way, n := range count {
		if n >= count[best] {
			best, ok = way, n > count[best]
		}
	}
	return best, ok
}

// way names what answers.
func (x *Fixer) way(ex *example) string {
	name := strings.ReplaceAll(ex.callee.FullName(), ").AbortWithStatusJSON", ").JSON")
	if outer := x.callee(ex.place(x).whole().(*ast.CallExpr)); outer != nil && outer != ex.callee {
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
func (ex *example) place(x *Fixer) *placement {
	return &placement{Fixer: x, fn: ex.fn, answer: ex.answer, expr: ex.cur, stmt: statementOf(ex.cur), tail: "return"}
}

// like returns an answer that is written like an example, for the end of the
// branch.
func (l *leaver) like(ex *example) (string, bool) {
	p := ex.place(l.Fixer)
	p.file, p.at = l.file, l.at.Rbrace
	p.abort = l.of.Stops
	text, ok := p.anew()
	return text, ok && len(p.missing) == 0 && l.means(p.whole())
}

// means reports whether the names in an expression mean the same at the end of the
// branch: the same thing, or what a request comes with and is answered by, or the
// error.
func (l *leaver) means(e ast.Expr) bool {
	scope := l.pass.Pkg.Scope().Innermost(l.at.Rbrace)
	same := scope != nil
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || !same {
			return same
		}
		obj := l.info.Uses[id]
		if obj == nil || obj.Parent() == nil || obj.Pkg() != nil && obj.Pkg() != l.pass.Pkg {
			return true // a field, a method, or of another package
		}
		_, there := scope.LookupParent(id.Name, l.at.Rbrace)
		same = isSame(obj, there, l.of.Err)
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
