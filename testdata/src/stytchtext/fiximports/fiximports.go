package fiximports

import "github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

var API *stytchapi.API
