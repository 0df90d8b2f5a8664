package stytchsend

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/cfg"
)

// Lives are the variables of a function that a path may still use.
type lives struct {
	index map[*types.Var]int // the bit of a variable
	held  map[*types.Var]bool
	at    map[*cfg.Block][]uint64
}

// matters reports whether a path that enters a block may still use a variable.
func (l *lives) matters(b *cfg.Block, v *types.Var) bool {
	if l.held[v] {
		return true
	}
	i, ok := l.index[v]
	return ok && l.at[b][i/64]&(1<<(i%64)) != 0
}

// liveness returns the variables that matter at each block of a function.
// Results, and what function literals and pointers may use, matter always.
func (c *check) liveness(f *frame) *lives {
	if l := c.lives[f.body]; l != nil {
		return l
	}
	l := &lives{index: make(map[*types.Var]int), held: make(map[*types.Var]bool), at: make(map[*cfg.Block][]uint64)}
	c.lives[f.body] = l
	if f.sig != nil {
		for v := range f.sig.Results().Variables() {
			l.held[v] = true
		}
	}
	ast.Inspect(f.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			c.variables(n.Body, func(v *types.Var) { l.held[v] = true })
			return false
		case *ast.SwitchStmt, *ast.TypeSwitchStmt:
			l.held[c.tagOf(n.(ast.Stmt))] = true
		case *ast.CaseClause:
			if v, ok := c.info.Implicits[n].(*types.Var); ok {
				l.held[v] = true
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				c.variables(n.X, func(v *types.Var) { l.held[v] = true })
			}
		}
		return true
	})
	c.variables(f.body, func(v *types.Var) {
		if _, ok := l.index[v]; !ok {
			l.index[v] = len(l.index)
		}
	})
	l.spread(c, c.graphs.Of(f.body))
	return l
}

// spread finds what each block uses, and what those that follow it use.
func (l *lives) spread(c *check, graph *cfg.CFG) {
	preds := make(map[*cfg.Block][]*cfg.Block)
	for _, b := range graph.Blocks {
		set := make([]uint64, len(l.index)/64+1)
		for _, n := range b.Nodes {
			c.variables(n, func(v *types.Var) {
				if i, ok := l.index[v]; ok {
					set[i/64] |= 1 << (i % 64)
				}
			})
		}
		l.at[b] = set
		for _, s := range b.Succs {
			preds[s] = append(preds[s], b)
		}
	}
	todo := append([]*cfg.Block(nil), graph.Blocks...)
	for len(todo) > 0 {
		b := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, p := range preds[b] {
			grew := false
			for i, bits := range l.at[b] {
				if bits&^l.at[p][i] != 0 {
					l.at[p][i] |= bits
					grew = true
				}
			}
			if grew {
				todo = append(todo, p)
			}
		}
	}
}

// variables calls f with the variables that a node mentions.
func (c *check) variables(n ast.Node, f func(*types.Var)) {
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := c.info.ObjectOf(id).(*types.Var); ok {
				f(v)
			}
		}
		return true
	})
}
