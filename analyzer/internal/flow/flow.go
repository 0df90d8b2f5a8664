// Package flow makes control-flow graphs of functions. It knows the common
// ways in which a call does not return, and the functions of the package under
// analysis that end in one of them.
//
// The graphs are those of golang.org/x/tools/go/cfg. The analyzer ctrlflow
// makes them, too, but it exports facts about every function of every
// dependency, for which the standard library would have to be analysed.
package flow

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/cfg"
	"golang.org/x/tools/go/types/typeutil"
)

// Graphs makes the control-flow graphs of one package, each once. It must not
// be used by several goroutines at once.
type Graphs struct {
	info   *types.Info
	files  []*ast.File
	bodies map[*types.Func]*ast.BlockStmt // made when the first is asked for
	graphs map[*ast.BlockStmt]*cfg.CFG
	never  map[*types.Func]bool // whether it never returns; false while that is worked out
}

// New returns the graphs of the package of files, which info describes. It
// makes none before it is asked for one.
func New(files []*ast.File, info *types.Info) *Graphs {
	return &Graphs{
		info:   info,
		files:  files,
		graphs: make(map[*ast.BlockStmt]*cfg.CFG),
		never:  make(map[*types.Func]bool),
	}
}

// Of returns the graph of the body of a function or of a function literal.
func (g *Graphs) Of(body *ast.BlockStmt) *cfg.CFG {
	graph, ok := g.graphs[body]
	if !ok {
		graph = cfg.New(body, g.MayReturn)
		g.graphs[body] = graph
	}
	return graph
}

// MayReturn reports whether a call may return. A call of a function of the
// package does not if all paths through that function end in calls that do not
// return.
func (g *Graphs) MayReturn(call *ast.CallExpr) bool {
	switch fn := typeutil.Callee(g.info, call).(type) {
	case *types.Builtin:
		return fn.Name() != "panic"
	case *types.Func:
		return !g.NeverReturns(fn.Origin())
	}
	return true
}

// NeverReturns reports whether no call of a function returns.
func (g *Graphs) NeverReturns(fn *types.Func) bool {
	if library.Of(fn).Is(library.NeverReturns) {
		return true
	}
	body := g.body(fn)
	if body == nil {
		return false
	}
	never, ok := g.never[fn]
	if !ok {
		g.never[fn] = false
		never = g.Of(body).NoReturn()
		g.never[fn] = never
	}
	return never
}

// body returns the body of a function of the package, or nil.
func (g *Graphs) body(fn *types.Func) *ast.BlockStmt {
	if g.bodies == nil {
		g.bodies = make(map[*types.Func]*ast.BlockStmt)
		for _, f := range g.files {
			for _, d := range f.Decls {
				if d, ok := d.(*ast.FuncDecl); ok && d.Body != nil {
					if obj, ok := g.info.Defs[d.Name].(*types.Func); ok {
						g.bodies[obj] = d.Body
					}
				}
			}
		}
	}
	return g.bodies[fn]
}
