// Package adapter implements the interface of another package.
package adapter

import (
	"fmt"

	"paths/asked"
	"paths/layers/domain"
)

// An Adapter asks.
type Adapter struct{ prefix string }

// Ask asks, and wraps the error.
func (a *Adapter) Ask(x string) error { // want Ask:"events 1, retries 0"
	if _, err := asked.Ask(a.prefix + x); err != nil { // want `^failed, any, returned Error around it$`
		return &Error{err}
	}
	return nil
}

// An Error is around another one.
type Error struct{ cause error }

func (e *Error) Error() string { return fmt.Sprint("adapter: ", e.cause) }

func (e *Error) Unwrap() error { return e.cause }

// New makes an Adapter that does not show.
func New(prefix string) domain.Asker { return &Adapter{prefix} }

// Nothing asks nothing, and is known for something else.
type Nothing struct{}

// Ask does nothing.
func (Nothing) Ask(x string) error { return nil }

// Log logs.
func (Nothing) Log(err error) { fmt.Println(err) } // want Log:"events 0, retries 0"
