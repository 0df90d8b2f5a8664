// Package checkout takes customers from the cart to the paid order. Its
// sessions and its codes are the shop's own.
package checkout

import "errors"

// A Failure is a checkout that did not work out.
type Failure struct {
	ErrorType string `json:"error_type"`
}

func (f Failure) Error() string { return "checkout: " + f.ErrorType }

var open = map[string]string{} // cart by checkout session

// Cart returns the cart of a checkout session.
func Cart(session string) (string, error) {
	cart, ok := open[session]
	switch {
	case !ok:
		return "", Failure{ErrorType: "session_not_found"}
	case cart == "":
		return "", Failure{ErrorType: "cart_empty"}
	}
	return cart, nil
}

// Restart reports whether the customer has to start again at the cart.
func Restart(err error) bool {
	var f Failure
	if !errors.As(err, &f) {
		return false
	}
	switch f.ErrorType {
	case "session_not_found", "session_expired", "cart_empty":
		return true
	}
	return f.ErrorType == "rate_limit_exceeded"
}
