package repair

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// neighbours returns the answers like which one at a position of a function may be
// written, the nearest first: those of the function, or else those of the file that are
// made in the commonest way. It also tells whether there are any by that framework.
func (x *Fixer) neighbours(fn function, at token.Pos) (list []*place, some bool) {
	list = slices.DeleteFunc(slices.Clone(x.examplesIn(fn.file)), func(p *place) bool {
		return fn.framework == nil || x.frameworkOf(p) != library.Path(fn.framework.Path())
	})
	some = len(list) > 0
	count := make(map[string]int)
	best := ""
	for _, p := range list {
		way := x.way(p)
		count[way]++
		if count[way] > count[best] {
			best = way
		}
	}
	isOwn := func(p *place) bool { return p.fn.cur == fn.cur }
	hasOwn := slices.ContainsFunc(list, isOwn)
	list = slices.DeleteFunc(list, func(p *place) bool {
		way := x.way(p)
		return hasOwn && !isOwn(p) || !hasOwn && way != best || way == "(net/http.ResponseWriter).WriteHeader" // its body and header are other statements
	})
	distance := func(p *place) token.Pos { return max(p.Expr.Pos()-at, at-p.Expr.Pos()) }
	slices.SortStableFunc(list, func(a, b *place) int { return cmp.Compare(distance(a), distance(b)) })
	return list[:min(len(list), maxNeighbours)], some
}

// maxNeighbours bounds how many answers are tried, for the sake of long files.
const maxNeighbours = 8

// way names what makes an answer.
func (x *Fixer) way(p *place) string {
	return strings.ReplaceAll(nameOf(x.callee(p.whole().(*ast.CallExpr))), "AbortWithStatusJSON", "JSON")
}

// frameworkOf returns the path of the package by which an answer is made: that of the
// function, or of what a helper is handed.
func (x *Fixer) frameworkOf(p *place) string {
	call := p.Expr.(*ast.CallExpr)
	if p.reply != nil {
		if path := library.Path(x.callee(call).Pkg().Path()); path != "github.com/go-chi/render" {
			return path
		}
		return "net/http"
	}
	for _, arg := range call.Args {
		if t := x.info.TypeOf(arg); isResponder(t) {
			return library.Path(library.TypeName(t).Pkg().Path())
		}
	}
	return ""
}

// examplesIn returns the answers to failures in a file, in the order of the source.
func (x *Fixer) examplesIn(file *ast.File) []*place {
	if list, ok := x.examples[file]; ok {
		return list
	}
	x.examples[file] = nil
	in, _ := x.root.FindNode(file)
	for cur := range in.Preorder((*ast.CallExpr)(nil)) {
		x.json[file] = x.json[file] || x.isJSON(cur.Node().(*ast.CallExpr))
		if p, ok := x.example(cur); ok {
			x.examples[file] = append(x.examples[file], p)
		}
	}
	return x.examples[file]
}

// isJSON reports whether a call makes JSON, or says that it is made.
func (x *Fixer) isJSON(call *ast.CallExpr) bool {
	fn := x.callee(call)
	return fn != nil && (strings.Contains(fn.Name(), "JSON") || fn.Pkg() != nil && fn.Pkg().Path() == "encoding/json") ||
		slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
			v := x.info.Types[arg].Value
			return v != nil && v.Kind() == constant.String && strings.Contains(constant.StringVal(v), "application/json")
		})
}

// example returns what a call answers, if that is a failure. A function of the program
// answers if it gets what a request is answered by, and a status.
func (x *Fixer) example(cur inspector.Cursor) (*place, bool) {
	call := cur.Node().(*ast.CallExpr)
	callee := x.callee(call)
	fn, ok := x.functionAround(cur)
	if !ok || callee == nil {
		return nil, false
	}
	a := &Answer{Expr: call}
	reply := replyOf(callee)
	for i, arg := range call.Args {
		n, ok := x.integer(arg)
		if reply != nil {
			a.Scale = reply.Answer.Scale
			ok = ok && i == int(reply.Arg) && reply.Answer.Style != library.NoStyle
		}
		if ok && (a.Scale == library.GRPCCode || 400 <= n && n < 600) {
			a.Status = n
		}
	}
	if a.Status == 0 {
		return nil, false
	}
	p, ok := x.placeOf(fn, a)
	return p, ok && p.status != nil
}
