package stytchunhandled

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/inspector"
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
			if ex := c.example(cur); ex != nil {
				list = append(list, ex)
			}
		}
	}
	c.examples[file] = list
	return list
}

// example returns what a call answers, nil if that is no failure.
func (c *check) example(cur inspector.Cursor) *example {
	call := cur.Node().(*ast.CallExpr)
	callee := c.callee(call)
	if callee == nil {
		return nil
	}
	r := c.replyOf(callee)
	path, handed := "", false
	if r == nil {
		if path, handed = c.handed(call); !handed {
			return nil
		}
	}
	var fn *function
	for around := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		fn = c.function(around.Node())
		break
	}
	if fn == nil {
		return nil
	}
	ex := &example{cur: cur, fn: fn, callee: callee, path: path, body: true, usable: true}
	if r != nil {
		if r.style == noStyle || r.status < 0 || r.status >= len(call.Args) {
			return nil
		}
		key := keyOf(callee)
		ex.answer = answer{expr: call, reply: r, param: -1, chosen: -1, scale: r.scale, returned: r.returned}
		ex.body = r.returned || r.style != sameStatus && r.style != abort
		ex.path = strings.TrimSuffix(key, "."+key[strings.LastIndex(key, ".")+1:])
		if callee.Signature().Recv() == nil {
			ex.path = key
		}
		if r.style == renderState {
			ex.path = "net/http"
		}
		if key == "net/http.ResponseWriter" && c.bodyFollows(statementOf(cur)) {
			ex.body, ex.usable = true, false // the header comes before it
		}
	} else {
		h := c.helperOf(fn, call)
		if h == nil || !h.Answers || h.Param < 0 || h.Param >= len(call.Args) {
			return nil
		}
		ex.answer = answer{expr: call, param: -1, chosen: h.Param, scale: scale(h.Scale), returned: h.Returned}
	}
	arg := max(ex.answer.chosen, 0)
	if r != nil {
		arg = r.status
	}
	status, ok := c.integer(fn, c.unconverted(call.Args[arg]))
	if !ok || ex.answer.scale == httpStatus && status < 400 {
		return nil
	}
	ex.answer.status = status
	return ex
}

// handed returns the path of the framework whose context or writer a call is
// given.
func (c *check) handed(call *ast.CallExpr) (string, bool) {
	for _, arg := range call.Args {
		if t := c.info.TypeOf(arg); isResponder(t) {
			key := typeKey(t)
			return key[:strings.LastIndex(key, ".")], true
		}
	}
	return "", false
}

// bodyFollows reports whether the statements after one write more of the answer.
func (c *check) bodyFollows(stmt inspector.Cursor) bool {
	p := &placement{check: c}
	for next, ok := following(stmt); ok; next, ok = following(next) {
		if _, isReturn := next.Node().(*ast.ReturnStmt); isReturn {
			return false
		}
		if p.writes(next.Node()) && !p.isAbort(next.Node()) {
			return true
		}
	}
	return false
}

// neighbours returns the answers like which one in a function may be written,
// the best first: those of the function itself, the nearest first, or else those
// of the file that are made in the commonest way. Where some have a body, those
// that have none are left out. None are usable if they differ, or are written in
// several statements.
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
	if inside = withBody(inside); len(inside) > 0 {
		var before, after []*example
		for _, ex := range inside {
			if ex.answer.expr.Pos() < at {
				before = append([]*example{ex}, before...)
			} else {
				after = append(after, ex)
			}
		}
		return usable(append(before, after...)), true
	}
	others = withBody(others)
	count := make(map[string]int)
	for _, ex := range others {
		count[c.way(ex)]++
	}
	best, tie := "", false
	for way, n := range count {
		switch {
		case n > count[best]:
			best, tie = way, false
		case n == count[best]:
			tie = true
		}
	}
	if tie {
		return nil, true
	}
	for _, ex := range others {
		if c.way(ex) == best {
			list = append(list, ex)
		}
	}
	return usable(list), len(others) > 0
}

// way names what answers.
func (c *check) way(ex *example) string {
	name := strings.ReplaceAll(ex.callee.FullName(), ").AbortWithStatusJSON", ").JSON")
	if outer, ok := ex.whole().(*ast.CallExpr); ok && outer != ex.answer.expr {
		if fn := c.callee(outer); fn != nil {
			name += "." + fn.Name()
		}
	}
	return name
}

func withBody(list []*example) []*example {
	var with []*example
	for _, ex := range list {
		if ex.body {
			with = append(with, ex)
		}
	}
	if len(with) > 0 {
		return with
	}
	return list
}

// maxExamples bounds how many are tried, for the sake of long files.
const maxExamples = 8

func usable(list []*example) []*example {
	var good []*example
	for _, ex := range list {
		if ex.usable && len(good) < maxExamples {
			good = append(good, ex)
		}
	}
	return good
}

// like returns an answer that is written like an example, for another place.
func (c *check) like(ex *example, p *placement, at token.Pos, err *types.Var, abort bool) (string, bool) {
	q := &placement{
		check: c, file: p.file, fn: ex.fn, answer: &ex.answer, expr: ex.cur, stmt: statementOf(ex.cur),
		at: at, tail: "return", abort: abort,
	}
	text, ok := q.anew()
	if !ok || len(q.missing) > 0 || !c.sameNames(text, ex.answer.expr.Pos(), at, err) {
		return "", false
	}
	return text, true
}

// sameNames reports whether the names in statements mean the same at two
// places: the same thing, or what a request comes with and is answered by, or
// the error.
func (c *check) sameNames(text string, from, to token.Pos, err *types.Var) bool {
	f, parseErr := parser.ParseFile(token.NewFileSet(), "", "package p\n\nfunc _() {\n"+text+"\n}\n", parser.SkipObjectResolution)
	inner, outer := c.pass.Pkg.Scope().Innermost(from), c.pass.Pkg.Scope().Innermost(to)
	if parseErr != nil || inner == nil || outer == nil {
		return false
	}
	same := true
	skip := make(map[*ast.Ident]bool)
	ast.Inspect(f.Decls[0].(*ast.FuncDecl).Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			skip[n.Sel] = true
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok {
				skip[id] = true // the name of a field
			}
		case *ast.Ident:
			if !skip[n] && n.Name != "_" {
				_, a := inner.LookupParent(n.Name, from)
				_, b := outer.LookupParent(n.Name, to)
				same = same && isSame(a, b, err)
			}
		}
		return same
	})
	return same
}

// isSame reports whether two objects stand for the same, in two functions.
func isSame(a, b types.Object, err *types.Var) bool {
	if a == nil || a == b {
		return a != nil
	}
	switch a := a.(type) {
	case *types.PkgName:
		b, ok := b.(*types.PkgName)
		return ok && a.Imported() == b.Imported()
	case *types.Var:
		if b == nil || !types.Identical(a.Type(), b.Type()) {
			return false
		}
		return b == err && isError(a.Type()) || isResponder(a.Type()) || typeKey(a.Type()) == "net/http.Request"
	}
	return false
}
