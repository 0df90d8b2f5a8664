// Package ownproblem makes the errors of a service, in the shape of Stytch's,
// and decodes none.
package ownproblem

import (
	"encoding/json"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// A Problem is what is answered.
type Problem struct {
	StatusCode int    `json:"status_code"`
	Type       string `json:"error_type"`
	Message    string `json:"error_message"`
}

func (p *Problem) Error() string { return p.Message }

// From makes one.
func From(err error) *Problem {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return &Problem{500, "session_service_unavailable", ""}
	}
	if e.ErrorType == "session_not_found" {
		return &Problem{StatusCode: 401, Type: "session_expired"}
	}
	return &Problem{StatusCode: e.StatusCode, Type: string(e.ErrorType)}
}

// SignedOut looks at one.
func (p *Problem) SignedOut() bool {
	return p.Type == "session_expired"
}

// JSON writes it.
func (p *Problem) JSON() ([]byte, error) { return json.Marshal(p) }
