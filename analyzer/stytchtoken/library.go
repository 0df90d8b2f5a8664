package stytchtoken

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// reads are the functions that return the same every time for the same
// request, context or text.
var reads = set(
	"net/url.URL.Query", "net/url.URL.String", "net/url.Values.Get", "net/url.Values.Has",
	"net/url.QueryUnescape", "net/url.PathUnescape", "net/url.QueryEscape", "net/url.PathEscape",
	"net/http.Request.FormValue", "net/http.Request.PostFormValue", "net/http.Request.PathValue",
	"net/http.Request.Cookie", "net/http.Request.BasicAuth", "net/http.Request.Context",
	"net/http.Request.Referer", "net/http.Request.UserAgent",
	"net/http.Header.Get", "net/http.Header.Values",
	"context.Context.Value", "os.Getenv", "os.LookupEnv", "flag.Arg", "flag.Args", "flag.NArg",
	"github.com/gin-gonic/gin.Context.Query", "github.com/gin-gonic/gin.Context.DefaultQuery",
	"github.com/gin-gonic/gin.Context.GetQuery", "github.com/gin-gonic/gin.Context.PostForm",
	"github.com/gin-gonic/gin.Context.DefaultPostForm", "github.com/gin-gonic/gin.Context.GetPostForm",
	"github.com/gin-gonic/gin.Context.Param", "github.com/gin-gonic/gin.Context.GetHeader",
	"github.com/gin-gonic/gin.Context.Cookie",
	"github.com/labstack/echo.Context.Request", "github.com/labstack/echo.Context.QueryParam",
	"github.com/labstack/echo.Context.QueryParams", "github.com/labstack/echo.Context.FormValue",
	"github.com/labstack/echo.Context.Param", "github.com/labstack/echo.Context.Cookie",
	"github.com/gofiber/fiber.Ctx.Query", "github.com/gofiber/fiber.Ctx.FormValue",
	"github.com/gofiber/fiber.Ctx.Params", "github.com/gofiber/fiber.Ctx.Cookies",
	"github.com/gofiber/fiber.Ctx.Get", "github.com/gofiber/fiber.Ctx.Context",
	"github.com/gofiber/fiber.Ctx.UserContext", "github.com/gofiber/fiber.Ctx.Queries",
	"github.com/go-chi/chi.URLParam", "github.com/go-chi/chi.URLParamFromCtx",
	"github.com/gorilla/mux.Vars", "github.com/julienschmidt/httprouter.Params.ByName",
)

// sames are the functions that return what they are handed, as far as a token
// or an error goes.
var sames = set(
	"strings.TrimSpace", "strings.Clone",
	"net/http.Request.WithContext", "net/http.Request.Clone",
	"github.com/pkg/errors.Wrap", "github.com/pkg/errors.Wrapf", "github.com/pkg/errors.WithMessage",
	"github.com/pkg/errors.WithMessagef", "github.com/pkg/errors.WithStack",
)

// stable are the types whose values stay as they are when others get them.
var stable = set(
	"net/http.Request", "net/http.Header", "net/http.ResponseWriter", "net/url.URL", "net/url.Values",
	"context.Context", "github.com/gin-gonic/gin.Context", "github.com/labstack/echo.Context",
	"github.com/gofiber/fiber.Ctx",
)

// changes are the methods of those types that do change them.
var changes = set(
	"net/url.Values.Set", "net/url.Values.Add", "net/url.Values.Del",
	"net/http.Header.Set", "net/http.Header.Add", "net/http.Header.Del", "net/http.Request.SetPathValue",
	"github.com/labstack/echo.Context.SetRequest", "github.com/labstack/echo.Context.SetParamNames",
	"github.com/labstack/echo.Context.SetParamValues", "github.com/gin-gonic/gin.Context.AddParam",
)

// readers are the packages whose functions write to nothing that they are
// handed, unless their name begins with one of writers.
var (
	readers = set("errors", "fmt", "html", "log", "log/slog", "math", "net/http", "net/url", "os", "path",
		"path/filepath", "reflect", "runtime", "slices", "sort", "strconv", "strings", "sync", "time", "unicode",
		"unicode/utf8", "encoding/json.Marshal", "encoding/json.MarshalIndent", "encoding/base64",
		"github.com/sirupsen/logrus", "go.uber.org/zap", "github.com/rs/zerolog", "github.com/go-logr/logr",
		"github.com/google/uuid", "github.com/pkg/errors")
	writers = [...]string{"Scan", "Sscan", "Fscan", "As", "Sort", "Reverse", "Slice", "Read"}
)

// set makes a set of names.
func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, name := range names {
		m[name] = true
	}
	return m
}

// readOnly reports whether a function writes to nothing that it is handed.
func readOnly(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return fn.Name() == "Error" // of the type error
	}
	if changes[nameOf(fn)] {
		return false
	}
	for _, prefix := range writers {
		if strings.HasPrefix(fn.Name(), prefix) {
			return false
		}
	}
	path := library.Path(fn.Pkg().Path())
	return readers[path] || readers[path+"."+fn.Name()]
}

// library runs a call of a function that is known for what it does.
func (w *walker) library(c *callee) ([]value, bool) {
	name := nameOf(c.fn)
	switch {
	case sames[name]:
		if len(c.all) > 0 {
			return []value{c.all[0]}, true
		}
	case reads[name], isText(c.fn):
		n := c.fn.Signature().Results().Len()
		results := make([]value, n)
		args := make([]value, len(c.all))
		for i, v := range c.all {
			args[i] = w.asLeft(v)
		}
		for i := range results {
			results[i] = w.t.pure(name+resultSuffix(i), args...)
		}
		return results, true
	}
	return w.errorCall(c, name)
}

// isText reports whether a function computes something from text alone.
func isText(fn *types.Func) bool {
	if fn.Pkg() == nil || fn.Signature().Recv() != nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "strings", "strconv":
		return true
	case "fmt":
		return strings.HasPrefix(fn.Name(), "Sprint")
	}
	return false
}

// resultSuffix tells the results of a function apart.
func resultSuffix(i int) string {
	if i == 0 {
		return ""
	}
	return "#" + index(i)
}

// errorCall runs a call of a function that asks an error something, or makes
// one of others.
func (w *walker) errorCall(c *callee, name string) ([]value, bool) {
	var err value
	if len(c.args) > 0 {
		err = c.args[0]
	}
	switch name {
	case "errors.As", "github.com/pkg/errors.As", "golang.org/x/xerrors.As":
		if len(c.args) == 2 {
			return []value{w.as(c, err)}, true
		}
	case "errors.AsType":
		if typ := w.typeArgument(c.call); typ != nil {
			v := w.t.of(key{kind: kAssert, a: err, str: typ.String()})
			return []value{v, w.asserted(err, typ)}, true
		}
	case "errors.Is", "errors.Unwrap", "github.com/pkg/errors.Is", "github.com/pkg/errors.Cause", "golang.org/x/xerrors.Is", "error.Error":
		return []value{w.t.pure(name, c.all...)}, true
	case "errors.New", "fmt.Errorf", "golang.org/x/xerrors.Errorf", "github.com/pkg/errors.New", "github.com/pkg/errors.Errorf":
		return []value{w.t.of(key{kind: kWrapped, a: w.t.list(c.args...), pos: c.call.Lparen})}, true
	case "github.com/cenkalti/backoff.Permanent", "github.com/avast/retry-go.Unrecoverable", "github.com/flowchartsman/retry.Stop":
		return []value{w.t.of(key{kind: kPermanent, a: err})}, true
	case "github.com/sethvargo/go-retry.RetryableError":
		return []value{w.t.of(key{kind: kRetryable, a: err})}, true
	}
	if c.fn.Pkg() == nil && c.fn.Name() == "Error" {
		return []value{w.t.pure("error.Error", c.all...)}, true
	}
	return nil, false
}

// as runs errors.As.
func (w *walker) as(c *callee, err value) value {
	typ := typeOf(w.info, c.call.Args[1])
	if p, ok := typ.Underlying().(*types.Pointer); ok {
		typ = p.Elem()
	}
	found := w.t.of(key{kind: kAssert, a: err, str: typ.String()})
	if isAggregate(typ) {
		w.copyInto(c.args[1], found)
	} else {
		w.store(slot{obj: c.args[1], name: "*"}, found, typ)
	}
	return w.asserted(err, typ)
}

// typeArgument returns the type argument of a call of a generic function.
func (w *walker) typeArgument(call *ast.CallExpr) types.Type {
	var id *ast.Ident
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.IndexExpr:
		id = funcName(fun.X)
	default:
		id = funcName(fun)
	}
	if id == nil || w.info.Instances[id].TypeArgs.Len() != 1 {
		return nil
	}
	return w.info.Instances[id].TypeArgs.At(0)
}

// funcName returns the identifier that names a function.
func funcName(e ast.Expr) *ast.Ident {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return e.Sel
	}
	return nil
}

// isCallOf reports whether an expression calls a function with one of the
// names.
func (w *walker) isCallOf(e ast.Expr, names map[string]bool) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, ok := typeutil.Callee(w.info, call).(*types.Func)
	return ok && names[nameOf(fn)]
}

// isParams reports whether t is a pointer to one of the SDK's parameters.
func isParams(t types.Type) bool {
	p, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return false
	}
	named, ok := types.Unalias(p.Elem()).(*types.Named)
	return ok && named.Obj().Pkg() != nil && sdk.InModule(named.Obj().Pkg().Path()) && strings.HasSuffix(named.Obj().Name(), "Params")
}
