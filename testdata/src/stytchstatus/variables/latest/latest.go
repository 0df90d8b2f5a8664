// Package latest keeps an error for others.
package latest

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

var Error stytcherror.Error
