// Package fasthttp stands in for the server of that name.
package fasthttp

const (
	StatusUnauthorized        = 401
	StatusInternalServerError = 500
)

type RequestHandler func(ctx *RequestCtx)

type Args struct{}

func (a *Args) Peek(key string) []byte { return nil }

type RequestCtx struct{}

func (ctx *RequestCtx) Error(msg string, statusCode int)         {}
func (ctx *RequestCtx) SetStatusCode(statusCode int)             {}
func (ctx *RequestCtx) Redirect(uri string, statusCode int)      {}
func (ctx *RequestCtx) RedirectBytes(uri []byte, statusCode int) {}
func (ctx *RequestCtx) NotFound()                                {}
func (ctx *RequestCtx) SetBody(body []byte)                      {}
func (ctx *RequestCtx) SetBodyString(body string)                {}
func (ctx *RequestCtx) Success(contentType string, body []byte)  {}
func (ctx *RequestCtx) SuccessString(contentType, body string)   {}
func (ctx *RequestCtx) SendFile(path string)                     {}
func (ctx *RequestCtx) Write(p []byte) (int, error)              { return len(p), nil }
func (ctx *RequestCtx) WriteString(s string) (int, error)        { return len(s), nil }
func (ctx *RequestCtx) FormValue(key string) []byte              { return nil }
func (ctx *RequestCtx) PostArgs() *Args                          { return nil }
func (ctx *RequestCtx) QueryArgs() *Args                         { return nil }
