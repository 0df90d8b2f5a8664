// Package fiber stands in for the web framework of that name.
package fiber

import (
	"context"
	"io"
	"time"
)

const (
	StatusOK                  = 200
	StatusUnauthorized        = 401
	StatusNotFound            = 404
	StatusInternalServerError = 500
	StatusBadGateway          = 502
)

type Map map[string]any

type Handler = func(*Ctx) error

type Ctx struct{}

func (c *Ctx) Context() context.Context                              { return context.Background() }
func (c *Ctx) UserContext() context.Context                          { return context.Background() }
func (c *Ctx) Query(key string, defaultValue ...string) string       { return "" }
func (c *Ctx) FormValue(key string, defaultValue ...string) string   { return "" }
func (c *Ctx) Params(key string, defaultValue ...string) string      { return "" }
func (c *Ctx) Cookies(key string, defaultValue ...string) string     { return "" }
func (c *Ctx) Get(key string, defaultValue ...string) string         { return "" }
func (c *Ctx) BodyParser(out any) error                              { return nil }
func (c *Ctx) Locals(key any, value ...any) any                      { return nil }
func (c *Ctx) ClearCookie(key ...string)                             {}
func (c *Ctx) Cookie(cookie *Cookie)                                 {}
func (c *Ctx) Next() error                                           { return nil }
func (c *Ctx) Status(status int) *Ctx                                { return c }
func (c *Ctx) SendStatus(status int) error                           { return nil }
func (c *Ctx) SendString(body string) error                          { return nil }
func (c *Ctx) JSON(data any) error                                   { return nil }
func (c *Ctx) Redirect(location string, status ...int) error         { return nil }
func (c *Ctx) Queries() map[string]string                            { return nil }
func (c *Ctx) Render(name string, bind any, layouts ...string) error { return nil }
func (c *Ctx) Send(body []byte) error                                { return nil }
func (c *Ctx) SendFile(file string, compress ...bool) error          { return nil }
func (c *Ctx) Download(file string, filename ...string) error        { return nil }
func (c *Ctx) JSONP(data any, callback ...string) error              { return nil }
func (c *Ctx) SendStream(stream io.Reader, size ...int) error        { return nil }
func (c *Ctx) Write(p []byte) (int, error)                           { return len(p), nil }
func (c *Ctx) WriteString(s string) (int, error)                     { return len(s), nil }
func (c *Ctx) Writef(f string, a ...any) (int, error)                { return 0, nil }
func (c *Ctx) XML(data any) error                                    { return nil }

type Cookie struct {
	Name, Value string
	Expires     time.Time
}

type Error struct {
	Code    int
	Message string
}

func (e *Error) Error() string { return e.Message }

func NewError(code int, message ...string) *Error { return &Error{Code: code} }

var (
	ErrUnauthorized        = NewError(401)
	ErrInternalServerError = NewError(500)
	ErrBadGateway          = NewError(502)
	ErrServiceUnavailable  = NewError(503)
	ErrGatewayTimeout      = NewError(504)
)

type App struct{}

func New(config ...Config) *App { return new(App) }

// Config says how errors are answered.
type Config struct{ ErrorHandler func(*Ctx, error) error }

func (app *App) Use(args ...any)                       {}
func (app *App) Get(path string, handlers ...Handler)  {}
func (app *App) Post(path string, handlers ...Handler) {}
