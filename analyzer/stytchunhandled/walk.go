package stytchunhandled

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/cfg"
)

// A kind says what a value has to do with the error that is followed.
type kind uint8

const (
	nothing  kind = iota
	failure       // the error, or one around it
	text          // its text, or something that holds it or the error
	replying      // an error that answers once it is returned
	raised        // true because of the error, and only then
	lowered       // false because of it, and only then
)

// A value is what is known of an expression.
type value struct {
	kind  kind
	lost  bool    // errors.As cannot find the error in it
	mixed bool    // it is around other failures, too, or is one of them alone
	reply *answer // of a replying value
}

// A carrier is a variable with such a value.
type carrier struct {
	v *types.Var
	value
}

// A state is what holds at a point of a path.
type state struct {
	carriers uint64 // those that hold their value here
	due      *fork  // the path is taken only because of the error, nil if it is not
	other    *fork  // the path is taken only because something else failed since
}

// A walker follows an error through one function.
type walker struct {
	check    *check
	fn       *function
	carriers []carrier
	origin   ast.Node   // the node of the graph that the error comes from
	resp     *types.Var // the response beside it, nil if there is none
	helper   bool       // the function is judged for its callers

	seen  map[visit]bool
	forks map[*cfg.Block]*fork // by the way that was not taken
	made  map[ast.Expr]*answer // by the calls that make an answer to be returned
	sign  signs                // of the node that is looked at
	out   outcome              // of all paths
}

// A visit is the walk from the beginning of a block in some state.
type visit struct {
	block int32
	state state
}

// An outcome is how the paths end on which there is an error.
type outcome struct {
	answers  []answer // that the server failed, before the error is examined; of a helper, any with a known status
	other    bool     // answered otherwise
	examined bool
	returned []value // the error itself
	ended    bool    // without any of these
	others   bool    // answered because something else failed
	effects  bool    // something is done that is no logging
}

// maxVisits bounds the walks through one function, for the sake of generated
// code.
const maxVisits = 200_000

// newWalker returns a walker that follows the values of some variables.
func (c *check) newWalker(fn *function) *walker {
	return &walker{check: c, fn: fn, seen: make(map[visit]bool), forks: make(map[*cfg.Block]*fork), made: make(map[ast.Expr]*answer)}
}

// carry returns the bit of a variable with a value; 0 if there are too many.
func (w *walker) carry(v *types.Var, val value) uint64 {
	for i, c := range w.carriers {
		if c.v == v && c.value == val {
			return 1 << i
		}
	}
	if len(w.carriers) == 64 {
		return 0
	}
	w.carriers = append(w.carriers, carrier{v, val})
	return 1 << (len(w.carriers) - 1)
}

// value returns what a variable holds in a state.
func (w *walker) value(s state, v *types.Var) value {
	for i, c := range w.carriers {
		if c.v == v && s.carriers&(1<<i) != 0 {
			return c.value
		}
	}
	return value{}
}

// set returns the state after a variable gets a value.
func (w *walker) set(s state, v *types.Var, val value) state {
	for i, c := range w.carriers {
		if c.v == v {
			s.carriers &^= 1 << i
		}
	}
	if val.kind != nothing {
		bit := w.carry(v, val)
		if bit == 0 {
			w.sign.examined = true
		}
		s.carriers |= bit
	}
	return s
}

// from follows the paths from a place in the graph.
func (w *walker) from(b *cfg.Block, i int, s state) {
	for ; i < len(b.Nodes); i++ {
		n := b.Nodes[i]
		if n == w.origin {
			return // around a loop
		}
		s = w.look(n, s)
		if w.ends(n, s) {
			return
		}
		if s.carriers == 0 && !w.helper {
			return
		}
	}
	if len(b.Succs) == 0 && b.Return() == nil {
		return // it panics, or ends the program
	}
	for i, succ := range b.Succs {
		if cond := condition(b); cond != nil {
			failed := w.holds(cond, s, false)
			if failed == never && i == 0 || failed == always && i == 1 {
				continue
			}
		}
		next := w.along(b, i, s)
		v := visit{succ.Index, next}
		if w.seen[v] {
			continue
		}
		w.fn.visits--
		if w.fn.visits < 0 {
			w.out.examined = true
			return
		}
		w.seen[v] = true
		w.from(succ, 0, next)
	}
}

// ends notes what the signs of a node mean, and reports whether the path ends
// with it.
func (w *walker) ends(n ast.Node, s state) bool {
	sign := &w.sign
	w.out.effects = w.out.effects || sign.effect
	_, returns := n.(*ast.ReturnStmt)
	switch {
	case sign.examined:
		w.out.examined = true
	case len(sign.answers) > 0:
		a := sign.answers[0]
		switch {
		case w.helper && s.other != nil:
			w.out.others = true
		case s.due != nil && s.other == nil && (a.isServers() || w.helper && a.status != 0):
			a.state = s
			w.out.answers = append(w.out.answers, a)
		default:
			w.out.other = true
		}
	case returns && len(sign.returned) > 0:
		w.out.returned = append(w.out.returned, sign.returned...)
	case returns:
		w.out.ended = true
	default:
		return false
	}
	return true
}

// condition returns the condition that decides where a block leads, nil if
// none does.
func condition(b *cfg.Block) ast.Expr {
	if len(b.Succs) != 2 || len(b.Nodes) == 0 {
		return nil
	}
	e, _ := b.Nodes[len(b.Nodes)-1].(ast.Expr)
	return e
}
