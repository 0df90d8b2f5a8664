// Package fiber stands in for the next major version of the web framework of that
// name, whose context is an interface.
package fiber

import "context"

const (
	StatusUnauthorized        = 401
	StatusInternalServerError = 500
)

type Map map[string]any

type Handler = func(Ctx) error

type Ctx interface {
	Context() context.Context
	Cookies(key string, defaultValue ...string) string
	Locals(key any, value ...any) any
	Next() error
	Status(status int) Ctx
	SendStatus(status int) error
	SendString(body string) error
	JSON(data any, ctype ...string) error
}

type Error struct {
	Code    int
	Message string
}

func (e *Error) Error() string { return e.Message }

func NewError(code int, message ...string) *Error { return &Error{Code: code} }

var ErrUnauthorized = NewError(401)
