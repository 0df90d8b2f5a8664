package stytchunhandled

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// isPrepared reports whether a parameter around a call has its value before any
// request: it is of a function that makes the handler, or the receiver of one.
func (t *origins) isPrepared(p *types.Var, s *source) bool {
	handled := false
	for around := range s.cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		sig := t.signature(around.Node())
		switch {
		case sig == nil:
			return false
		case sig == t.owner[p] && sig.Recv() == p:
			return handled || handlesRequest(sig)
		case sig == t.owner[p]:
			return handled && !takesRequest(sig)
		}
		handled = handled || handlesRequest(sig)
	}
	return false
}

// handlesRequest reports whether a function handles a request that it is given,
// of HTTP or of gRPC.
func handlesRequest(sig *types.Signature) bool {
	if takesRequest(sig) {
		return true
	}
	n := sig.Results().Len()
	if sig.Params().Len() != 2 || n == 0 || !isError(sig.Results().At(n-1).Type()) {
		return false
	}
	_, isPointer := types.Unalias(sig.Params().At(1).Type()).(*types.Pointer)
	return isPointer && isContext(sig.Params().At(0).Type())
}

// takesRequest reports whether a function is given a request of HTTP.
func takesRequest(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if isResponder(p.Type()) || library.Type(p.Type()) == "net/http.Request" {
			return true
		}
	}
	return false
}

func isContext(t types.Type) bool { return library.Type(t) == "context.Context" }

// signature returns that of a *ast.FuncDecl or *ast.FuncLit, nil if it is not
// known.
func (c *check) signature(node ast.Node) *types.Signature {
	var e ast.Expr
	switch n := node.(type) {
	case *ast.FuncDecl:
		e = n.Name
	case *ast.FuncLit:
		e = n
	}
	sig, _ := c.info.TypeOf(e).(*types.Signature)
	return sig
}

// parameters returns the receiver, if there is one, and the parameters.
func parameters(sig *types.Signature) []*types.Var {
	if sig == nil {
		return nil
	}
	var list []*types.Var
	if r := sig.Recv(); r != nil {
		list = append(list, r)
	}
	for p := range sig.Params().Variables() {
		list = append(list, p)
	}
	return list
}
