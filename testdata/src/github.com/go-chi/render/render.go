// Package render stands in for the package of that name, which renders
// responses beside chi.
package render

import "net/http"

type M map[string]any

type Renderer interface {
	Render(w http.ResponseWriter, r *http.Request) error
}

func Status(r *http.Request, status int)                              {}
func JSON(w http.ResponseWriter, r *http.Request, v any)              {}
func PlainText(w http.ResponseWriter, r *http.Request, v string)      {}
func Render(w http.ResponseWriter, r *http.Request, v Renderer) error { return nil }
func NoContent(w http.ResponseWriter, r *http.Request)                {}
func Data(w http.ResponseWriter, r *http.Request, v []byte)           {}
func HTML(w http.ResponseWriter, r *http.Request, v string)           {}
func XML(w http.ResponseWriter, r *http.Request, v any)               {}
