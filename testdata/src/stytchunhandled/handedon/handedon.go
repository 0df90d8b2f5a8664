// Package handedon hands on what a failed call has brought: nothing.
package handedon

import (
	"context"
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

// A ledger books.
type ledger interface {
	Pay(ctx context.Context, user string, amount int) error
	Book(ctx context.Context, user string) (string, error)
	Find(ctx context.Context, user string) (*account, error)
	Count(user string) int
}

type account struct{ name string }

type message struct{ token string }

func (m *message) Ack()  {}
func (m *message) Nack() {}

type gate struct {
	api    *stytchapi.API
	ledger ledger
}

func params(token string) *sessions.AuthenticateParams {
	return &sessions.AuthenticateParams{SessionToken: token}
}

func (g *gate) pay(ctx context.Context, token string, amount int) error {
	resp, err := g.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	return g.ledger.Pay(ctx, resp.User.UserID, amount)
}

func (g *gate) payDropped(ctx context.Context, token string, amount int) error {
	resp, _ := g.api.Sessions.Authenticate(ctx, params(token)) // want `the error is never checked: .* uses the response`
	return g.ledger.Pay(ctx, resp.User.UserID, amount)
}

func (g *gate) payInTurn(w http.ResponseWriter, r *http.Request) {
	resp, _ := g.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session"))) // want `the error is never checked: .* uses the response`
	if err := g.ledger.Pay(r.Context(), resp.User.UserID, 1); err != nil {
		http.Error(w, "pay", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (g *gate) book(w http.ResponseWriter, r *http.Request) {
	resp, _ := g.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session"))) // want `the error is never checked: .* uses the response`
	id, err := g.ledger.Book(r.Context(), resp.User.UserID)
	if err != nil {
		http.Error(w, "book", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(id))
}

func (g *gate) worked(ctx context.Context, m *message) {
	resp, err := g.api.Sessions.Authenticate(ctx, params(m.token)) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	if err := g.ledger.Pay(ctx, resp.User.UserID, 1); err != nil {
		m.Nack()
		return
	}
	m.Ack()
}

// Right: the look-up tells who is signed in, or the error does.

func (g *gate) find(ctx context.Context, token string) (*account, error) {
	resp, _ := g.api.Sessions.Authenticate(ctx, params(token))
	return g.ledger.Find(ctx, resp.User.UserID)
}

func (g *gate) found(w http.ResponseWriter, r *http.Request) {
	resp, _ := g.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session")))
	a, err := g.ledger.Find(r.Context(), resp.User.UserID)
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	w.Write([]byte(a.name))
}

func (g *gate) permitted(w http.ResponseWriter, r *http.Request) {
	resp, _ := g.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session")))
	if err := g.ledger.Pay(r.Context(), resp.User.UserID, 0); err != nil {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (g *gate) asked(ctx context.Context, token string, amount int) error {
	resp, err := g.api.Sessions.Authenticate(ctx, params(token))
	if err != nil {
		return err
	}
	return g.ledger.Pay(ctx, resp.User.UserID, amount)
}

func (g *gate) counted(token string) int {
	resp, _ := g.api.Sessions.Authenticate(context.Background(), params(token))
	return g.ledger.Count(resp.User.UserID)
}

// What is deferred is done as well.

func (g *gate) deferred(ctx context.Context, token string) {
	resp, err := g.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: with an expired or revoked session, line 127 still uses the response`
	if err != nil {
		log.Println(err)
	}
	defer g.ledger.Pay(ctx, resp.User.UserID, 1)
}

// late asks when it is over.
func (g *gate) late(ctx context.Context, token string) error {
	defer g.api.Sessions.Authenticate(ctx, params(token)) // want `the error is never checked: .* returns`
	return nil
}

// compared asks in other words.
func (g *gate) compared(ctx context.Context, token string) error {
	resp, err := g.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* uses the response`
	if (err != nil) == true {
		log.Println(err)
	}
	return g.ledger.Pay(ctx, resp.User.UserID, 1)
}

// What is done at last is returned, with what comes of it.

type shop struct {
	gate
	db interface {
		Exec(ctx context.Context, query string, args ...any) error
		Query(ctx context.Context, query string, args ...any) (string, error)
	}
}

func (s *shop) charges(ctx context.Context, token string, amount int) (string, error) {
	resp, _ := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is never checked: .* uses the response`
	return s.charge(ctx, resp.User.UserID, amount)
}

func (s *shop) chargesAll(ctx context.Context, token string, amount int) (string, error) {
	if _, err := s.api.Sessions.Authenticate(ctx, params(token)); err != nil { // want `the error is only logged: .* still returns`
		log.Println(err)
	}
	return s.charge(ctx, "all", amount)
}

func (s *shop) charge(ctx context.Context, user string, amount int) (string, error) {
	if err := s.db.Exec(ctx, "INSERT", user, amount); err != nil {
		return "", err
	}
	return "receipt", nil
}

// Right:

// looksUp finds nothing for nobody.
func (s *shop) looksUp(ctx context.Context, token string) (string, error) {
	resp, _ := s.api.Sessions.Authenticate(ctx, params(token))
	return s.lookUp(ctx, resp.User.UserID)
}

func (s *shop) lookUp(ctx context.Context, user string) (string, error) {
	return s.db.Query(ctx, "SELECT", user)
}

func (s *shop) mayCharge(ctx context.Context, token string, amount int) (string, error) {
	resp, err := s.api.Sessions.Authenticate(ctx, params(token))
	if err != nil {
		log.Println(err)
		return s.charge(ctx, "nobody", 0)
	}
	return s.charge(ctx, resp.User.UserID, amount)
}

type till struct {
	*gate
	pay func(ctx context.Context, user string, cents int) (string, error)
}

func (t *till) pays(ctx context.Context, token string) (string, error) {
	resp, _ := t.api.Sessions.Authenticate(ctx, params(token)) // want `the error is never checked: .* uses the response`
	return t.pay(ctx, resp.User.UserID, 100)
}
