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

// maxNeighbours bounds how many answers are tried, for the sake of long files.
const maxNeighbours = 8

// neighbours returns the answers by a framework like which one at a position may be
// written, the nearest first: those of the function, or else those of the file that
// are made in the commonest way. Where
// some have a body, those that have none are left out, as are those of several
// statements. It also tells whether there are any at all.
func (x *Fixer) neighbours(fn function, path string, at token.Pos) (list []*place, some bool) {
	in := slices.DeleteFunc(slices.Clone(x.examplesIn(fn.file)), func(p *place) bool { return p.path != path })
	list = slices.DeleteFunc(slices.Clone(in), func(p *place) bool { return p.fn.cur != fn.cur })
	if len(list) == 0 {
		list = in
	}
	some = len(list) > 0
	list = slices.DeleteFunc(list, func(p *place) bool { return !p.isWhole() })
	if slices.ContainsFunc(list, x.hasBody) {
		list = slices.DeleteFunc(list, func(p *place) bool { return !x.hasBody(p) })
	}
	if len(list) > 0 && list[0].fn.cur != fn.cur {
		list = x.commonest(list)
	}
	slices.SortStableFunc(list, func(a, b *place) int { return cmp.Compare(distance(a, at), distance(b, at)) })
	return list[:min(len(list), maxNeighbours)], some
}

// commonest returns those that are made by the function that makes most of them; none
// if several make as many.
func (x *Fixer) commonest(list []*place) []*place {
	count := make(map[string]int)
	most := 0
	for _, p := range list {
		count[x.way(p)]++
		most = max(most, count[x.way(p)])
	}
	best := ""
	for way, n := range count {
		if n == most && best != "" {
			return nil
		} else if n == most {
			best = way
		}
	}
	return slices.DeleteFunc(list, func(p *place) bool { return x.way(p) != best })
}

// way names what makes an answer.
func (x *Fixer) way(p *place) string {
	return strings.ReplaceAll(nameOf(x.callee(p.Expr.(*ast.CallExpr)))+nameOf(x.callee(p.whole().(*ast.CallExpr))), "AbortWithStatusJSON", "JSON")
}

func distance(p *place, at token.Pos) int {
	return max(int(p.Expr.Pos()-at), int(at-p.Expr.Pos()))
}

// examplesIn returns the answers to failures in a file, in the order of the source.
func (x *Fixer) examplesIn(file *ast.File) []*place {
	if list, ok := x.examples[file]; ok {
		return list
	}
	x.examples[file] = nil
	cur, ok := x.root.FindNode(file)
	if !ok {
		return nil
	}
	for cur := range cur.Preorder((*ast.CallExpr)(nil)) {
		x.json[file] = x.json[file] || x.isJSON(cur.Node().(*ast.CallExpr))
		if p, ok := x.example(cur); ok {
			x.examples[file] = append(x.examples[file], p)
		}
	}
	return x.examples[file]
}

// isJSON reports whether a call makes JSON, or says that it is made.
func (x *Fixer) isJSON(call *ast.CallExpr) bool {
	name := nameOf(x.callee(call))
	return strings.HasPrefix(name, "encoding/json.") || strings.Contains(name[strings.LastIndex(name, ".")+1:], "JSON") ||
		slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
			v := x.info.Types[arg].Value
			return v != nil && v.Kind() == constant.String && strings.Contains(constant.StringVal(v), "application/json")
		})
}

// example returns what a call answers, if that is a failure. A function of the program
// answers if it gets what a request is answered by, and a status.
func (x *Fixer) example(cur inspector.Cursor) (*place, bool) {
	call := cur.Node().(*ast.CallExpr)
	fn, ok := x.functionAround(cur)
	callee := x.callee(call)
	if !ok || callee == nil {
		return nil, false
	}
	a := &Answer{Expr: call}
	path := ""
	if reply := replyOf(callee); reply != nil {
		if reply.Answer.Style == library.NoStyle || reply.Arg < 0 || int(reply.Arg) >= len(call.Args) {
			return nil, false
		}
		a.Status, _ = x.integer(call.Args[reply.Arg])
		a.Scale = reply.Answer.Scale
		path = library.Path(callee.Pkg().Path())
		if reply.Answer.Style == library.RenderState {
			path = "net/http"
		}
	} else {
		for _, arg := range call.Args {
			if t := x.info.TypeOf(arg); isResponder(t) {
				name := library.Type(t)
				path = name[:strings.LastIndex(name, ".")]
			}
			if n, ok := x.integer(arg); ok && 400 <= n && n < 600 {
				a.Status = n
			}
		}
	}
	if path == "" || a.Status == 0 || a.Scale == library.HTTPStatus && a.Status < 400 {
		return nil, false
	}
	p, ok := x.placeOf(fn, a)
	if ok {
		p.path = path
	}
	return p, ok && p.status != nil
}

// isWhole reports whether an answer is one statement, or one value: the body and the
// header of package net/http are others.
func (p *place) isWhole() bool { return p.path != "net/http" || p.style() != library.SameStatus }

// hasBody reports whether an answer has a body.
func (x *Fixer) hasBody(p *place) bool {
	return x.isLate(p) || p.style() != library.SameStatus && p.style() != library.Aborted
}

// isLate reports whether an answer is made by returning a value.
func (x *Fixer) isLate(p *place) bool {
	if p.reply != nil {
		return p.reply.Does == library.AnswersLate
	}
	return isErrorValue(x.typeOf(p.Expr))
}
