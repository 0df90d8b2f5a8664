package editor

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/catalog"
)

// A call is one that asks Stytch's API.
type call struct {
	pos token.Pos
	fn  *types.Func
	op  catalog.Operation // without a name if the catalog does not know it
}

// calls returns those that the declaration around a spot makes.
func (f *Flow) calls(s *spot) []call { return f.callsIn(s.stack[0], s.pos) }

// callsIn returns those that a function makes: first what was asked last before a
// position, and then what is asked behind it.
func (f *Flow) callsIn(fn ast.Node, pos token.Pos) []call {
	var calls []call
	ast.Inspect(fn, func(n ast.Node) bool {
		if n, ok := n.(*ast.CallExpr); ok {
			if fn, ok := typeutil.Callee(f.pass.TypesInfo, n).(*types.Func); ok {
				if op, ok := sdk.OperationOf(fn); ok || sdk.IsCall(fn) {
					calls = append(calls, call{n.Pos(), fn, op})
				}
			}
		}
		return true
	})
	slices.SortStableFunc(calls, func(a, b call) int {
		if a.pos < pos && b.pos < pos {
			return cmp.Compare(b.pos, a.pos)
		}
		return cmp.Compare(a.pos, b.pos)
	})
	return calls
}

// A cause is a call that is known to end with a code, or all of a client.
type cause struct {
	code, call string
	many       bool // call is only the beginning of a name
}

// causes returns those that the catalog knows.
var causes = sync.OnceValue(func() []cause {
	var list []cause
	for _, code := range catalog.All() {
		for _, name := range code.RaisedBy {
			client, many := strings.CutSuffix(name, "*")
			list = append(list, cause{code.Name, sdk.FlatCall(strings.TrimSuffix(client, ".")), many})
		}
	}
	return list
})

// likely returns the codes that some calls are known to end with: first those of the
// first call, and at last those that whole clients end with.
func likely(calls []call) []string {
	var one, many []string
	seen := make(map[string]bool)
	for _, c := range calls {
		name := sdk.CallName(c.fn)
		if seen[name] {
			continue
		}
		seen[name] = true
		one = append(one, c.op.Codes...)
		for _, cause := range causes() {
			switch {
			case cause.many && strings.HasPrefix(name, cause.call):
				many = append(many, cause.code)
			case cause.call == name:
				one = append(one, cause.code)
			}
		}
	}
	return append(one, many...)
}

// product returns that of the nearest call, or those whose packages the file at a
// position imports.
func (f *Flow) product(calls []call, pos token.Pos) catalog.Products {
	for _, c := range calls {
		name, _, _ := strings.Cut(sdk.CallName(c.fn), " ")
		if product, err := catalog.ParseProducts(name); err == nil && product != 0 {
			return product
		}
	}
	var imported catalog.Products
	for _, spec := range f.file(pos).Imports {
		if path, err := strconv.Unquote(spec.Path.Value); err == nil {
			imported |= sdk.ProductOf(path)
		}
	}
	return imported
}

// file returns the file that a position is in.
func (f *Flow) file(pos token.Pos) *ast.File {
	i := slices.IndexFunc(f.pass.Files, func(file *ast.File) bool { return file.FileStart <= pos && pos <= file.FileEnd })
	return f.pass.Files[i]
}
