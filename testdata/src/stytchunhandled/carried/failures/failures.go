// Package failures has errors, and nothing that takes one.
package failures

import "net/http"

// A Failure carries the status to answer with.
type Failure struct {
	Status int // want Status:`holds a status`
	Text   string
}

func (f *Failure) Error() string { return f.Text }

// Internal is a failure of the server.
func Internal(text string) error { return &Failure{Status: http.StatusInternalServerError, Text: text} }
