// want package:"looks for both: true"

// Package bothacross looks for the pointer itself and for the value with
// another package's help.
package bothacross

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"stytchtarget/asking"
	"stytchtarget/external"
)

// a helper that looks for the value
func status(err error) int {
	if code := external.Status(err); code != 500 {
		return code
	}
	var p *stytcherror.Error
	if errors.As(err, &p) {
		return p.StatusCode
	}
	return 500
}

// helpers with types
func has(err error) bool {
	return asking.Has[stytcherror.Error](err) || asking.Through[*stytcherror.Error](err)
}

// a helper's target
func set(err error) bool {
	var v stytcherror.OAuth2Error
	var p *stytcherror.OAuth2Error
	return asking.Set(err, &v) || asking.Reversed(&p, err)
}

// methods of one type, called one after the other
type handler struct{ err error }

func (h *handler) value(err error) bool {
	var v stytcherror.Error
	return errors.As(err, &v)
}

func (h *handler) pointer(err error) bool {
	var p *stytcherror.Error
	return errors.As(err, &p)
}

func (h *handler) either(err error) bool { return h.value(err) || h.pointer(err) }
