// Package connect stands in for the errors of Connect.
package connect

import "context"

type Code uint32

const (
	CodeUnknown         Code = 2
	CodeNotFound        Code = 5
	CodeInternal        Code = 13
	CodeUnavailable     Code = 14
	CodeUnauthenticated Code = 16
)

type Error struct{ code Code }

func NewError(c Code, underlying error) *Error { return &Error{c} }

func (e *Error) Error() string { return "" }

type Request[T any] struct{ Msg *T }

type Response[T any] struct{ Msg *T }

func NewResponse[T any](message *T) *Response[T] { return &Response[T]{message} }

type AnyRequest interface{ Any() any }

type AnyResponse interface{ Any() any }

func (r *Request[_]) Any() any { return r.Msg }

func (r *Response[_]) Any() any { return r.Msg }

type UnaryFunc func(context.Context, AnyRequest) (AnyResponse, error)

type StreamingHandlerConn interface{ Send(any) error }

type StreamingHandlerFunc func(context.Context, StreamingHandlerConn) error

type UnaryInterceptorFunc func(UnaryFunc) UnaryFunc

type ServerStream[Res any] struct{}

func (s *ServerStream[Res]) Send(msg *Res) error { return nil }
