package realistic

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"math/rand"
	"net/http"
	"time"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
)

// The delay grows, up to a limit.
func (a *auth) backsOff(ctx context.Context, token string) (*user, error) {
	delay := 100 * time.Millisecond
	const limit = 5 * time.Second
	var last error
	for attempt := 1; attempt <= 5; attempt++ {
		resp, err := a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		if err == nil {
			return toUser(resp), nil
		}
		last = err
		log.Printf("attempt %d failed: %v", attempt, err)
		jitter := time.Duration(rand.Int63n(int64(delay)))
		select {
		case <-time.After(delay + jitter):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		delay = delay * 2
		if delay > limit {
			delay = limit
		}
	}
	return nil, fmt.Errorf("gave up: %w", last)
}

// The session is missing, and so the token is sent again with a duration.
func (a *auth) wantsSession(w http.ResponseWriter, r *http.Request) {
	token := r.URL.Query().Get("token")
	resp, err := a.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: token})
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	if resp.SessionToken == "" {
		resp, err = a.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: token, SessionDurationMinutes: 60}) // want `already authenticated`
		if err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
	}
	json.NewEncoder(w).Encode(resp)
}

// A middleware checks, and the handler behind it uses.
func (a *auth) check(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := a.login(r.Context(), r.FormValue("token")); err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next(w, r)
		a.login(r.Context(), r.FormValue("token")) // want `already authenticated`
	}
}

// The second step of a transaction.
func (a *auth) signUp(ctx context.Context, token, name string) error {
	tx, err := a.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = tx.Rollback()
		}
	}()
	u, err := a.login(ctx, token)
	if err != nil {
		return err
	}
	if _, err = tx.ExecContext(ctx, "insert into users values ($1, $2)", u.ID, name); err != nil {
		return err
	}
	u, err = a.login(ctx, token) // want `already authenticated`
	if err != nil {
		return err
	}
	return tx.Commit()
}

func (a *auth) passcode(w http.ResponseWriter, r *http.Request) {
	var in struct{ MethodID, Code string }
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, "bad", http.StatusBadRequest)
		return
	}
	params := otp.AuthenticateParams{MethodID: in.MethodID, Code: in.Code}
	_, err := a.api.OTPs.Authenticate(r.Context(), &params)
	if err != nil {
		time.Sleep(time.Second)
		_, err = a.api.OTPs.Authenticate(r.Context(), &params) // want `so a retry`
	}
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	params.SessionDurationMinutes = 60
	resp, err := a.api.OTPs.Authenticate(r.Context(), &params) // want `already authenticated`
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(resp)
}

// Whether there is such a user is asked first.
func (a *auth) exists(ctx context.Context, token string) (bool, error) {
	resp, err := a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return false, err
	}
	return resp.UserID != "", nil
}

func (a *auth) createOrLogin(ctx context.Context, token string) (*user, error) {
	ok, err := a.exists(ctx, token)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, errors.New("nobody")
	}
	return a.login(ctx, token) // want `already authenticated`
}

func (a *auth) statusThenLogin(ctx context.Context, token string) (*user, error) {
	if _, status := a.loginStatus(ctx, token); status != http.StatusOK {
		return nil, errors.New("no")
	}
	return a.login(ctx, token) // want `already authenticated`
}

func (a *auth) appThenLogin(ctx context.Context, token string) (*user, error) {
	if _, err := a.loginApp(ctx, token); err != nil {
		return nil, err
	}
	return a.login(ctx, token) // want `already authenticated`
}

func (a *auth) againApps(ctx context.Context, token string) (u *user) {
	var err *appError
	for range 3 {
		if u, err = a.loginApp(ctx, token); err == nil { // want `so a retry`
			break
		}
	}
	return u
}

func (a *auth) fieldTwice(ctx context.Context) {
	if _, err := a.login(ctx, a.token); err != nil {
		return
	}
	log.Print(a.token)
	a.login(ctx, a.token) // want `already authenticated`
}

func (a *auth) batch(ctx context.Context, token string, users []user) {
	for _, u := range users {
		resp, err := a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `stays the same in the loop`
		if err != nil {
			log.Print(u.ID, err)
			continue
		}
		log.Print(resp.UserID)
	}
}

// The parameters are made by a function.
func params(token string) *oauth.AuthenticateParams {
	return &oauth.AuthenticateParams{Token: token}
}

func (j job) params() oauth.AuthenticateParams { return oauth.AuthenticateParams{Token: j.token} }

func (a *auth) makesParams(ctx context.Context, token, other string) {
	if _, err := a.api.OAuth.Authenticate(ctx, params(token)); err != nil {
		return
	}
	a.api.OAuth.Authenticate(ctx, params(other))
	a.api.OAuth.Authenticate(ctx, params(token)) // want `already authenticated`
}

func (a *auth) makesParamsOf(ctx context.Context, j, k job) {
	p := j.params()
	if _, err := a.api.OAuth.Authenticate(ctx, &p); err != nil {
		return
	}
	q := k.params()
	a.api.OAuth.Authenticate(ctx, &q)
	q = j.params()
	a.api.OAuth.Authenticate(ctx, &q) // want `already authenticated`
}
