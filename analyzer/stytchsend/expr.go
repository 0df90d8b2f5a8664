package stytchsend

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// An evaluated is the value of an expression, and what is known behind it.
type evaluated struct {
	state *state
	v     value
}

// evalAll evaluates expressions in order: the values are in v.list.
func (c *check) evalAll(f *frame, exprs []ast.Expr, st *state) []evaluated {
	result := []evaluated{{st, value{kind: tuple}}}
	for _, e := range exprs {
		var next []evaluated
		for _, r := range result {
			for _, x := range c.eval(f, e, r.state) {
				next = append(next, evaluated{x.state, value{kind: tuple, list: append(slices.Clone(r.v.list), x.v)}})
			}
		}
		result = next
	}
	return result
}

// eval returns what an expression may give on the paths through it. There is
// no path if it panics, or if enough was done.
func (c *check) eval(f *frame, e ast.Expr, st *state) []evaluated {
	c.steps++
	if c.steps > maxSteps {
		return nil
	}
	is := func(v value) []evaluated { return []evaluated{{st, v}} }
	if e == nil {
		return is(value{})
	}
	tv := c.info.Types[e]
	switch {
	case tv.Value != nil:
		return is(constantOf(tv.Value))
	case tv.IsNil():
		return is(value{kind: null})
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return c.eval(f, e.X, st)
	case *ast.Ident:
		return is(c.named(st, e))
	case *ast.SelectorExpr:
		return c.evalSelector(f, e, st)
	case *ast.StarExpr:
		return c.change(f, e.X, st, func(st *state, v value) value {
			if v.kind == pointer {
				return c.load(st, v.target)
			}
			return v
		})
	case *ast.UnaryExpr:
		return c.evalUnary(f, e, st)
	case *ast.BinaryExpr:
		return c.evalBinary(f, e, st)
	case *ast.CallExpr:
		return c.evalCall(f, e, st)
	case *ast.CompositeLit:
		return c.evalLiteral(f, e, st)
	case *ast.FuncLit:
		return is(value{kind: function, fn: &closure{lit: e}})
	case *ast.TypeAssertExpr:
		var result []evaluated
		for _, r := range c.change(f, e.X, st, func(_ *state, v value) value { return v }) {
			for _, a := range c.asserted(r.state, r.v, c.info.TypeOf(e.Type)) {
				if !a.v.list[1].isFalse() { // else it panics
					result = append(result, evaluated{a.state, a.v.list[0]})
				}
			}
		}
		return result
	case *ast.IndexExpr:
		return c.evalIndex(f, e, st)
	case *ast.SliceExpr:
		return c.change(f, e.X, st, func(_ *state, v value) value { return v })
	}
	return is(value{})
}

// change evaluates an expression and changes its values.
func (c *check) change(f *frame, e ast.Expr, st *state, to func(*state, value) value) []evaluated {
	list := c.eval(f, e, st)
	for i, r := range list {
		list[i].v = to(r.state, r.v)
	}
	return list
}

// named returns the value of an identifier.
func (c *check) named(st *state, id *ast.Ident) value {
	switch obj := c.info.ObjectOf(id).(type) {
	case *types.Var:
		return c.load(st, obj)
	case *types.Func:
		return value{kind: function, fn: &closure{decl: obj.Origin()}}
	}
	return value{}
}

// load returns the value of a variable.
func (c *check) load(st *state, v *types.Var) value {
	if val, ok := st.vars[v]; ok {
		return val
	}
	if v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
		return c.global(v)
	}
	if lit := c.literals()[v]; lit != nil {
		return value{kind: function, fn: &closure{lit: lit}}
	}
	return from(root(v))
}

// root returns what stands for a variable among roots.
func root(v *types.Var) string {
	if v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
		return v.Pkg().Path() + "." + v.Name()
	}
	return fmt.Sprintf("%s@%d", v.Name(), v.Pos())
}

// global returns the value of a variable of a package.
func (c *check) global(v *types.Var) value {
	if isError(v.Type()) {
		return value{kind: failed, marks: []string{root(v)}, made: true}
	}
	if init := c.initial(v); init != nil {
		if l, ok := init.(*ast.CompositeLit); ok && isList(c.info.TypeOf(l)) {
			return c.listOf(l)
		}
	}
	return from(root(v))
}

// peek returns the value of an expression without calls.
func (c *check) peek(st *state, e ast.Expr) value {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		return c.named(st, id)
	}
	return value{}
}

// rootsOf returns the roots of a variable.
func (c *check) rootsOf(st *state, e ast.Expr) []string {
	return c.peek(st, e).roots
}

func (c *check) evalSelector(f *frame, e *ast.SelectorExpr, st *state) []evaluated {
	if id, ok := e.X.(*ast.Ident); ok {
		if _, ok := c.info.Uses[id].(*types.PkgName); ok {
			return []evaluated{{st, c.named(st, e.Sel)}}
		}
	}
	switch obj := c.info.Uses[e.Sel].(type) {
	case *types.Func:
		return c.change(f, e.X, st, func(_ *state, v value) value {
			return value{kind: function, fn: &closure{decl: obj.Origin(), recv: &v}}
		})
	case *types.Var:
		return c.change(f, e.X, st, func(st *state, v value) value { return c.field(st, v, obj) })
	}
	return []evaluated{{st, value{}}}
}

// field returns the value of a field.
func (c *check) field(st *state, v value, field *types.Var) value {
	if v.kind == pointer {
		v = c.load(st, v.target)
	}
	switch v.kind {
	case details:
		if sdk.IsCodeField(field) {
			return value{kind: code, of: v.of, roots: v.roots}
		}
		if sdk.IsStatusField(field) {
			return value{kind: status, of: v.of}
		}
		if _, ok := sdk.ErrorType(field.Type()); ok {
			return v // of a struct around it
		}
	case structure:
		if val, ok := v.obj.fields[field.Name()]; ok {
			return val
		}
		if sdk.IsCodeField(field) { // through an embedded error
			for _, val := range v.obj.fields {
				if val.kind == details {
					return value{kind: code, of: val.of, roots: val.roots}
				}
			}
		}
		return zero(field.Type())
	}
	return v.part("." + field.Name())
}

func (c *check) evalUnary(f *frame, e *ast.UnaryExpr, st *state) []evaluated {
	switch e.Op {
	case token.AND:
		switch x := ast.Unparen(e.X).(type) {
		case *ast.Ident:
			if v := c.local(x); v != nil {
				return []evaluated{{st, value{kind: pointer, target: v}}}
			}
		case *ast.CompositeLit:
			return c.eval(f, x, st)
		}
	case token.NOT:
		return c.change(f, e.X, st, func(_ *state, v value) value {
			switch {
			case v.isTrue():
				return boolean(false)
			case v.isFalse():
				return boolean(true)
			}
			return value{}
		})
	}
	return c.change(f, e.X, st, func(*state, value) value { return value{} })
}

func (c *check) evalBinary(f *frame, e *ast.BinaryExpr, st *state) []evaluated {
	var result []evaluated
	switch e.Op {
	case token.LAND, token.LOR:
		for _, x := range c.eval(f, e.X, st) {
			decided := x.v.isFalse()
			if e.Op == token.LOR {
				decided = x.v.isTrue()
			}
			if decided {
				result = append(result, x)
				continue
			}
			if x.v.kind != literal { // the left side alone may decide
				result = append(result, evaluated{x.state, boolean(e.Op == token.LOR)})
			}
			result = append(result, c.eval(f, e.Y, x.state)...)
		}
		return result
	}
	for _, r := range c.evalAll(f, []ast.Expr{e.X, e.Y}, st) {
		x, y := r.v.list[0], r.v.list[1]
		switch e.Op {
		case token.EQL:
			result = append(result, c.equal(r.state, x, y)...)
		case token.NEQ:
			for _, eq := range c.equal(r.state, x, y) {
				switch {
				case eq.v.isTrue():
					eq.v = boolean(false)
				case eq.v.isFalse():
					eq.v = boolean(true)
				}
				result = append(result, eq)
			}
		case token.ADD:
			result = append(result, evaluated{r.state, from(joined(x, y)...)})
		case token.LSS, token.LEQ, token.GTR, token.GEQ:
			v := value{}
			if x.kind == status || y.kind == status {
				result = append(result, c.compareStatus(r.state, e.Op, x, y)...)
				continue
			}
			if x.kind == literal && y.kind == literal && x.con.Kind() == y.con.Kind() && x.con.Kind() != constant.Bool {
				v = boolean(constant.Compare(x.con, e.Op, y.con))
			}
			result = append(result, evaluated{r.state, v})
		default:
			result = append(result, evaluated{r.state, value{}})
		}
	}
	return result
}

// joined returns the roots of a text made of others: constants in it say
// nothing if there is anything else.
func joined(list ...value) []string {
	var all, rest []string
	for _, v := range list {
		all = union(all, v.roots)
		if v.kind != literal {
			rest = union(rest, v.roots)
		}
	}
	if len(rest) > 0 {
		return rest
	}
	return all
}

func (c *check) evalIndex(f *frame, e *ast.IndexExpr, st *state) []evaluated {
	if tv, ok := c.info.Types[e.Index]; ok && tv.IsType() {
		return c.eval(f, e.X, st) // a generic function
	}
	var result []evaluated
	for _, r := range c.evalAll(f, []ast.Expr{e.X, e.Index}, st) {
		x, index := r.v.list[0], r.v.list[1]
		t := c.info.TypeOf(e.X)
		if _, ok := underlying(t).(*types.Map); ok && x.kind == list && index.kind == code {
			result = append(result, c.among(r.state, index, x)...)
			continue
		}
		part := value{}
		if len(x.roots) > 0 {
			part = x.part("[" + index.key() + "]")
		}
		result = append(result, evaluated{r.state, part})
	}
	return result
}

func underlying(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	return t.Underlying()
}

var errorInterface = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// isError reports whether t is error or implements it.
func isError(t types.Type) bool {
	return t != nil && t != types.Typ[types.Invalid] && types.Implements(t, errorInterface)
}
