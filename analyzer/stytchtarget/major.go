package stytchtarget

import (
	"fmt"
	"go/ast"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// otherMajor reports whether a search asks for the error of another major version
// of the SDK than the one that returned it, and returns that one.
func (c *check) otherMajor(s *search) (major string, ok bool) {
	major, ok = c.origin(s.err)
	if !ok || major == sdk.Major(s.name.Pkg().Path()) {
		return "", false
	}
	return major, !c.record(declaration(s.cur)).majors[major] // where all that the program uses are looked for
}

// origin returns the major version of the SDK whose calls return an error, also by way
// of functions of the package, if it is an error of no other and of nothing unknown.
func (c *check) origin(err ast.Expr) (major string, ok bool) {
	o := origins{check: c, majors: make(map[string]bool), seen: make(map[types.Object]bool)}
	if !o.add(err, 0) || len(o.majors) != 1 {
		return "", false
	}
	return slices.Collect(maps.Keys(o.majors))[0], true
}

// Origins are the major versions that errors come from.
type origins struct {
	*check
	majors map[string]bool
	seen   map[types.Object]bool // variables and functions: all else is found where they were seen first
}

// maxOrigins is through how many of those an error is followed.
const maxOrigins = 32

// add adds those of an expression, of a result if it is a call, and reports whether that
// is all that it can be. What the program makes itself is of no version.
func (o *origins) add(e ast.Expr, result int) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if o.info.Types[e].IsNil() {
			return true
		}
		obj := o.info.Uses[e]
		if o.seen[obj] {
			return true
		}
		o.seen[obj] = true
		v := o.valuesOf(obj)
		return !v.open && len(v.list) > 0 && !slices.ContainsFunc(v.list, func(from value) bool { return !o.add(from.expr, from.result) })
	case *ast.CallExpr:
		// Here an interface's method will do: its package says enough.
		fn, ok := typeutil.Callee(o.info, e).(*types.Func)
		if !ok {
			return false
		}
		if sdk.IsCall(fn) {
			o.majors[sdk.CallMajor(fn)] = true
			return result == fn.Signature().Results().Len()-1
		}
		switch library.Of(fn).Does {
		case library.NewError, library.FormatError:
			return !slices.ContainsFunc(e.Args, func(a ast.Expr) bool { return library.IsErrorValue(o.info.TypeOf(a)) && !o.add(a, 0) })
		}
		return o.returned(fn.Origin(), result)
	}
	return false
}

// returned is add for a result of a function.
func (o *origins) returned(fn *types.Func, result int) bool {
	decl, ok := o.decls[fn]
	if !ok || o.seen[fn] || len(o.seen) > maxOrigins {
		return o.seen[fn]
	}
	o.seen[fn] = true
	all := true
	decl.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.ReturnStmt)(nil)}, func(cur inspector.Cursor) bool {
		ret, ok := cur.Node().(*ast.ReturnStmt)
		switch {
		case !ok: // another function's
		case len(ret.Results) == fn.Signature().Results().Len():
			all = all && o.add(ret.Results[result], 0)
		default:
			all = all && len(ret.Results) == 1 && o.add(ret.Results[0], result)
		}
		return ok
	})
	return all
}

func (s *search) wrongMajor(c *check, from string) string {
	what := display(s.name)
	if s.pointer {
		what = "*" + what
	}
	right := "stytcherror." + s.name.Name()
	if from == "" {
		right = "stytch.Error"
	}
	return fmt.Sprintf("%s of %s here: the error comes from %s; look for its %s, as a value",
		s.outcome(c, what), release(sdk.Major(s.name.Pkg().Path())), release(from), right)
}

// release names a major version of the SDK.
func release(major string) string {
	if major == "" {
		return "stytch-go v1"
	}
	return "stytch-go " + major
}
