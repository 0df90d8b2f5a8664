// Package fasthttps answers with fasthttp.
package fasthttps

import (
	"context"
	"errors"

	"github.com/valyala/fasthttp"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type handler struct{ api *stytchapi.API }

func (h *handler) text(ctx *fasthttp.RequestCtx) {
	_, err := h.api.Sessions.Authenticate(context.Background(), &sessions.AuthenticateParams{SessionToken: string(ctx.FormValue("session"))})
	if err != nil {
		ctx.Error("session", fasthttp.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	ctx.SuccessString("text/plain", "in")
}

func (h *handler) status(ctx *fasthttp.RequestCtx) {
	_, err := h.api.Sessions.Authenticate(context.Background(), &sessions.AuthenticateParams{SessionToken: string(ctx.QueryArgs().Peek("session"))})
	if err != nil {
		ctx.SetStatusCode(500) // want `an expired or revoked session`
		ctx.SetBodyString("session")
		return
	}
	ctx.SetBodyString("in")
}

func (h *handler) good(ctx *fasthttp.RequestCtx) {
	_, err := h.api.Sessions.Authenticate(context.Background(), &sessions.AuthenticateParams{SessionToken: string(ctx.FormValue("session"))})
	switch {
	case unauthorized(err):
		ctx.Error("session", fasthttp.StatusUnauthorized)
	case err != nil:
		ctx.Error("session", fasthttp.StatusInternalServerError)
	default:
		ctx.SetBodyString("in")
	}
}

func unauthorized(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "session_not_found"
}
