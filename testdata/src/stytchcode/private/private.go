// Package private keeps codes in types that have no name for other packages.
package private

import (
	"encoding/json"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type apiErr struct{ Code string }

func (a *apiErr) Error() string { return a.Code }

// Others get it as an error.
func Wrap(e stytcherror.Error) error { return &apiErr{Code: string(e.ErrorType)} }

func signedOut(err error) bool {
	var a *apiErr
	return errors.As(err, &a) && a.Code == "session_expired" // want `^"session_expired" is not a Stytch error code; an expired or revoked session is reported as "session_not_found"$`
}

// Others may fill this one.
type Failure struct{ Code string }

func (f *Failure) Error() string { return f.Code }

func From(e stytcherror.Error) *Failure { return &Failure{Code: string(e.ErrorType)} }

func failed(f *Failure) bool { return f.Code == "session_expired" || f.Code == "sesion_not_found" } // want `"session_not_found"`

// So they may what they get from a function.
type result struct{ Code string }

func Result(e stytcherror.Error) *result { return &result{Code: string(e.ErrorType)} }

func bad(r *result) bool { return r.Code == "session_expired" }

// And what is embedded, or held by a field.
type base struct{ Code string }

type held struct{ Code string }

type Outer struct {
	base
	Held []map[string]*held
}

func outer(e stytcherror.Error) Outer {
	h := &held{Code: string(e.ErrorType)}
	return Outer{base: base{Code: string(e.ErrorType)}, Held: []map[string]*held{{"": h}}}
}

func expired(o Outer, h *held) bool {
	return o.Code == "session_expired" || h.Code == "session_expired"
}

// A function's own type.
func local(e stytcherror.Error) bool {
	type answer struct{ Code string }
	a := answer{Code: string(e.ErrorType)}
	return a.Code == "session_expired" // want `"session_not_found"`
}

// What is decoded may be anything all the same.
type decoded struct{ Code string }

func decode(data []byte, e stytcherror.Error) bool {
	var d decoded
	if json.Unmarshal(data, &d) != nil {
		d.Code = string(e.ErrorType)
	}
	return d.Code == "session_expired"
}
