package recovery

import (
	"github.com/stytchauth/stytch-go/v5/stytch"
	"github.com/stytchauth/stytch-go/v5/stytch/stytchapi"
)

func v5(api *stytchapi.API, user, code string) {
	api.TOTPs.Recover(&stytch.TOTPsRecoverParams{UserID: user, RecoveryCode: code})
	api.TOTPs.Recover(&stytch.TOTPsRecoverParams{UserID: user, RecoveryCode: code}) // want `^this recovery code was already used on line \d+; it works once, so this call fails; use the first result$`
}

func v5Once(api *stytchapi.API, user, code, next string) {
	api.TOTPs.Recover(&stytch.TOTPsRecoverParams{UserID: user, RecoveryCode: code})
	api.TOTPs.Recover(&stytch.TOTPsRecoverParams{UserID: user, RecoveryCode: next})
}
