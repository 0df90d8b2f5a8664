// Package huma stands in for the web framework of that name.
package huma

type API interface{}

type Context interface {
	Header(name string) string
	Param(name string) string
	Query(name string) string
	SetStatus(code int)
	Status() int
}

type StatusError interface {
	GetStatus() int
	Error() string
}

func Error400BadRequest(msg string, errs ...error) StatusError          { return nil }
func Error401Unauthorized(msg string, errs ...error) StatusError        { return nil }
func Error403Forbidden(msg string, errs ...error) StatusError           { return nil }
func Error404NotFound(msg string, errs ...error) StatusError            { return nil }
func Error500InternalServerError(msg string, errs ...error) StatusError { return nil }
func Error502BadGateway(msg string, errs ...error) StatusError          { return nil }
func Error503ServiceUnavailable(msg string, errs ...error) StatusError  { return nil }
func Error504GatewayTimeout(msg string, errs ...error) StatusError      { return nil }

func WriteErr(api API, ctx Context, status int, msg string, errs ...error) error { return nil }
