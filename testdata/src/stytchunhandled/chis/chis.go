// Package chis answers with chi's render.
package chis

import (
	"context"
	"errors"
	"log"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/render"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchunhandled/chis/problems"
)

// Routes registers the handlers.
func Routes(r chi.Router, api *stytchapi.API) {
	r.Get("/json", func(w http.ResponseWriter, r *http.Request) {
		res, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: chi.URLParam(r, "session")})
		if err != nil {
			render.Status(r, http.StatusInternalServerError) // want `an expired or revoked session`
			render.JSON(w, r, render.M{"error": err.Error()})
			return
		}
		render.JSON(w, r, res.User)
	})
	r.Get("/text", func(w http.ResponseWriter, r *http.Request) {
		res, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: chi.URLParam(r, "session")})
		if err != nil {
			log.Println(err)
			render.Status(r, 500) // want `an expired or revoked session`
			render.PlainText(w, r, "failed")
			return
		}
		render.JSON(w, r, res.User)
	})
	r.Get("/right", func(w http.ResponseWriter, r *http.Request) {
		res, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: chi.URLParam(r, "session")})
		var refused stytcherror.Error
		switch {
		case errors.As(err, &refused):
			render.Status(r, http.StatusUnauthorized)
			render.JSON(w, r, render.M{"error": "sign in"})
		case err != nil:
			render.Status(r, http.StatusInternalServerError)
			render.JSON(w, r, render.M{"error": "server"})
		default:
			render.JSON(w, r, res.User)
		}
	})
	r.Use(func(next http.Handler) http.Handler {
		fn := func(w http.ResponseWriter, r *http.Request) {
			res, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: chi.URLParam(r, "session")}) // want `the error is only logged`
			if err != nil {
				log.Println(err)
			}
			log.Println(res)
			next.ServeHTTP(w, r)
		}
		return http.HandlerFunc(fn)
	})
	r.Use(func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			res, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: chi.URLParam(r, "session")}) // want `the failure is answered, but the function does not return`
			if err != nil {
				render.Render(w, r, denied(err))
			}
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), user{}, res.User)))
		})
	})
	r.Get("/secret", func(w http.ResponseWriter, r *http.Request) {
		_, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: chi.URLParam(r, "session")}) // want `the failure is answered, but the function does not return`
		if err != nil {
			render.Render(w, r, &problem{Status: http.StatusForbidden})
		}
		render.JSON(w, r, "secret")
	})
	r.Get("/denied", func(w http.ResponseWriter, r *http.Request) {
		_, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: chi.URLParam(r, "session")})
		if err != nil {
			render.Render(w, r, denied(err))
			return
		}
		render.JSON(w, r, "secret")
	})
	r.Get("/guest", func(w http.ResponseWriter, r *http.Request) {
		_, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: chi.URLParam(r, "session")})
		if err != nil {
			render.Render(w, r, &problem{Status: http.StatusOK, Err: err})
		}
		render.JSON(w, r, "page")
	})
}

type user struct{}

type problem struct {
	Err    error
	Status int
}

func (p *problem) Render(w http.ResponseWriter, r *http.Request) error {
	render.Status(r, p.Status)
	return nil
}

func denied(err error) render.Renderer { return &problem{Err: err, Status: http.StatusUnauthorized} }

func rendered(api *stytchapi.API) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")}); err != nil {
			render.Render(w, r, problems.Internal(err)) // want `an expired or revoked session`
			return
		}
		render.JSON(w, r, "welcome")
	}
}

func signIn(api *stytchapi.API) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")}); err != nil {
			render.Render(w, r, problems.Denied(err))
			return
		}
		render.JSON(w, r, "welcome")
	}
}
