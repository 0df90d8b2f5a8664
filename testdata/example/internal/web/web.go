// Package web is the shop over HTTP.
package web

import (
	"errors"
	"net/http"

	"example.com/shop/internal/authx"
	"example.com/shop/internal/checkout"
	"example.com/shop/internal/member"
)

type server struct {
	auth *authx.Client
}

// Handler returns the shop's routes.
func Handler(auth *authx.Client) http.Handler {
	s := server{auth: auth}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /signin", s.signIn)
	mux.HandleFunc("GET /link", s.link)
	mux.HandleFunc("GET /cart", s.cart)
	return mux
}

func (s server) signIn(w http.ResponseWriter, r *http.Request) {
	token, err := s.auth.SignIn(r.Context(), r.FormValue("email"), r.FormValue("password"))
	switch {
	case errors.Is(err, authx.ErrBadCredentials):
		writeError(w, http.StatusUnauthorized, "wrong_email_or_password")
	case errors.Is(err, authx.ErrMustReset):
		writeError(w, http.StatusForbidden, "password_reset_needed")
	case err != nil:
		fail(w, err)
	default:
		setSession(w, token)
	}
}

func (s server) link(w http.ResponseWriter, r *http.Request) {
	token, err := s.auth.FollowLink(r.Context(), r.URL.Query().Get("token"))
	switch {
	case errors.Is(err, authx.ErrLinkSpent):
		writeError(w, http.StatusUnauthorized, "link_spent")
	case err != nil:
		fail(w, err)
	default:
		setSession(w, token)
	}
}

func (s server) cart(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("shop_session")
	if err != nil {
		writeError(w, http.StatusUnauthorized, "session_expired")
		return
	}
	if _, err := s.auth.Customer(r.Context(), cookie.Value); err != nil {
		if member.MayJoin(member.FromAuth(err)) {
			writeError(w, http.StatusForbidden, "member_not_found")
			return
		}
		fail(w, err)
		return
	}
	cart, err := checkout.Cart(r.URL.Query().Get("checkout"))
	switch {
	case checkout.Restart(err):
		writeError(w, http.StatusConflict, "start_again")
	case err != nil:
		fail(w, err)
	default:
		w.Write([]byte(cart))
	}
}

func setSession(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "shop_session", Value: token, HttpOnly: true, Secure: true})
}
