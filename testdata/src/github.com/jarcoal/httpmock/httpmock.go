// Package httpmock has what tests need of the package that stands in for servers.
package httpmock

import "net/http"

type Responder func(*http.Request) (*http.Response, error)

func RegisterResponder(method, url string, r Responder) {}

func NewBytesResponder(status int, body []byte) Responder          { return nil }
func NewBytesResponse(status int, body []byte) *http.Response      { return nil }
func NewJsonResponder(status int, body any) (Responder, error)     { return nil, nil }
func NewJsonResponderOrPanic(status int, body any) Responder       { return nil }
func NewJsonResponse(status int, body any) (*http.Response, error) { return nil, nil }
func NewStringResponder(status int, body string) Responder         { return nil }
func NewStringResponse(status int, body string) *http.Response     { return nil }
