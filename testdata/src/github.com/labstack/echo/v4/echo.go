// Package echo stands in for the web framework of that name.
package echo

import (
	"io"
	"net/http"
	"net/url"
)

type Map map[string]any

type HandlerFunc func(c Context) error

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

type Response struct{ Status int }

func (r *Response) WriteHeader(code int)        {}
func (r *Response) Write(b []byte) (int, error) { return len(b), nil }

type Context interface {
	Request() *http.Request
	Response() *Response
	QueryParam(name string) string
	FormValue(name string) string
	Param(name string) string
	Cookie(name string) (*http.Cookie, error)
	Bind(i any) error
	Set(key string, val any)
	JSON(code int, i any) error
	String(code int, s string) error
	HTML(code int, html string) error
	NoContent(code int) error
	Redirect(code int, url string) error
	Error(err error)
	QueryParams() url.Values
	SetRequest(r *http.Request)
	SetParamNames(names ...string)
	SetParamValues(values ...string)
	JSONPretty(code int, i any, indent string) error
	JSONBlob(code int, b []byte) error
	XML(code int, i any) error
	Blob(code int, mediaType string, b []byte) error
	Stream(code int, mediaType string, r io.Reader) error
	File(file string) error
	Attachment(file, name string) error
	Inline(file, name string) error
	HTMLBlob(code int, b []byte) error
	JSONP(code int, callback string, i any) error
	JSONPBlob(code int, callback string, b []byte) error
	XMLBlob(code int, b []byte) error
	XMLPretty(code int, i any, indent string) error
	Cookies() []*http.Cookie
	RealIP() string
	Logger() Logger
	Render(code int, name string, data any) error
}

type Logger interface {
	Error(i ...any)
	Fatal(i ...any)
	Fatalf(format string, args ...any)
	Fatalj(j map[string]any)
	Panic(i ...any)
	Panicf(format string, args ...any)
	Panicj(j map[string]any)
}

type HTTPError struct {
	Code     int
	Message  any
	Internal error
}

func NewHTTPError(code int, message ...any) *HTTPError { return &HTTPError{Code: code} }

func (e *HTTPError) Error() string { return "" }

func (e *HTTPError) SetInternal(err error) *HTTPError { return e }

func (e *HTTPError) WithInternal(err error) *HTTPError { return e }

var (
	ErrUnauthorized        = NewHTTPError(http.StatusUnauthorized)
	ErrInternalServerError = NewHTTPError(http.StatusInternalServerError)
	ErrBadGateway          = NewHTTPError(http.StatusBadGateway)
	ErrServiceUnavailable  = NewHTTPError(http.StatusServiceUnavailable)
	ErrGatewayTimeout      = NewHTTPError(http.StatusGatewayTimeout)
)

type Echo struct {
	Logger           Logger
	HTTPErrorHandler func(err error, c Context)
}

func New() *Echo { return new(Echo) }

func (e *Echo) Use(middleware ...MiddlewareFunc)                     {}
func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc)  {}
func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) {}
