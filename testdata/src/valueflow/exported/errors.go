package exported

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// Made makes an error of both parts.
func Made(status int, message, code string) error { // want Made:`^expects 2, sinks 0, sinks 2$`
	return stytcherror.Error{StatusCode: status, ErrorMessage: stytcherror.Message(message), ErrorType: stytcherror.Type(code)}
}

// NotFound makes one of the code alone.
func NotFound(code string) error { // want NotFound:`^expects 0$`
	return stytcherror.Error{StatusCode: 404, ErrorType: stytcherror.Type(code)}
}

// Larger has nothing to do with errors.
func Larger(m, n int) int { return max(m, n) }

// A Carrier has both parts of an error.
type Carrier struct {
	Status int    // want Status:`^status of carrier$`
	Code   string // want Code:`^code of carrier$`
	Tries  int
}

// Carry returns those of an error.
func Carry(e stytcherror.Error) Carrier {
	return Carrier{Status: e.StatusCode, Code: string(e.ErrorType), Tries: 1}
}
