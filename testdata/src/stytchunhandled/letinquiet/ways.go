package letinquiet

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// There is more than one way to tell who is signed in, or not to have to.

// A keeper keeps what it is told.
type keeper interface {
	Fail(ip string)
	Keep(user users.User) error
	Render(w http.ResponseWriter, name string, data any)
}

type guarded struct {
	*server
	keeper keeper
	dev    bool
	last   error
	text   string
}

func (g *guarded) auth(r *http.Request) (*sessions.AuthenticateResponse, error) {
	return g.api.Sessions.Authenticate(r.Context(), g.params(r))
}

func isPublic(path string) bool { return path == "/" || path == "/about" }

func (g *guarded) public(w http.ResponseWriter, r *http.Request) {
	_, err := g.auth(r)
	if err != nil && !isPublic(r.URL.Path) {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	g.next.ServeHTTP(w, r)
}

func (g *guarded) strict(w http.ResponseWriter, r *http.Request) {
	if _, err := g.auth(r); err != nil {
		log.Println(err)
		if !g.dev {
			http.Error(w, "sign in", http.StatusUnauthorized)
			return
		}
	}
	g.next.ServeHTTP(w, r)
}

func (g *guarded) limited(w http.ResponseWriter, r *http.Request) {
	if _, err := g.auth(r); err != nil {
		g.keeper.Fail(r.RemoteAddr)
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	g.next.ServeHTTP(w, r)
}

func (g *guarded) byKey(w http.ResponseWriter, r *http.Request) {
	key := r.RemoteAddr
	if res, err := g.auth(r); err == nil {
		key = res.User.UserID
	}
	g.keeper.Fail(key)
	g.next.ServeHTTP(w, r)
}

func (g *guarded) elsewhere(w http.ResponseWriter, r *http.Request) {
	if _, err := g.auth(r); err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
	} else {
		g.next.ServeHTTP(w, r)
	}
}

func (g *guarded) otherwise(w http.ResponseWriter, r *http.Request) {
	if _, err := g.auth(r); err == nil {
		g.next.ServeHTTP(w, r)
		return
	}
	http.Error(w, "sign in", http.StatusUnauthorized)
}

func (g *guarded) guestPage(w http.ResponseWriter, r *http.Request) {
	user := users.User{}
	if res, err := g.auth(r); err == nil {
		user = res.User
	}
	g.keeper.Render(w, "page", user)
}

func (g *guarded) cookie(w http.ResponseWriter, r *http.Request) {
	if res, err := g.auth(r); err == nil {
		http.SetCookie(w, &http.Cookie{Name: "session", Value: res.SessionToken})
	}
	g.next.ServeHTTP(w, r)
}

func (g *guarded) header(w http.ResponseWriter, r *http.Request) {
	if _, err := g.auth(r); err != nil {
		w.Header().Set("X-Guest", "1")
	}
	g.next.ServeHTTP(w, r)
}

func (g *guarded) request(w http.ResponseWriter, r *http.Request) {
	if _, err := g.auth(r); err != nil {
		r = r.WithContext(context.WithValue(r.Context(), key{}, "guest"))
	}
	g.next.ServeHTTP(w, r)
}

func (g *guarded) remembered(w http.ResponseWriter, r *http.Request) {
	_, err := g.auth(r)
	g.last = err
	g.next.ServeHTTP(w, r)
}

func (g *guarded) collected(r *http.Request) error {
	var errs []error
	if _, err := g.auth(r); err != nil {
		errs = append(errs, err)
	}
	log.Println("asked")
	return errors.Join(errs...)
}

func (g *guarded) wrapped(r *http.Request) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("session: %w", err)
		}
	}()
	_, err = g.auth(r)
	return
}

func (g *guarded) answeredLast(w http.ResponseWriter, r *http.Request) {
	var err error
	defer func() {
		if err != nil {
			http.Error(w, "sign in", http.StatusUnauthorized)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	}()
	_, err = g.auth(r)
	log.Println("asked")
}

func (g *guarded) state(w http.ResponseWriter, r *http.Request) {
	_, err := g.auth(r)
	state := "signed in"
	switch {
	case err != nil:
		state = "guest"
	}
	json.NewEncoder(w).Encode(map[string]string{"state": state})
}

func (g *guarded) inStruct(w http.ResponseWriter, r *http.Request) {
	var page struct{ SignedIn bool }
	_, err := g.auth(r)
	page.SignedIn = err == nil
	json.NewEncoder(w).Encode(page)
}

// expected reports whether a failure is one that users cause.
func expected(err error) bool {
	var refused stytcherror.Error
	return errors.As(err, &refused) && refused.StatusCode < 500
}

func (g *guarded) expected(w http.ResponseWriter, r *http.Request) {
	_, err := g.auth(r)
	if err != nil && !expected(err) {
		http.Error(w, "internal", http.StatusInternalServerError)
		return
	}
	g.keeper.Render(w, "page", err == nil)
}

func (g *guarded) gate(r *http.Request) (func(http.ResponseWriter), error) {
	_, err := g.auth(r)
	if err != nil {
		return func(w http.ResponseWriter) { http.Error(w, "sign in", http.StatusUnauthorized) }, nil
	}
	return nil, nil
}

var errGuest = errors.New("guest")

func (g *guarded) who(r *http.Request) (*users.User, error) {
	res, err := g.auth(r)
	if err != nil {
		return nil, errGuest
	}
	return &res.User, nil
}

func (g *guarded) orGuest(w http.ResponseWriter, r *http.Request) {
	user, err := g.who(r)
	if err != nil && !errors.Is(err, errGuest) {
		http.Error(w, "internal", http.StatusInternalServerError)
		return
	}
	g.keeper.Render(w, "page", user)
}

func (g *guarded) page(w http.ResponseWriter, r *http.Request) {
	user, err := g.who(r)
	if err != nil {
		log.Println(err)
	}
	if user == nil {
		g.keeper.Render(w, "guest", nil)
		return
	}
	g.keeper.Render(w, "page", user)
}

func (g *guarded) nested(w http.ResponseWriter, r *http.Request) {
	check := func() error {
		_, err := g.auth(r)
		return err
	}
	if err := check(); err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	g.next.ServeHTTP(w, r)
}

func (g *guarded) channel(w http.ResponseWriter, r *http.Request) {
	failed := make(chan error, 1)
	go func() {
		_, err := g.auth(r)
		failed <- err
	}()
	if err := <-failed; err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	g.next.ServeHTTP(w, r)
}

// What is done for each part of a response is not done for an empty one.
func (g *guarded) parts(w http.ResponseWriter, r *http.Request, names func(users.User) map[string]string) {
	res, err := g.auth(r)
	if err != nil {
		log.Println(err)
	}
	for name, value := range names(res.User) {
		fmt.Fprintln(w, name, value)
	}
}

// A text is no count.
func (g *guarded) noted(w http.ResponseWriter, r *http.Request) {
	if _, err := g.auth(r); err != nil {
		g.text += "failed"
	}
	g.next.ServeHTTP(w, r)
}
