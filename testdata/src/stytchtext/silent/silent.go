package silent

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"net/http"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchtext/repo"
)

type auth struct {
	api   *stytchapi.API
	store interface{ Find(id string) error }
	find  func(id string) error
}

func parse(token string) error { return errors.New("token is expired") }

func (a *auth) jwt(token string) error {
	if err := parse(token); err != nil {
		if strings.Contains(err.Error(), "expired") {
			return errors.New("expired")
		}
	}
	return nil
}

func (a *auth) storage(db *sql.DB) bool {
	err := db.Ping()
	if err.Error() == "organization not found" || err.Error() == "sql: no rows in result set" {
		return true
	}
	if err := repo.Find("x"); err != nil && strings.Contains(err.Error(), "member_not_found") {
		return true
	}
	if err := a.store.Find("x"); err != nil && strings.Contains(err.Error(), "member_not_found") {
		return true
	}
	if err := a.find("x"); err != nil && strings.Contains(err.Error(), "member_not_found") {
		return true
	}
	return retryable(err)
}

func retryable(err error) bool {
	msg := strings.ToLower(err.Error())
	retryable := []string{"timeout", "temporary", "connection", "network", "refused", "reset", "too many"}
	for _, s := range retryable {
		if strings.Contains(msg, s) {
			return true
		}
	}
	return false
}

func (a *auth) other(ctx context.Context, r *http.Request) bool {
	resp, err := http.Get("https://example.com/session_not_found")
	if err != nil && strings.Contains(err.Error(), "session_not_found") {
		return true
	}
	body, _ := io.ReadAll(resp.Body)
	if strings.Contains(string(body), "session_not_found") || r.FormValue("error") == "session_not_found" {
		return true
	}
	_, err = a.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	wanted := r.FormValue("error")
	if strings.Contains(err.Error(), wanted) || err.Error() == wanted {
		return true
	}
	var e stytcherror.Error
	if errors.As(err, &e) && (e.ErrorType == "session_not_found" || strings.HasPrefix(string(e.ErrorType), "session_") || e.StatusCode == 404) {
		return true
	}
	return errors.Is(err, stytcherror.ErrJWKSNotInitialized) || strings.Contains(string(e.ErrorURL), "session_not_found")
}

//stytchlint:ignore stytchtext our proxy answers in plain text
func ignored(e stytcherror.Error) bool { return e.ErrorMessage == "gone" }

// The error of a package of the program's own may say the same.
func (a *auth) mixed(ctx context.Context, id string) bool {
	err := repo.Find(id)
	if err == nil {
		_, err = a.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	}
	return strings.Contains(err.Error(), "member_not_found")
}

// So may that of a package that declares an error of the same name.
func Missing(err error) bool { return strings.Contains(err.Error(), "organization_not_found") }
