// Package fixlinks has branches that stay, since they are no statements of their own:
// cases, parts of chains of if and else, and what follows a guard; and conditions that go
// with the call.
package fixlinks

import (
	"context"
	"errors"
	"log"
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func codeOf(err error) string {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return string(e.ErrorType)
	}
	return ""
}

func unknown(err error) bool { return codeOf(err) == "email_not_found" }

// The import stays.
var example = users.CreateParams{Email: "sandbox@stytch.com"}

func guard(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if codeOf(err) != "email_not_found" {
		return err
	}
	if _, err := c.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
		return err
	}
	_, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	return err
}

// The guard does more, and the twin itself is called behind it.
func longGuard(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `the same is asked of`

	if !unknown(err) {
		if err != nil {
			log.Print(err)

			// The caller knows nothing of Stytch.
			return errors.New("later")
		}
		return nil
	}

	_, err = c.MagicLinks.Email.LoginOrCreate(ctx, &email.LoginOrCreateParams{Email: address})
	return err
}

func guardInBranch(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `the same is asked of`
	if err != nil {
		if !unknown(err) {
			return err
		}
		if _, err := c.MagicLinks.Email.LoginOrCreate(ctx, &email.LoginOrCreateParams{Email: address}); err != nil {
			return err
		}
	}
	return nil
}

func guardInLiteral(c *stytchapi.API) func(context.Context, string) error {
	return func(ctx context.Context, address string) error {
		_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
		if !unknown(err) {
			return err
		}
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		return err
	}
}

func cases(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	switch codeOf(err) {
	case "too_many_requests":
		return errors.New("later")
	case "email_not_found":
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// The switch has nothing else.
func oneCase(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	switch e, _ := err.(stytcherror.Error); e.ErrorType {
	case "email_not_found":
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func otherwise(ctx context.Context, c *stytchapi.API, address string) (err error) {
	if _, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}); codeOf(err) == "email_not_found" { // want `created by hand`
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	} else if err != nil {
		return errors.New("later")
	}
	return err
}

// The chain goes on with a declaration.
func otherwiseDeclared(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	} else if code := codeOf(err); code != "" {
		return errors.New(code)
	} else {
		println("sent")
	}
	return err
}

func elseIf(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if err == nil {
		return nil
	} else if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func elseIfElse(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if err == nil {
		return nil
	} else if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	} else if codeOf(err) == "too_many_requests" {
		return errors.New("later")
	} else {
		log.Print(err)
	}
	return err
}

// What the condition asks is kept in variables.
func flag(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	code := codeOf(err)
	found := code != "email_not_found"
	if !found {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func asked(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	e, ok := err.(stytcherror.Error)
	if ok && e.ErrorType == "email_not_found" {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// The status is asked for where the address is known to be unknown already.
func status(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	e, ok := err.(stytcherror.Error)
	if ok && e.ErrorType == "email_not_found" && e.StatusCode == 404 {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// The context is that of a framework's request.
func handler(api *stytchapi.API) echo.HandlerFunc {
	return func(c echo.Context) error {
		address := c.FormValue("email")
		_, err := api.MagicLinks.Email.Send(c.Request().Context(), &email.SendParams{Email: address}) // want `created by hand`
		if unknown(err) {
			if _, err = api.Users.Create(c.Request().Context(), &users.CreateParams{Email: address}); err != nil {
				return echo.NewHTTPError(http.StatusBadGateway)
			}
			_, err = api.MagicLinks.Email.Send(c.Request().Context(), &email.SendParams{Email: address})
		}
		if err != nil {
			return echo.NewHTTPError(http.StatusBadGateway)
		}
		return c.NoContent(http.StatusNoContent)
	}
}
