package authx

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/passwords/email"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// StartReset mails a link to reset a password. Whether the address is known
// stays between us and its owner.
func (c *Client) StartReset(ctx context.Context, address string) error {
	_, err := c.api.Passwords.Email.ResetStart(ctx, &email.ResetStartParams{Email: address})
	var refused stytcherror.Error
	if !errors.As(err, &refused) {
		return err
	}
	switch code := string(refused.ErrorType); code {
	case "email-not-found": // BUG: email-not-found -> email_not_found
		return nil
	case "inactive_email", "invalid_email":
		return fmt.Errorf("%w: %s", ErrNoSuchCustomer, code)
	}
	if strings.EqualFold(string(refused.ErrorType), "user_not_fund") || // BUG: user_not_fund -> user_not_found
		strings.EqualFold(string(refused.ErrorType), "NO_USER_PASSWORD") {
		return nil
	}
	return err
}

// aboutPassword reports whether the customer must choose another password.
func aboutPassword(refused stytcherror.Error) bool {
	code := string(refused.ErrorType)
	return strings.HasPrefix(code, "invalid_password_") ||
		strings.HasPrefix(code, "Weak_") || // BUG: Weak_ -> weak_
		strings.HasSuffix(code, "_password")
}
