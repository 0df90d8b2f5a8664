// Package decoded holds structs that are filled by decoding, and with codes.
package decoded

import (
	"encoding/json"
	"io"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a struct that is decoded, and that elsewhere gets a code
type message struct {
	Code string `json:"code"`
}

func read(r io.Reader) (message, error) {
	var m message
	err := json.NewDecoder(r).Decode(&m)
	return m, err
}

func fromStytch(e stytcherror.Error) message { return message{Code: string(e.ErrorType)} }

func (m message) gone() bool { return m.Code == "sesion_not_found" }

// the same inside of another struct, and in a list
type envelope struct {
	Errors []item `json:"errors"`
}

type item struct {
	Kind string `json:"kind"`
}

func unmarshal(b []byte) (env envelope) {
	json.Unmarshal(b, &env)
	return env
}

func add(env *envelope, e stytcherror.Error) {
	env.Errors = append(env.Errors, item{string(e.ErrorType)})
}

func (env envelope) gone() bool { return env.Errors[0].Kind == "sesion_not_found" }

// a struct that is only written
type answer struct {
	Code string `json:"code"`
}

func write(w io.Writer, e stytcherror.Error) error {
	a := answer{Code: string(e.ErrorType)}
	if a.Code == "sesion_not_found" { // want `"session_not_found"`
		return nil
	}
	return json.NewEncoder(w).Encode(a)
}

// an error of the SDK that is decoded holds a code of Stytch's
func decode(b []byte) bool {
	var e stytcherror.Error
	return json.Unmarshal(b, &e) == nil && e.ErrorType == "sesion_not_found" // want `"session_not_found"`
}

// a generic decoder
func parse[T any](b []byte) (v T, err error) {
	err = json.Unmarshal(b, &v)
	return v, err
}

type notice struct{ Code string }

func notices(b []byte, e stytcherror.Error) bool {
	n, _ := parse[notice](b)
	other := notice{string(e.ErrorType)}
	return n.Code == "sesion_not_found" || other.Code == "sesion_not_found"
}

// a text that is decoded into a variable
func variable(b []byte, e stytcherror.Error) bool {
	code := string(e.ErrorType)
	json.Unmarshal(b, &code)
	return code == "sesion_not_found"
}
