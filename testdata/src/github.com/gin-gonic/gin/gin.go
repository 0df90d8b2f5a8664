// Package gin stands in for the web framework of that name.
package gin

import (
	"io"
	"net/http"
	"time"
)

type H map[string]any

type HandlerFunc func(*Context)

type Params []struct{ Key, Value string }

type Context struct {
	Request *http.Request
	Writer  http.ResponseWriter
}

// A Context is a context.Context, too.

func (c *Context) Deadline() (deadline time.Time, ok bool) { return }
func (c *Context) Done() <-chan struct{}                   { return nil }
func (c *Context) Err() error                              { return nil }
func (c *Context) Value(key any) any                       { return nil }

type Error struct{ Err error }

func (e *Error) Error() string { return e.Err.Error() }

func (c *Context) Query(key string) string                       { return "" }
func (c *Context) DefaultQuery(key, value string) string         { return value }
func (c *Context) GetQuery(key string) (string, bool)            { return "", false }
func (c *Context) PostForm(key string) string                    { return "" }
func (c *Context) Param(key string) string                       { return "" }
func (c *Context) GetHeader(key string) string                   { return "" }
func (c *Context) Cookie(name string) (string, error)            { return "", nil }
func (c *Context) ShouldBindJSON(obj any) error                  { return nil }
func (c *Context) Set(key string, value any)                     {}
func (c *Context) Next()                                         {}
func (c *Context) Abort()                                        {}
func (c *Context) Status(code int)                               {}
func (c *Context) String(code int, format string, values ...any) {}
func (c *Context) JSON(code int, obj any)                        {}
func (c *Context) IndentedJSON(code int, obj any)                {}
func (c *Context) HTML(code int, name string, obj any)           {}
func (c *Context) SetCookie(name, value string, maxAge int, path, domain string, secure, httpOnly bool) {
}
func (c *Context) Redirect(code int, location string)        {}
func (c *Context) AbortWithStatus(code int)                  {}
func (c *Context) AbortWithStatusJSON(code int, obj any)     {}
func (c *Context) AbortWithError(code int, err error) *Error { return &Error{err} }
func (c *Context) Error(err error) *Error                    { return &Error{err} }

func (c *Context) DefaultPostForm(key, value string) string     { return value }
func (c *Context) GetPostForm(key string) (string, bool)        { return "", false }
func (c *Context) AddParam(key, value string)                   {}
func (c *Context) AsciiJSON(code int, obj any)                  {}
func (c *Context) PureJSON(code int, obj any)                   {}
func (c *Context) SecureJSON(code int, obj any)                 {}
func (c *Context) XML(code int, obj any)                        {}
func (c *Context) YAML(code int, obj any)                       {}
func (c *Context) Data(code int, mediaType string, data []byte) {}
func (c *Context) File(path string)                             {}
func (c *Context) Render(code int, r Render)                    {}

func (c *Context) AbortWithStatusPureJSON(code int, obj any) {}
func (c *Context) BSON(code int, obj any)                    {}
func (c *Context) JSONP(code int, obj any)                   {}
func (c *Context) ProtoBuf(code int, obj any)                {}
func (c *Context) TOML(code int, obj any)                    {}
func (c *Context) Negotiate(code int, config Negotiate)      {}
func (c *Context) DataFromReader(code int, length int64, mediaType string, r io.Reader, headers map[string]string) {
}
func (c *Context) FileAttachment(path, name string)             {}
func (c *Context) FileFromFS(path string, fs http.FileSystem)   {}
func (c *Context) Stream(step func(w io.Writer) bool) bool      { return false }
func (c *Context) ClientIP() string                             { return "" }
func (c *Context) GetPostFormArray(key string) ([]string, bool) { return nil, false }
func (c *Context) GetQueryArray(key string) ([]string, bool)    { return nil, false }
func (c *Context) PostFormArray(key string) []string            { return nil }
func (c *Context) QueryArray(key string) []string               { return nil }

type Negotiate struct{ Data any }

type Render interface {
	Render(http.ResponseWriter) error
}

func (c *Context) SSEvent(name string, message any) {}
func (c *Context) IsAborted() bool                  { return false }

// Routes and their handlers, in chains.

type IRoutes interface {
	Use(...HandlerFunc) IRoutes
	Handle(string, string, ...HandlerFunc) IRoutes
	GET(string, ...HandlerFunc) IRoutes
	POST(string, ...HandlerFunc) IRoutes
}

type RouterGroup struct{}

func (group *RouterGroup) Use(middleware ...HandlerFunc) IRoutes { return group }
func (group *RouterGroup) Group(relativePath string, handlers ...HandlerFunc) *RouterGroup {
	return group
}
func (group *RouterGroup) Handle(httpMethod, relativePath string, handlers ...HandlerFunc) IRoutes {
	return group
}
func (group *RouterGroup) GET(relativePath string, handlers ...HandlerFunc) IRoutes  { return group }
func (group *RouterGroup) POST(relativePath string, handlers ...HandlerFunc) IRoutes { return group }

type Engine struct{ RouterGroup }

func Default() *Engine { return new(Engine) }

func (engine *Engine) Use(middleware ...HandlerFunc) IRoutes { return engine }
