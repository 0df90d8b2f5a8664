// want package:"makes pointers: true"

// Package makesjson is a client of its own for what the SDK lacks, which
// decodes its errors into pointers.
package makesjson

import (
	"encoding/json"
	"errors"
	"io"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func decode(r io.Reader) error {
	e := new(stytcherror.Error) // want `a \*stytcherror.Error is no error of the SDK's making`
	if err := json.NewDecoder(r).Decode(e); err != nil {
		return err
	}
	return e
}

func status(err error) int {
	if e, ok := errors.AsType[*stytcherror.Error](err); ok {
		return e.StatusCode
	}
	return 0
}

// channels, maps and fields pass pointers on as well
type result struct{ err *stytcherror.Error }

func (r result) failure() error {
	if r.err == nil {
		return nil
	}
	return r.err
}
