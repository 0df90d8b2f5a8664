package editor

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/catalog"
)

// anyCode is what is expected of a constant that is typed as a code.
var anyCode = valueflow.Place{Use: valueflow.Listed, Family: sdk.Either}

// expected returns what is expected at a spot.
func (f *Flow) expected(s *spot) (valueflow.Place, bool) {
	if s.next >= 0 {
		return f.expectedNext(s)
	}
	if c, typed := f.declared(s); c != nil {
		if p, ok := f.flow.ExpectedOf(c); ok || !typed {
			return p, ok
		}
		return anyCode, true
	}
	if p, ok := f.flow.Expected(s.expr); ok {
		return p, true
	}
	// A text that is converted is one constant.
	if call, ok := s.around().(*ast.CallExpr); ok && call.Fun != s.expr && f.pass.TypesInfo.Types[call.Fun].IsType() {
		return f.flow.Expected(call)
	}
	return valueflow.Place{}, false
}

// expectedNext returns what is expected behind the arguments of a call or in the
// elements of a literal: the same as of what stands in front of it, if that is so.
func (f *Flow) expectedNext(s *spot) (valueflow.Place, bool) {
	if p, ok := f.flow.ExpectedNext(s.expr, s.next); ok {
		return p, true
	}
	var before []ast.Expr
	switch n := s.expr.(type) {
	case *ast.CallExpr:
		if sig, ok := f.pass.TypesInfo.TypeOf(n.Fun).(*types.Signature); ok && sig.Variadic() && s.next >= sig.Params().Len() {
			before = n.Args
		}
	case *ast.CompositeLit:
		if t := f.pass.TypesInfo.TypeOf(n); t != nil {
			switch t := t.Underlying().(type) {
			case *types.Map:
				before = keysOf(n.Elts)
				if sdk.IsCodeType(t.Key()) {
					return anyCode, true
				}
			case interface{ Elem() types.Type }: // a list
				before = n.Elts
				if sdk.IsCodeType(t.Elem()) {
					return anyCode, true
				}
			}
		}
	}
	if len(before) == 0 {
		return valueflow.Place{}, false
	}
	return f.flow.Expected(before[len(before)-1])
}

// declared returns the constant that a text is the value of, if it is one, and
// whether it has the type of a code.
func (f *Flow) declared(s *spot) (c *types.Const, typed bool) {
	spec, ok := s.around().(*ast.ValueSpec)
	if !ok {
		return nil, false
	}
	i := slices.IndexFunc(spec.Values, func(e ast.Expr) bool { return ast.Unparen(e) == s.expr })
	if i < 0 || i >= len(spec.Names) {
		return nil, false
	}
	c, _ = f.pass.TypesInfo.Defs[spec.Names[i]].(*types.Const)
	if t := spec.Type; t != nil && f.pass.TypesInfo.TypeOf(t) != nil {
		typed = sdk.IsCodeType(f.pass.TypesInfo.TypeOf(t))
	}
	return c, typed
}

// presentAt returns the codes of some sets that stand beside a spot.
func (f *Flow) presentAt(s *spot, sets []*catalog.Set) []string {
	var present []string
	for _, e := range s.beside(f.pass.TypesInfo) {
		if name, ok := f.text(e); ok && ast.Unparen(e) != s.expr && isCode(name, sets) {
			present = append(present, name)
		}
	}
	return present
}

// text returns the value of a constant text.
func (f *Flow) text(e ast.Expr) (string, bool) {
	return library.StringValue(f.pass.TypesInfo.Types[e].Value)
}

func setsOf(family sdk.Family) []*catalog.Set {
	var sets []*catalog.Set
	if family&sdk.API != 0 {
		sets = append(sets, catalog.Stytch())
	}
	if family&sdk.OAuth2 != 0 {
		sets = append(sets, catalog.OAuth2())
	}
	return sets
}

func isCode(name string, sets []*catalog.Set) bool {
	return slices.ContainsFunc(sets, func(set *catalog.Set) bool {
		_, ok := set.Lookup(name)
		return ok
	})
}
