package stytchunhandled

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// An answer is one to a request.
type answer struct {
	expr     ast.Expr     // the call, or the variable that is returned
	reply    *library.Row // how a library's function does it, nil for one of the program
	status   int          // 0 if it is not known
	param    int          // the parameter of the function that is the status, -1 if none is
	chosen   int          // the argument that a helper takes the status from, -1 if it takes none
	scale    library.Scale
	returned bool      // it is made by returning the value of expr
	state    state     // where it is made
	carriers []carrier // of the error there
}

// isServers reports whether the answer says that the server failed. One with a
// status that the caller of a helper chooses may.
func (a *answer) isServers() bool { return a.param >= 0 || isServers(a.scale, a.status) }

// isFailure reports whether the answer says that something failed.
func (a *answer) isFailure() bool { return a.scale == library.GRPCCode || a.status >= 400 }

// isServers reports whether a status says that the server failed.
func isServers(s library.Scale, status int) bool {
	if s == library.GRPCCode {
		switch status {
		case 2, 13, 14, 15: // Unknown, Internal, Unavailable, DataLoss
			return true
		}
		return false
	}
	return status >= 500 && status < 600
}

// withStatus returns an answer with the status that an expression says.
func (w *walker) withStatus(a answer, status ast.Expr) answer {
	a.param = -1
	status = w.check.unconverted(status)
	if n, ok := w.check.integer(w.fn, status); ok {
		a.status = n
		return a
	}
	if v := w.check.local(w.fn, status); w.helper && v != nil && len(w.fn.values[v]) == 0 {
		a.param = paramIndex(w.fn, v)
	}
	return a
}

// unconverted returns what conversions convert, x for int(x), unless it is a
// constant.
func (c *check) unconverted(e ast.Expr) ast.Expr {
	for c.info.Types[e].Value == nil {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !c.info.Types[call.Fun].IsType() {
			break
		}
		e = call.Args[0]
	}
	return e
}

// replies returns the answer that a function of a library makes.
func (w *walker) replies(e *ast.CallExpr, r *library.Row) (answer, bool) {
	a := answer{expr: e, reply: r, status: int(r.Answer.Status), param: -1, chosen: -1, scale: r.Answer.Scale, returned: r.Does == library.AnswersLate}
	if r.Arg >= 0 {
		if int(r.Arg) >= len(e.Args) {
			return a, false
		}
		a = w.withStatus(a, e.Args[r.Arg])
	}
	return a, true
}

// sentinel returns the answer that a variable of a library makes once it is
// returned.
func (c *check) sentinel(e *ast.SelectorExpr) *answer {
	v, ok := c.info.Uses[e.Sel].(*types.Var)
	if !ok {
		return nil
	}
	row := library.Of(v)
	if row.Does != library.AnswersLate {
		return nil
	}
	return &answer{expr: e, reply: &row, status: int(row.Answer.Status), param: -1, chosen: -1, returned: true}
}
