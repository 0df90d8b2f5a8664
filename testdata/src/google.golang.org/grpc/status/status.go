// Package status stands in for the errors of gRPC.
package status

import "google.golang.org/grpc/codes"

type Status struct{}

func New(c codes.Code, msg string) *Status               { return new(Status) }
func Newf(c codes.Code, format string, a ...any) *Status { return new(Status) }
func Error(c codes.Code, msg string) error               { return New(c, msg).Err() }
func Errorf(c codes.Code, format string, a ...any) error { return New(c, format).Err() }
func Code(err error) codes.Code                          { return codes.OK }
func FromError(err error) (*Status, bool)                { return nil, false }
func (s *Status) Err() error                             { return nil }
func (s *Status) Code() codes.Code                       { return codes.OK }
