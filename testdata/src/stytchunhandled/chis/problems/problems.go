// Package problems has what others answer with.
package problems

import (
	"net/http"

	"github.com/go-chi/render"
)

type Problem struct {
	Status int `json:"status"` // want Status:"holds a status"
	Err    error
}

func (p *Problem) Render(_ http.ResponseWriter, r *http.Request) error {
	render.Status(r, p.Status)
	return nil
}

func Internal(err error) render.Renderer { return &Problem{Status: 500, Err: err} }

func Denied(err error) render.Renderer { return &Problem{Status: 401, Err: err} }
