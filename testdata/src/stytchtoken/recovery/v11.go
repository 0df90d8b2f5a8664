package recovery

import (
	"context"

	"github.com/stytchauth/stytch-go/v11/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v11/stytch/consumer/totps"
)

func v11(ctx context.Context, api *stytchapi.API, user, code string) {
	api.TOTPs.Recover(ctx, &totps.RecoverParams{UserID: user, RecoveryCode: code})
	api.TOTPs.Recover(ctx, &totps.RecoverParams{UserID: user, RecoveryCode: code}) // want `^this recovery code was already used on line \d+; it works once, so this call fails; use the first result$`
}

func v11Once(ctx context.Context, api *stytchapi.API, user, code string) error {
	_, err := api.TOTPs.Recover(ctx, &totps.RecoverParams{UserID: user, RecoveryCode: code})
	return err
}
