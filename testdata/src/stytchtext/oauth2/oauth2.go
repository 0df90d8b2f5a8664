package oauth2

import (
	"context"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/m2m"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func token(ctx context.Context, api *stytchapi.API) bool {
	_, err := api.M2M.Token(ctx, &m2m.TokenParams{})
	return strings.Contains(err.Error(), "invalid_client") || // want `searched for "invalid_client"; compare ErrorType of a stytcherror.OAuth2Error`
		strings.Contains(err.Error(), "invalid_cleint") // want `"invalid_cleint", which is no error code`
}
