// Package app stands in for that of the web framework hertz.
package app

import "context"

type HandlerFunc func(c context.Context, ctx *RequestContext)

type RequestContext struct{}

func (ctx *RequestContext) Next(c context.Context)                        {}
func (ctx *RequestContext) Abort()                                        {}
func (ctx *RequestContext) AbortWithError(code int, err error) error      { return err }
func (ctx *RequestContext) AbortWithMsg(msg string, code int)             {}
func (ctx *RequestContext) AbortWithStatus(code int)                      {}
func (ctx *RequestContext) AbortWithStatusJSON(code int, obj any)         {}
func (ctx *RequestContext) Data(code int, mediaType string, data []byte)  {}
func (ctx *RequestContext) File(path string)                              {}
func (ctx *RequestContext) HTML(code int, name string, obj any)           {}
func (ctx *RequestContext) IndentedJSON(code int, obj any)                {}
func (ctx *RequestContext) JSON(code int, obj any)                        {}
func (ctx *RequestContext) NotFound()                                     {}
func (ctx *RequestContext) ProtoBuf(code int, obj any)                    {}
func (ctx *RequestContext) PureJSON(code int, obj any)                    {}
func (ctx *RequestContext) Redirect(code int, uri []byte)                 {}
func (ctx *RequestContext) SetStatusCode(code int)                        {}
func (ctx *RequestContext) Status(code int)                               {}
func (ctx *RequestContext) String(code int, format string, values ...any) {}
func (ctx *RequestContext) WriteString(s string) (int, error)             { return len(s), nil }
func (ctx *RequestContext) XML(code int, obj any)                         {}
func (ctx *RequestContext) SetCookie(name, value string, maxAge int, path, domain string, secure, httpOnly bool) {
}
func (ctx *RequestContext) Set(key string, value any)                {}
func (ctx *RequestContext) Cookie(key string) []byte                 { return nil }
func (ctx *RequestContext) DefaultPostForm(key, value string) string { return value }
func (ctx *RequestContext) DefaultQuery(key, value string) string    { return value }
func (ctx *RequestContext) FormValue(key string) []byte              { return nil }
func (ctx *RequestContext) GetHeader(key string) []byte              { return nil }
func (ctx *RequestContext) GetPostForm(key string) (string, bool)    { return "", false }
func (ctx *RequestContext) GetQuery(key string) (string, bool)       { return "", false }
func (ctx *RequestContext) Param(key string) string                  { return "" }
func (ctx *RequestContext) PostForm(key string) string               { return "" }
func (ctx *RequestContext) Query(key string) string                  { return "" }
