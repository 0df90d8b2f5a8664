// Package hertzes answers with hertz.
package hertzes

import (
	"context"
	"errors"

	"github.com/cloudwego/hertz/pkg/app"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type handler struct{ api *stytchapi.API }

func (h *handler) json(c context.Context, ctx *app.RequestContext) {
	res, err := h.api.Sessions.Authenticate(c, &sessions.AuthenticateParams{SessionToken: string(ctx.Cookie("session"))})
	if err != nil {
		ctx.JSON(500, map[string]string{"error": err.Error()}) // want `an expired or revoked session`
		return
	}
	ctx.JSON(200, res.User)
}

func (h *handler) abort(c context.Context, ctx *app.RequestContext) {
	if _, err := h.api.Sessions.Authenticate(c, &sessions.AuthenticateParams{SessionToken: ctx.Query("session")}); err != nil {
		ctx.AbortWithMsg(err.Error(), 500) // want `an expired or revoked session`
		return
	}
	ctx.Next(c)
}

func (h *handler) goesOn(c context.Context, ctx *app.RequestContext) {
	if _, err := h.api.Sessions.Authenticate(c, &sessions.AuthenticateParams{SessionToken: ctx.Query("session")}); err != nil { // want `does not return`
		ctx.JSON(401, nil)
	}
	ctx.Next(c)
}

func (h *handler) answersOnly(c context.Context, ctx *app.RequestContext) {
	if _, err := h.api.Sessions.Authenticate(c, &sessions.AuthenticateParams{SessionToken: ctx.Query("session")}); err != nil { // want `^the failure is answered, but hertz is not told to stop: .* still lets the next handlers run .*; call ctx.Abort there$`
		ctx.JSON(401, nil)
		return
	}
	ctx.Next(c)
}

func (h *handler) abortsAsWell(c context.Context, ctx *app.RequestContext) {
	if _, err := h.api.Sessions.Authenticate(c, &sessions.AuthenticateParams{SessionToken: ctx.Query("session")}); err != nil {
		ctx.JSON(401, nil)
		ctx.Abort()
		return
	}
	ctx.Next(c)
}

func (h *handler) good(c context.Context, ctx *app.RequestContext) {
	res, err := h.api.Sessions.Authenticate(c, &sessions.AuthenticateParams{SessionToken: ctx.Query("session")})
	switch {
	case unauthorized(err):
		ctx.AbortWithStatus(401)
	case err != nil:
		ctx.AbortWithStatus(500)
	default:
		ctx.JSON(200, res.User)
	}
}

func unauthorized(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "session_not_found"
}
