// Package asks looks at no text itself.
package asks

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

	"stytchtext/asks/words"
	"stytchtext/errutil"
)

func spent(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.OTPs.Authenticate(ctx, &otp.AuthenticateParams{})
	return errutil.Has(err, "unable_to_auth_otp_code") // want `the text of an SDK error is searched for "unable_to_auth_otp_code"`
}

func limited(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.OTPs.Authenticate(ctx, &otp.AuthenticateParams{})
	return words.Has(err, "too_many_requests") // want `the text of an SDK error is searched for "too_many_requests"`
}
