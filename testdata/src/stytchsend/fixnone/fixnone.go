// Package fixnone has calls that cannot be exchanged without another change.
package fixnone

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type store interface{ Insert(id string) error }

func unknown(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "email_not_found"
}

// The program keeps a record of every user.
func record(ctx context.Context, c *stytchapi.API, s store, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		user, err := c.Users.Create(ctx, &users.CreateParams{Email: address})
		if err != nil {
			return err
		}
		return s.Insert(user.UserID)
	}
	return err
}

// New users get another answer.
func answer(c *stytchapi.API, w http.ResponseWriter, r *http.Request) {
	_, err := c.MagicLinks.Email.Send(r.Context(), &email.SendParams{Email: r.FormValue("email")}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(r.Context(), &users.CreateParams{Email: r.FormValue("email")})
		w.WriteHeader(http.StatusCreated)
	}
	if err != nil {
		http.Error(w, "try again", http.StatusBadGateway)
	}
}

// The caller is told.
func told(ctx context.Context, c *stytchapi.API, address string) (created bool, err error) {
	_, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		return true, err
	}
	return false, err
}

// The caller wants Send's response.
func response(ctx context.Context, c *stytchapi.API, address string) (*email.SendResponse, error) {
	resp, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return resp, err
}

func shared(ctx context.Context, c *stytchapi.API, p *email.SendParams) error {
	_, err := c.MagicLinks.Email.Send(ctx, p) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: p.Email})
	}
	return err
}

// Something else is done for them before.
func before(ctx context.Context, c *stytchapi.API, address string, count *int) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		*count++
	}
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// New users are pending.
func pending(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address, CreateUserAsPending: true})
	}
	return err
}

// New users get another link.
func welcome(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		if _, err := c.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
			return err
		}
		_, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address, LoginMagicLinkURL: "https://example.com/welcome"})
	}
	return err
}

func inviteLink(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `invited by hand`
	if unknown(err) {
		_, err = c.MagicLinks.Email.Invite(ctx, &email.InviteParams{Email: address, InviteMagicLinkURL: "https://example.com/invite"})
	}
	return err
}

// The parameters are made elsewhere.
func made(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, link(address)) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func link(address string) *email.SendParams { return &email.SendParams{Email: address} }

// New users are listed.
func listed(ctx context.Context, c *stytchapi.API, address string, list []string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		list[0] = address
	}
	return err
}

// New users are counted.
func counted(ctx context.Context, c *stytchapi.API, address string, st counter) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		if n := st.Count(); n > 0 {
			return nil
		}
	}
	return err
}

type counter interface{ Count() int }

// The answer is kept elsewhere.
func flagged(ctx context.Context, c *stytchapi.API, address string, created bool) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		created = true
	}
	println(created)
	return err
}

// The address is kept elsewhere.
func kept(ctx context.Context, c *stytchapi.API, address string, latest *entry) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		latest.address = address
	}
	return err
}

type entry struct{ address string }

// A function of the program's is called.
func sorted(ctx context.Context, c *stytchapi.API, address string, list []string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		slices.SortFunc(list, func(a, b string) int { return strings.Compare(a, b) })
	}
	return err
}

// Something is taken out.
func forgotten(ctx context.Context, c *stytchapi.API, address string, pending map[string]bool) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		delete(pending, address)
	}
	return err
}

// A variable holds what is done.
func declared(ctx context.Context, c *stytchapi.API, address string, st counter) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		var _ = st.Count()
	}
	return err
}

// New users are stored if all goes well.
func onSuccess(ctx context.Context, c *stytchapi.API, address string, st store) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		if err == nil {
			return st.Insert(address)
		}
	}
	return err
}

// The call does not name the method.
func methodValue(ctx context.Context, c *stytchapi.API, address string) error {
	send := c.MagicLinks.Email.Send
	_, err := send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// The results are declared by var.
func declaredResult(ctx context.Context, c *stytchapi.API, address string) error {
	var _, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// The response has a type already.
func earlier(ctx context.Context, c *stytchapi.API, address string) error {
	var resp *email.SendResponse
	resp, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	if err == nil {
		println(resp.EmailID)
	}
	return err
}

// The parameters are used elsewhere.
func logged(ctx context.Context, c *stytchapi.API, address string) error {
	p := &email.SendParams{Email: address}
	println(p)
	_, err := c.MagicLinks.Email.Send(ctx, p) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// They are in a variable, of which the call gets the address.
func pointed(ctx context.Context, c *stytchapi.API, address string) error {
	p := email.SendParams{Email: address}
	_, err := c.MagicLinks.Email.Send(ctx, &p) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// The parameters are declared with others.
func several(ctx context.Context, c *stytchapi.API, address string) error {
	p, n := &email.SendParams{Email: address}, 3
	_, err := c.MagicLinks.Email.Send(ctx, p) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	println(n)
	return err
}

// The parameters are made elsewhere, and have a name.
func madeBefore(ctx context.Context, c *stytchapi.API, address string) error {
	p := link(address)
	_, err := c.MagicLinks.Email.Send(ctx, p) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

type sendParams = email.SendParams

// The type has another name.
func aliased(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &sendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// A field is set, to nothing, that the twin does not have.
func withUser(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address, UserID: ""}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// The fields have no names.
func unkeyed(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{address, "", "", 0, 0, "", "", "", ""}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// A function is made, or called on the spot.
func function(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		f := func() {}
		_ = f
	}
	return err
}

func spot(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		func() { println(address) }()
	}
	return err
}
