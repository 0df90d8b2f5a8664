// Package memory holds tokens that go through variables, fields and pointers.
package memory

import (
	"context"
	"encoding/json"
	"flag"
	"log"
	"net/http"
	"os"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

var api *stytchapi.API

type form struct {
	Token string `json:"token"`
	Inner struct{ Token string }
	Next  *form
}

func copied(ctx context.Context, token string) {
	t := token
	var u string
	u = strings.TrimSpace(t)
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: string(u)}) // want `already authenticated`
}

func sharedParams(ctx context.Context, token string) {
	p := &oauth.AuthenticateParams{Token: token}
	api.OAuth.Authenticate(ctx, p)
	p.SessionDurationMinutes = 60
	api.OAuth.Authenticate(ctx, p) // want `already authenticated`
	p.Token = "other" + token
	api.OAuth.Authenticate(ctx, p)
}

func valueParams(ctx context.Context, token string) {
	var p oauth.AuthenticateParams
	p.Token = token
	api.OAuth.Authenticate(ctx, &p)
	q := p
	q.SessionDurationMinutes = 60
	api.OAuth.Authenticate(ctx, &q) // want `already authenticated`
	q.Token += "x"
	api.OAuth.Authenticate(ctx, &q)
	api.OAuth.Authenticate(ctx, &p) // want `already authenticated`
}

func overwritten(ctx context.Context, a, b string) {
	p := oauth.AuthenticateParams{Token: a}
	api.OAuth.Authenticate(ctx, &p)
	p = oauth.AuthenticateParams{Token: b}
	api.OAuth.Authenticate(ctx, &p)
}

func decoded(w http.ResponseWriter, r *http.Request) {
	var f form
	if err := json.NewDecoder(r.Body).Decode(&f); err != nil {
		http.Error(w, "bad", http.StatusBadRequest)
		return
	}
	if _, err := api.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: f.Token}); err != nil {
		return
	}
	log.Print(f)
	api.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: f.Token}) // want `already authenticated`
	if err := json.NewDecoder(r.Body).Decode(&f); err != nil {
		return
	}
	api.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: f.Token})
}

func decodedEach(ctx context.Context, d *json.Decoder) {
	for d.More() {
		var f form
		if d.Decode(&f) != nil {
			return
		}
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: f.Token})
	}
	f := new(form)
	for d.More() {
		if d.Decode(f) != nil {
			return
		}
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: f.Token})
	}
}

func nested(ctx context.Context, f *form) {
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: f.Inner.Token})
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: f.Next.Inner.Token})
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: f.Token})
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: f.Inner.Token}) // want `already authenticated`
	f = f.Next
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: f.Inner.Token}) // want `already authenticated`
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: f.Token})
}

func list(ctx context.Context, f *form) {
	for ; f != nil; f = f.Next {
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: f.Token})
	}
}

func pointers(ctx context.Context, token *string, other string) {
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: *token})
	t := *token
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: t}) // want `already authenticated`
	*token = other
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: *token})
}

func throughPointer(ctx context.Context, token, other string) {
	p := &token
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	*p = other
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
}

func elements(ctx context.Context, m map[string]string, list []string, key string) {
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: m["token"]})
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: m["token"]}) // want `already authenticated`
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: m["other"]})
	m[key] = "x"
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: m["token"]})
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: list[0]})
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: list[0]}) // want `already authenticated`
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: list[1]})
}

func handedOut(ctx context.Context, f *form, refill func(*form)) {
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: f.Token})
	refill(f)
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: f.Token})
}

func (f *form) show()  { log.Print(f.Token, f.Next) }
func (f *form) renew() { f.Token += "x" }

func methods(ctx context.Context, f *form) {
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: f.Token})
	f.show()
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: f.Token}) // want `already authenticated`
	f.renew()
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: f.Token})
}

var lastToken string

func next() { lastToken += "x" }

func global(ctx context.Context) {
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: lastToken})
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: lastToken}) // want `already authenticated`
	next()
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: lastToken})
}

func environment(ctx context.Context) {
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: os.Getenv("TOKEN")})
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: os.Getenv("TOKEN")}) // want `already authenticated`
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: os.Args[1]})
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: os.Args[1]}) // want `already authenticated`
}

func flags(ctx context.Context) {
	token := flag.String("token", "", "the token")
	flag.Parse()
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: *token})
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: *token}) // want `already authenticated`
}

func shadowed(ctx context.Context, token string, next func() string) {
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	{
		token := next()
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
	if token := next(); token != "" {
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
}

func lookedUp(ctx context.Context, next func() string) {
	for {
		t := next()
		last := t
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: t})
		t = next()
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: t})
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: last}) // want `already authenticated`
	}
}

func previous(ctx context.Context, next func() string) {
	last := ""
	for {
		t := next()
		if last != "" {
			api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: last})
		}
		last = t
	}
}

func swapped(ctx context.Context, a, b string) {
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: a})
	a, b = b, a
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: a})
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: b}) // want `already authenticated`
}

// A literal around which another one changes the token.
func changedAround(ctx context.Context, fetch func() string) (first, second func()) {
	token := fetch()
	renew := func() { token = fetch() }
	first = func() {
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		renew()
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
	second = func() {
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
	}
	return first, second
}

// Current is changed by whoever likes.
var Current string

func exported(ctx context.Context, wait func()) {
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: Current})
	wait()
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: Current})
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: Current}) // want `already authenticated`
}

var fixed = os.Getenv("TOKEN")

func unchanged(ctx context.Context, wait func()) {
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: fixed})
	wait()
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: fixed}) // want `already authenticated`
}
