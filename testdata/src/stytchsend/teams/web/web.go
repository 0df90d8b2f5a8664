package web

import (
	"context"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	otpemail "github.com/stytchauth/stytch-go/v18/stytch/consumer/otp/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp/sms"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp/whatsapp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchsend/teams/adapter"
	"stytchsend/teams/port"
)

type handler struct {
	api *stytchapi.API
	c   *adapter.C
	s   port.Sender
}

func (h *handler) sentinel(ctx context.Context, addr string) error {
	err := h.c.SendLink(ctx, addr) // want `by hand|the same is asked of`
	if errors.Is(err, adapter.ErrUnknown) {
		if err := h.c.Create(ctx, addr); err != nil {
			return err
		}
		return h.c.SendLink(ctx, addr)
	}
	return err
}

func (h *handler) wrapped(ctx context.Context, phone string) (string, error) {
	id, err := h.c.SendSms(ctx, phone) // want `by hand|the same is asked of`
	if adapter.IsUnknown(err) {
		if _, err := h.c.CreatePhone(ctx, phone); err != nil {
			return "", err
		}
		return h.c.SendSms(ctx, phone)
	}
	return id, err
}

func (h *handler) ownType(ctx context.Context, phone string) error {
	err := h.c.SendWa(ctx, phone) // want `by hand|the same is asked of`
	var e *adapter.Err
	if errors.As(err, &e) && e.Code == "phone_number_not_found" {
		_, err = h.c.CreatePhone(ctx, phone)
	}
	return err
}

func (h *handler) ownTypeUnwrapped(ctx context.Context, phone string) error {
	err := h.c.SendWa(ctx, phone) // want `by hand|the same is asked of`
	if adapter.Code(err) == "phone_number_not_found" {
		_, err = h.c.CreatePhone(ctx, phone)
	}
	return err
}

func (h *handler) sentinelOfInterface(ctx context.Context, addr string) error {
	err := h.s.SendLink(ctx, addr) // want `by hand|the same is asked of`
	if errors.Is(err, adapter.ErrUnknown) {
		if err := h.s.Create(ctx, addr); err != nil {
			return err
		}
		return h.s.SendLink(ctx, addr)
	}
	return err
}

func (h *handler) wrappedOfInterface(ctx context.Context, phone string) (string, error) {
	id, err := h.s.SendSms(ctx, phone) // want `by hand|the same is asked of`
	if err != nil {
		switch adapter.Code(err) {
		case "phone_number_not_found":
			if _, err := h.s.CreatePhone(ctx, phone); err != nil {
				return "", err
			}
			return h.s.SendSms(ctx, phone)
		default:
			return "", err
		}
	}
	return id, nil
}

func (h *handler) ownTypeOfInterface(ctx context.Context, phone string) error {
	err := h.s.SendWa(ctx, phone) // want `by hand|the same is asked of`
	var e *adapter.Err
	if errors.As(err, &e) && e.Code == "phone_number_not_found" {
		_, err = h.s.CreatePhone(ctx, phone)
	}
	return err
}

type request struct {
	Email string `json:"email"`
	Phone string `json:"phone"`
}

func (h *handler) gin(c *gin.Context) {
	var r request
	if err := c.ShouldBindJSON(&r); err != nil {
		c.AbortWithStatus(400)
		return
	}
	_, err := h.api.OTPs.Email.Send(c, &otpemail.SendParams{Email: r.Email}) // want `by hand|the same is asked of`
	if err != nil {
		var e stytcherror.Error
		if errors.As(err, &e) && e.ErrorType == "email_not_found" {
			if _, err := h.api.Users.Create(c, &users.CreateParams{Email: r.Email}); err != nil {
				c.AbortWithStatusJSON(500, gin.H{"error": "create"})
				return
			}
			if _, err := h.api.OTPs.Email.Send(c, &otpemail.SendParams{Email: r.Email}); err != nil {
				c.AbortWithStatusJSON(500, gin.H{"error": "send"})
				return
			}
			c.Status(204)
			return
		}
		c.AbortWithStatusJSON(500, gin.H{"error": "send"})
		return
	}
	c.Status(204)
}

func (h *handler) std(w http.ResponseWriter, r *http.Request) {
	phone := r.FormValue("phone")
	_, err := h.api.OTPs.Sms.Send(r.Context(), &sms.SendParams{PhoneNumber: phone}) // want `by hand|the same is asked of`
	if err == nil {
		w.WriteHeader(204)
		return
	}
	e, ok := err.(stytcherror.Error)
	if !ok || e.ErrorType != "phone_number_not_found" {
		http.Error(w, "failed", 502)
		return
	}
	if _, err := h.api.Users.Create(r.Context(), &users.CreateParams{PhoneNumber: phone}); err != nil {
		http.Error(w, "failed", 502)
		return
	}
	if _, err := h.api.OTPs.Sms.Send(r.Context(), &sms.SendParams{PhoneNumber: phone}); err != nil {
		http.Error(w, "failed", 502)
		return
	}
	w.WriteHeader(204)
}

func (h *handler) choice(ctx context.Context, addr string) error {
	_, err := h.api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: addr}) // want `by hand|the same is asked of`
	var e stytcherror.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &e) && e.ErrorType == "email_not_found":
		_, err := h.api.MagicLinks.Email.Invite(ctx, &email.InviteParams{Email: addr})
		return err
	default:
		return err
	}
}

func (h *handler) ensure(ctx context.Context, addr string) error {
	_, err := h.api.Users.Create(ctx, &users.CreateParams{Email: addr})
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "duplicate_email" {
		return nil
	}
	return err
}

func (h *handler) ensured(ctx context.Context, addr string) error {
	_, err := h.api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: addr}) // want `by hand|the same is asked of`
	if adapter.IsUnknown(err) {
		if err := h.ensure(ctx, addr); err != nil {
			return err
		}
		_, err = h.api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: addr})
	}
	return err
}

func (h *handler) loop(ctx context.Context, addr string) error {
	for attempt := 0; attempt < 2; attempt++ {
		_, err := h.api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: addr}) // want `by hand|the same is asked of`
		if err == nil {
			return nil
		}
		if adapter.Code(err) != "email_not_found" {
			return err
		}
		if _, err := h.api.Users.Create(ctx, &users.CreateParams{Email: addr}); err != nil {
			return err
		}
	}
	return errors.New("failed")
}

func (h *handler) signUp(ctx context.Context, addr string) error {
	if err := h.send(ctx, addr); err != nil { // want `by hand`
		return h.handle(ctx, addr, err)
	}
	return nil
}

func (h *handler) send(ctx context.Context, addr string) error {
	_, err := h.api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: addr})
	return err
}

func (h *handler) handle(ctx context.Context, addr string, err error) error {
	if !adapter.IsUnknown(err) {
		return err
	}
	if err := h.ensure(ctx, addr); err != nil {
		return err
	}
	return h.send(ctx, addr)
}

func (h *handler) whatsApp(ctx context.Context, phone string) error {
	params := &whatsapp.SendParams{PhoneNumber: phone}
	if _, err := h.api.OTPs.WhatsApp.Send(ctx, params); err != nil { // want `by hand|the same is asked of`
		if !adapter.IsUnknown(err) {
			return err
		}
		if _, err := h.api.OTPs.WhatsApp.LoginOrCreate(ctx, &whatsapp.LoginOrCreateParams{PhoneNumber: phone}); err != nil {
			return err
		}
	}
	return nil
}

type who struct{ addr string }

func (h *handler) inStruct(ctx context.Context, w who) error {
	_, err := h.api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: w.addr}) // want `by hand|the same is asked of`
	if adapter.IsUnknown(err) {
		return h.create(ctx, w)
	}
	return err
}

func (h *handler) create(ctx context.Context, w who) error {
	_, err := h.api.Users.Create(ctx, &users.CreateParams{Email: w.addr})
	return err
}

// Good: only to users who exist.
func (h *handler) goodPredicate(ctx context.Context, addr string) error {
	_, err := h.api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: addr})
	if adapter.IsUnknown(err) {
		return adapter.ErrUnknown
	}
	return err
}

// Good: sign-up is open to a domain only.
func (h *handler) goodLoop(ctx context.Context, addr string, allowed func(string) bool) error {
	_, err := h.api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: addr})
	if adapter.IsUnknown(err) {
		if !allowed(addr) {
			return adapter.ErrUnknown
		}
		_, err = h.api.Users.Create(ctx, &users.CreateParams{Email: addr})
	}
	return err
}

// Good: the user has a name.
func (h *handler) goodDeadline(ctx context.Context, addr, first string) error {
	_, err := h.api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: addr})
	if adapter.IsUnknown(err) {
		_, err = h.api.Users.Create(ctx, &users.CreateParams{Email: addr, Name: &users.Name{FirstName: first}})
	}
	return err
}

// Good: another address.
func (h *handler) goodTokens(ctx context.Context, addr, other string) error {
	_, err := h.api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: addr})
	if adapter.IsUnknown(err) {
		_, err = h.api.Users.Create(ctx, &users.CreateParams{Email: other})
	}
	return err
}

// Good: any failure is followed by an invitation.
func (h *handler) goodFresh(ctx context.Context, addr string) error {
	if err := h.s.SendLink(ctx, addr); errors.Is(err, adapter.ErrUnknown) {
		return nil
	}
	return nil
}
