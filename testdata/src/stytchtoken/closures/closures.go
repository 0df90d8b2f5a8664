// Package closures holds tokens that function literals spend.
package closures

import (
	"context"
	"log"
	"net/http"
	"sync"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func onTheSpot(ctx context.Context, api *stytchapi.API, token string) {
	func() {
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}()
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
}

func onTheSpotSecond(ctx context.Context, api *stytchapi.API, token string) {
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	func() {
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
	}()
}

func writesError(ctx context.Context, api *stytchapi.API, token string) error {
	var err error
	func() {
		_, err = api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}()
	if err != nil {
		return err
	}
	_, err = api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
	return err
}

func named(ctx context.Context, api *stytchapi.API, token string) {
	login := func(t string) error {
		_, err := api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: t})
		return err
	}
	if err := login(token); err != nil {
		return
	}
	login(token) // want `already authenticated on line \d+`
	login("other" + token)
}

func inside() func(ctx context.Context, api *stytchapi.API, token string) {
	return func(ctx context.Context, api *stytchapi.API, token string) {
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
	}
}

// Each request has a handler's run of its own.
func handlers(api *stytchapi.API, mux *http.ServeMux, token string) {
	mux.HandleFunc("/a", func(w http.ResponseWriter, r *http.Request) {
		api.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: token})
	})
	mux.HandleFunc("/b", func(w http.ResponseWriter, r *http.Request) {
		api.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: token})
	})
	mux.HandleFunc("/c", func(w http.ResponseWriter, r *http.Request) {
		token := r.FormValue("token")
		if _, err := api.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: token}); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		api.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
	})
}

func middleware(api *stytchapi.API, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if token := r.URL.Query().Get("token"); token != "" {
			if _, err := api.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: token}); err != nil {
				log.Print(err)
				http.Error(w, "no", http.StatusUnauthorized)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

func goroutines(ctx context.Context, api *stytchapi.API, token string) {
	var wg sync.WaitGroup
	var once sync.Once
	wg.Add(1)
	go func() {
		defer wg.Done()
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}()
	once.Do(func() {
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	})
	once.Do(func() {
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	})
	wg.Wait()
}

// A literal changes the token between the calls.
func changed(ctx context.Context, api *stytchapi.API, token string, next func() string) {
	renew := func() { token = next() }
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	renew()
	api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
}

// A literal in a variable that is one of two.
func eitherLiteral(ctx context.Context, api *stytchapi.API, token string, fast bool) {
	login := func() { api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) }
	if fast {
		login = func() {}
	}
	login()
	if fast {
		api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
}
