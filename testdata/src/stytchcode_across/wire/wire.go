// Package wire has what is sent from service to service.
package wire

import (
	"encoding/json"
	"io"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Payload is decoded here, and so may hold anything.
type Payload struct {
	Code string `json:"code"`
}

// Read decodes it.
func Read(r io.Reader) (p Payload, err error) {
	err = json.NewDecoder(r).Decode(&p)
	return p, err
}

// New fills it.
func New(e stytcherror.Error) Payload { return Payload{Code: string(e.ErrorType)} }

// Notice is only written here.
type Notice struct {
	Code string `json:"code"`
}

// NewNotice fills it.
func NewNotice(e stytcherror.Error) *Notice { return &Notice{Code: string(e.ErrorType)} }

// Event is only written, too.
type Event struct {
	Notice
	Text string
}

// NewEvent fills it.
func NewEvent(e stytcherror.Error) Event { return Event{Notice: *NewNotice(e)} }
