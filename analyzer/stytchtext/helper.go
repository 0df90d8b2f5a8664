package stytchtext

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// Returns is the fact about a function whose error may be one of the SDK, and
// is nothing else but nil or an error that the program makes with one of the
// texts.
type returns struct {
	Own    bool // the program's own errors are possible
	Lost   bool // errors.As cannot find the SDK's error
	Family sdk.Family
	Majors []string // of the SDK, sorted
	Texts  []string // that the program adds, sorted
}

func (*returns) AFact() {}

func (r *returns) String() string {
	what := "returns SDK errors"
	if r.Own {
		what = "may return SDK errors"
	}
	if len(r.Texts) > 0 {
		what += fmt.Sprintf(" with %q", r.Texts)
	}
	return what
}

// maxTexts bounds what a fact holds. A function that adds more texts is none
// that a caller should judge by them.
const maxTexts = 12

// returned returns the origin of the error that a function of the program
// returns, if that is known.
func (c *check) returned(f *types.Func) (origin, bool) {
	if f.Pkg() == c.pass.Pkg {
		return c.summary(f), true
	}
	fact := new(returns)
	if !c.pass.ImportObjectFact(f, fact) {
		return origin{}, false
	}
	return origin{sdk: true, own: fact.Own, lost: fact.Lost, family: fact.Family, majors: fact.Majors, texts: fact.Texts}, true
}

// summary returns the origin of the last result of a function of the package.
func (c *check) summary(f *types.Func) origin {
	if o, ok := c.summaries[f]; ok {
		return o
	}
	fn := c.decls[f]
	results := f.Signature().Results()
	if fn == nil || results.Len() == 0 || !library.IsErrorValue(results.At(results.Len()-1).Type()) {
		return anything
	}
	if c.busy[f] {
		return anything
	}
	c.busy[f] = true
	defer delete(c.busy, f)
	o := c.returnedBy(fn)
	c.summaries[f] = o
	return o
}

func (c *check) returnedBy(fn *function) origin {
	var o origin
	last := fn.sig.Results().Len() - 1
	ast.Inspect(fn.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			switch len(n.Results) {
			case last + 1:
				o = o.join(c.origin(fn, n.Results[last]))
			case 1: // return f()
				o = o.join(c.originOfResult(fn, n.Results[0], last))
			default:
				o = o.join(c.originOfNamed(fn, n))
			}
		}
		return true
	})
	if info := c.vars[fn.sig.Results().At(last)]; info != nil && info.shared {
		o = o.join(anything) // a deferred function may set it
	}
	if o.param {
		o = o.join(anything) // it depends on the call
	}
	o.direct = false
	return o
}

// originOfNamed returns the origin of the named result that a bare return
// statement returns.
func (c *check) originOfNamed(fn *function, ret *ast.ReturnStmt) origin {
	v := fn.sig.Results().At(fn.sig.Results().Len() - 1)
	info := c.vars[v]
	if info == nil {
		return origin{}
	}
	if list, ok := c.reaching(fn, ret, v, info); ok && !info.shared {
		return c.originOfValues(list, v)
	}
	return anything
}

// export tells other packages of the functions that return SDK errors. Those
// of the SDK need no fact.
func (c *check) export() {
	if sdk.InModule(c.pass.Pkg.Path()) {
		return
	}
	list := slices.SortedFunc(maps.Keys(c.decls), func(a, b *types.Func) int { return cmp.Compare(a.Pos(), b.Pos()) })
	for _, f := range list {
		if !f.Exported() || report.InTest(c.pass, f.Pos()) {
			continue
		}
		o := c.summary(f)
		if !o.sdk || o.foreign || o.param || len(o.texts) > maxTexts {
			continue
		}
		texts := slices.DeleteFunc(slices.Clone(o.texts), func(s string) bool { return strings.TrimSpace(s) == "" })
		c.pass.ExportObjectFact(f, &returns{Own: o.own, Lost: o.lost, Family: o.family, Majors: o.majors, Texts: texts})
	}
}
