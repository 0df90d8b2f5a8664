package stytchunhandled

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

// A placement is where another answer is to be put, and how it leaves the
// function.
type placement struct {
	check   *check
	file    *edit.File
	fn      *function
	call    inspector.Cursor // the function that holds the call
	answer  *answer
	err     *types.Var // the error there, if errors.As finds it
	at      token.Pos  // where it is to be put
	abort   bool       // gin's next handlers must not run after it
	missing []string   // packages that the answer needs and the file does not import

	expr inspector.Cursor // the answer
	stmt inspector.Cursor // the statement that makes it
	tail string           // the statement that leaves the function after it; "" if stmt does
}

// find finds the statement that answers, and the one that leaves the function.
func (p *placement) find() bool {
	var ok bool
	if p.expr, ok = p.call.FindNode(p.answer.expr); !ok {
		return false
	}
	p.stmt = statementOf(p.expr)
	p.at = p.stmt.Node().Pos()
	if !p.file.Listed(p.stmt) {
		return false
	}
	switch n := p.stmt.Node().(type) {
	case *ast.ReturnStmt:
		for _, e := range n.Results {
			if !within(e, p.answer.expr) && !isSafe(e) {
				return false
			}
		}
		return true
	case *ast.AssignStmt:
		for _, l := range n.Lhs {
			if !isBlank(l) {
				return false
			}
		}
	case *ast.ExprStmt:
	default:
		return false
	}
	return p.leaves()
}

// takesFramework reports whether the function is a handler of a framework that
// answers for the errors that handlers return.
func (p *placement) takesFramework() bool {
	for param := range p.fn.sig.Params().Variables() {
		switch typeKey(param.Type()) {
		case "github.com/labstack/echo.Context", "github.com/gofiber/fiber.Ctx":
			return true
		}
	}
	return false
}

var errorInterface = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// isErrorValue reports whether t is error or implements it.
func isErrorValue(t types.Type) bool {
	return t != types.Typ[types.Invalid] && t != types.Typ[types.UntypedNil] && types.Implements(t, errorInterface)
}

// isSafe reports whether an expression can be written once more: it does
// nothing.
func isSafe(e ast.Expr) bool {
	safe := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr, *ast.FuncLit:
			safe = false
		case *ast.UnaryExpr:
			safe = safe && n.Op != token.ARROW
		case *ast.CompositeLit:
			safe = safe && len(n.Elts) == 0
		}
		return safe
	})
	return safe
}

func within(outer, inner ast.Node) bool {
	return outer.Pos() <= inner.Pos() && inner.End() <= outer.End()
}

// source returns the text of a node that takes one line.
func (p *placement) source(n ast.Node) (string, bool) {
	var b bytes.Buffer
	if err := format.Node(&b, p.check.pass.Fset, n); err != nil || bytes.ContainsRune(b.Bytes(), '\n') {
		return "", false
	}
	return b.String(), true
}

// wholeCall returns the call that continues a chain: JSON(x) in
// c.Status(500).JSON(x).
func (p *placement) wholeCall() (*ast.CallExpr, bool) {
	sel := p.expr.Parent()
	if sel.ParentEdgeKind() != edge.CallExpr_Fun {
		return nil, false
	}
	if _, ok := sel.Node().(*ast.SelectorExpr); !ok {
		return nil, false
	}
	call, ok := sel.Parent().Node().(*ast.CallExpr)
	return call, ok
}
