// Package realistic holds code as programs have it: what is in good.go is
// right.
package realistic

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type user struct {
	ID      string
	Session string
}

type auth struct {
	api   *stytchapi.API
	db    *sql.DB
	mu    sync.Mutex
	token string
	user  *user
	done  bool
}

// What one way has brought is not asked for again.
func (a *auth) firstOfTwo(ctx context.Context, kind, token string) (*user, error) {
	var u *user
	var session string
	if kind == "oauth" {
		resp, err := a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		if err != nil {
			return nil, err
		}
		u = toUser(resp)
		session = resp.SessionToken
	}
	if u == nil {
		resp, err := a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token, SessionDurationMinutes: 60})
		if err != nil {
			return nil, err
		}
		u = toUser(resp)
	}
	if session == "" {
		_, err := a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: "x" + token})
		return u, err
	}
	return u, nil
}

func (a *auth) firstString(ctx context.Context, kind, token string) (session string, err error) {
	if kind == "oauth" {
		resp, err := a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		if err != nil {
			return "", err
		}
		session = resp.SessionToken
	}
	if session == "" {
		resp, err := a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token, SessionDurationMinutes: 60})
		if err != nil {
			return "", err
		}
		session = resp.SessionToken
	}
	return session, nil
}

func toUser(resp *oauth.AuthenticateResponse) *user { return &user{ID: resp.UserID} }

func (a *auth) login(ctx context.Context, token string) (*user, error) {
	resp, err := a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return nil, err
	}
	return toUser(resp), nil
}

func (a *auth) helperOfTwo(ctx context.Context, kind, token string) (u *user, err error) {
	if kind == "oauth" {
		if u, err = a.login(ctx, token); err != nil {
			return nil, err
		}
	}
	if u == nil {
		u, err = a.login(ctx, token)
	}
	return u, err
}

// The user is kept.
func (a *auth) lazy(ctx context.Context) (*user, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.user != nil {
		return a.user, nil
	}
	resp, err := a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: a.token})
	if err != nil {
		return nil, err
	}
	a.user = toUser(resp)
	return a.user, nil
}

func (a *auth) lazyTwice(ctx context.Context) {
	if _, err := a.lazy(ctx); err != nil {
		return
	}
	a.lazy(ctx)
}

// A token of its own each time.
func (a *auth) rows(ctx context.Context) error {
	rows, err := a.db.QueryContext(ctx, "select token from links")
	if err != nil {
		return err
	}
	defer rows.Close()
	var token string
	for rows.Next() {
		if err := rows.Scan(&token); err != nil {
			return err
		}
		if _, err := a.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}); err != nil {
			log.Print(err)
		}
	}
	return rows.Err()
}

func (a *auth) lines(ctx context.Context) {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		token := strings.TrimSpace(in.Text())
		a.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
	}
	r := bufio.NewReader(os.Stdin)
	for {
		fmt.Print("code: ")
		code, err := r.ReadString('\n')
		if err != nil {
			return
		}
		if _, err := a.api.OTPs.Authenticate(ctx, &otp.AuthenticateParams{MethodID: a.token, Code: strings.TrimSpace(code)}); err == nil {
			return
		}
		fmt.Println("try again")
	}
}

type job struct{ token string }

func (a *auth) jobs(ctx context.Context, queue []job, more <-chan *job) {
	for _, j := range queue {
		a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: j.token})
	}
	for i := range queue {
		j := &queue[i]
		a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: j.token})
	}
	for j := range more {
		a.login(ctx, j.token)
	}
	for len(queue) > 0 {
		j := queue[0]
		queue = queue[1:]
		a.login(ctx, j.token)
	}
	for {
		select {
		case <-ctx.Done():
			return
		case j := <-more:
			a.login(ctx, j.token)
		}
	}
}

// The token is renewed before another try.
func (a *auth) renews(ctx context.Context, next func(context.Context) (string, error)) error {
	token, err := next(ctx)
	if err != nil {
		return err
	}
	for i := 0; i < 3; i++ {
		if _, err = a.login(ctx, token); err == nil {
			return nil
		}
		if token, err = next(ctx); err != nil {
			return err
		}
	}
	for attempt := 1; attempt <= 3; attempt++ {
		if attempt > 1 {
			token, _ = next(ctx)
		}
		if _, err = a.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}); err == nil {
			return nil
		}
	}
	token, _ = next(ctx)
	for left := 3; left > 0; left-- {
		if left < 3 {
			token, _ = next(ctx)
		}
		if _, err = a.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}); err == nil {
			return nil
		}
	}
	tries := 0
	for tries < 3 {
		if tries != 0 {
			token, _ = next(ctx)
		}
		if _, err = a.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: "a" + token}); err == nil {
			return nil
		}
		tries += 1
	}
	return err
}

func (a *auth) renew() { a.token += "x" }

func (a *auth) renewsField(ctx context.Context) {
	for range 3 {
		if _, err := a.login(ctx, a.token); err == nil {
			return
		}
		a.renew()
	}
}

type source struct {
	token string
	next  func()
}

func (a *auth) renewsCallback(ctx context.Context, s *source) {
	for range 3 {
		if _, err := a.login(ctx, s.token); err == nil {
			return
		}
		s.next()
	}
}

// An error of the program's own, which says what to do.
type appError struct {
	code  string
	again bool
}

func (e *appError) Error() string { return e.code }

func (a *auth) loginApp(ctx context.Context, token string) (*user, *appError) {
	resp, err := a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		var e stytcherror.Error
		return nil, &appError{code: "login", again: !errors.As(err, &e)}
	}
	return toUser(resp), nil
}

func (a *auth) againApp(ctx context.Context, token string) (*user, *appError) {
	u, err := a.loginApp(ctx, token)
	if err != nil && err.again {
		u, err = a.loginApp(ctx, token)
	}
	return u, err
}

func (a *auth) loginStatus(ctx context.Context, token string) (*user, int) {
	resp, err := a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	var e stytcherror.Error
	switch {
	case err == nil:
		return toUser(resp), http.StatusOK
	case errors.As(err, &e):
		return nil, e.StatusCode
	}
	return nil, http.StatusBadGateway
}

func (a *auth) againStatus(ctx context.Context, token string) *user {
	u, status := a.loginStatus(ctx, token)
	if status == http.StatusBadGateway {
		u, _ = a.loginStatus(ctx, token)
	}
	return u
}

func codeOf(err error) string {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return string(e.ErrorType)
	}
	return ""
}

func (a *auth) againCode(ctx context.Context, token string) error {
	for i := 0; ; i++ {
		_, err := a.login(ctx, token)
		if err == nil {
			return nil
		}
		if code := codeOf(err); code != "" {
			return fmt.Errorf("login: %s", code)
		}
		if i == 2 {
			return err
		}
		time.Sleep(time.Second)
	}
}

// A session first, then the token.
func (a *auth) sessionFirst(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("session"); err == nil {
		if _, err := a.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: c.Value}); err == nil {
			return
		}
	}
	token := r.FormValue("token")
	if token == "" {
		http.Redirect(w, r, "/login", http.StatusSeeOther)
		return
	}
	u, err := a.login(r.Context(), token)
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: u.Session})
}

// Handlers that share a helper.
func (a *auth) routes(mux *http.ServeMux) {
	for _, path := range []string{"/a", "/b"} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			if _, err := a.login(r.Context(), r.FormValue("token")); err != nil {
				http.Error(w, "no", http.StatusUnauthorized)
			}
		})
	}
}

// An interface of the program's own may do anything.
type signer interface {
	signIn(ctx context.Context, token string) error
}

func (a *auth) signIn(ctx context.Context, token string) error {
	_, err := a.login(ctx, token)
	return err
}

func chain(ctx context.Context, token string, signers ...signer) error {
	for _, s := range signers {
		if err := s.signIn(ctx, token); err == nil {
			return nil
		}
	}
	return errors.New("nobody")
}

// The response says what the API answered.
func (a *auth) byStatusCode(ctx context.Context, token string) {
	for range 3 {
		resp, err := a.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
		if err == nil && resp.StatusCode == 200 {
			return
		}
		if resp == nil || resp.StatusCode < 500 {
			return
		}
	}
}

// A verifier is tried where none was needed.
func (a *auth) withVerifier(ctx context.Context, token, verifier string) error {
	_, err := a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		_, err = a.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token, CodeVerifier: verifier})
	}
	return err
}

// One function of several is called.
func (a *auth) byTable(w http.ResponseWriter, r *http.Request) {
	token := r.URL.Query().Get("token")
	logins := map[string]func() error{
		"oauth": func() error {
			_, err := a.login(r.Context(), token)
			return err
		},
		"google": func() error {
			_, err := a.login(r.Context(), token)
			return err
		},
	}
	if f, ok := logins[r.URL.Query().Get("kind")]; ok {
		if err := f(); err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
		}
	}
}

// A field says that it is done.
func (a *auth) onceByField(ctx context.Context, token string) {
	if !a.done {
		if _, err := a.login(ctx, token); err != nil {
			return
		}
		a.done = true
	}
	log.Print("signed in")
	if !a.done {
		a.login(ctx, token)
	}
}
