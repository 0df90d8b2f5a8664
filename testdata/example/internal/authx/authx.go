// Package authx signs the shop's customers in.
package authx

import (
	"context"
	"errors"
	"fmt"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/passwords"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// What a caller can do something about; every other error is a fault.
var (
	ErrSignedOut      = errors.New("not signed in")
	ErrLinkSpent      = errors.New("the link is spent")
	ErrBadCredentials = errors.New("wrong email or password")
	ErrMustReset      = errors.New("the password must be reset")
	ErrNoSuchCustomer = errors.New("no such customer")
)

// A Client signs customers in and out.
type Client struct {
	api *stytchapi.API
}

// New returns a Client for a Stytch project.
func New(projectID, secret string, opts ...stytchapi.Option) (*Client, error) {
	api, err := stytchapi.NewClient(projectID, secret, opts...)
	if err != nil {
		return nil, err
	}
	return &Client{api: api}, nil
}

// Customer returns the customer to whom a session belongs.
func (c *Client) Customer(ctx context.Context, token string) (string, error) {
	res, err := c.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		var refused stytcherror.Error
		if errors.As(err, &refused) && refused.ErrorType == "sesion_not_found" { // BUG: sesion_not_found -> session_not_found
			return "", ErrSignedOut
		}
		return "", fmt.Errorf("authenticate session: %w", err)
	}
	return res.Session.UserID, nil
}

// SignOut ends a session. One that has ended already is no error.
func (c *Client) SignOut(ctx context.Context, token string) error {
	_, err := c.api.Sessions.Revoke(ctx, &sessions.RevokeParams{SessionToken: token})
	var refused stytcherror.Error
	if !errors.As(err, &refused) {
		return err
	}
	if refused.ErrorType != "Session_Not_Found" { // BUG: Session_Not_Found -> session_not_found
		return fmt.Errorf("revoke session: %w", err)
	}
	return nil
}

// SendLink mails a link that signs a customer in.
func (c *Client) SendLink(ctx context.Context, address, url string) error {
	_, err := c.api.MagicLinks.Email.LoginOrCreate(ctx, &email.LoginOrCreateParams{
		Email:              address,
		LoginMagicLinkURL:  url,
		SignupMagicLinkURL: url,
	})
	return err
}

// FollowLink signs in the customer who followed a link, and returns the session's token.
func (c *Client) FollowLink(ctx context.Context, token string) (string, error) {
	res, err := c.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{
		Token:                  token,
		SessionDurationMinutes: 60,
	})
	if err == nil {
		return res.SessionToken, nil
	}
	refused, ok := errors.AsType[stytcherror.Error](err)
	if !ok {
		return "", err
	}
	switch refused.ErrorType {
	case "magic_link_token_expired": // BUG: magic_link_token_expired -> unable_to_auth_magic_link
		return "", fmt.Errorf("%w: %w", ErrLinkSpent, err)
	case "magic_link_not_found", "invalid_token":
		return "", fmt.Errorf("%w: %w", ErrSignedOut, err)
	case "not_found_user": // BUG: not_found_user -> user_not_found
		return "", ErrNoSuchCustomer
	default:
		return "", fmt.Errorf("authenticate link: %w", err)
	}
}

// SignIn signs a customer in with a password, and returns the session's token.
func (c *Client) SignIn(ctx context.Context, address, password string) (string, error) {
	res, err := c.api.Passwords.Authenticate(ctx, &passwords.AuthenticateParams{
		Email:                  address,
		Password:               password,
		SessionDurationMinutes: 60,
	})
	if err == nil {
		return res.SessionToken, nil
	}

	code := "network_failure" // of the shop's own, for the log
	var refused stytcherror.Error
	if errors.As(err, &refused) {
		code = string(refused.ErrorType)
	}
	switch code {
	case "network_failure":
		return "", fmt.Errorf("stytch is out of reach: %w", err)
	case "reset_password", codeBreached:
		return "", ErrMustReset
	case "email_not_found":
		return "", ErrBadCredentials
	}
	if code == "unauthorised_credentials" { // BUG: unauthorised_credentials -> unauthorized_credentials
		return "", ErrBadCredentials
	}
	return "", fmt.Errorf("sign in: %w", err)
}
