// Package leaving goes on after a failure, in functions that are left in many
// ways.
package leaving

import (
	"context"
	"log"
	"net/http"
	"sync"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
)

type server struct {
	api  *stytchapi.API
	last error
	hits int
	user users.User
}

func params(token string) *sessions.AuthenticateParams {
	return &sessions.AuthenticateParams{SessionToken: token}
}

type (
	name  string
	level int
	mark  [4]byte
	point struct{ X, Y int }
)

// Each result but the error has a zero value that can be written.
func (s *server) basic(ctx context.Context, token string) (name, bool, float64, level, error) {
	res, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	return name(res.SessionToken), true, 1, 2, nil
}

func (s *server) references(ctx context.Context, token string) (*users.User, []string, map[string]int, func(), chan int, any, error) {
	res, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	return &res.User, nil, nil, nil, nil, nil, nil
}

// That of a struct, of an array or of a type parameter cannot, in a word.
func (s *server) structured(ctx context.Context, token string) (point, *users.User, error) {
	res, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	return point{1, 2}, &res.User, nil
}

func (s *server) marked(ctx context.Context, token string) (mark, *users.User, error) {
	res, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	return mark{1}, &res.User, nil
}

func parametrized[T any](ctx context.Context, s *server, token string, make func(users.User) T) (T, error) {
	res, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	return make(res.User), nil
}

// The last result is no error.
func (s *server) reversed(ctx context.Context, token string) (error, string) {
	res, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	s.hold(res.User)
	return nil, ""
}

func (s *server) hold(u users.User) { s.user = u }

// A function of no results may work on a queue: a return may take the work as done.
func (s *server) held(ctx context.Context, token string) {
	res, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	s.hold(res.User)
}

// The handler has no name for what answers.
func (s *server) unnamed(_ http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session"))) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	s.hold(res.User)
}

// The failure is the other branch.
func (s *server) otherwise(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session"))) // want `the error is only logged: .* calls the next handler`
		if err == nil {
			log.Println("signed in")
		} else {
			log.Println(err)
		}
		next.ServeHTTP(w, r)
	})
}

// There is no branch for the failure.
func (s *server) noElse(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session"))) // want `calls the next handler`
		if err == nil {
			log.Println("signed in")
		}
		next.ServeHTTP(w, r)
	})
}

// The branch is chosen by a switch.
func (s *server) switched(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session"))) // want `the error is only logged: .* calls the next handler`
		switch {
		case err != nil:
			log.Println(err)
		}
		next.ServeHTTP(w, r)
	})
}

// It is written in other words.
func (s *server) negated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session"))) // want `the error is only logged: .* calls the next handler`
		if !(nil == err) {
			log.Println(err)
		}
		next.ServeHTTP(w, r)
	})
}

// It is tested with something else that always holds, or never does.
func (s *server) constants(next http.Handler) http.Handler {
	const debug, quiet = true, false
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session"))) // want `the error is only logged: .* calls the next handler`
		if err != nil && debug || quiet {
			log.Println(err)
		}
		next.ServeHTTP(w, r)
	})
}

// Some failures are logged.
func (s *server) verbose(next http.Handler, verbose bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session"))) // want `calls the next handler`
		if err != nil && verbose {
			log.Println(err)
		}
		next.ServeHTTP(w, r)
	})
}

// Some failures are not logged.
func (s *server) quiet(next http.Handler, quiet bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session"))) // want `calls the next handler`
		if !(err == nil || quiet) {
			log.Println(err)
		}
		next.ServeHTTP(w, r)
	})
}

// All calls are logged.
func (s *server) always(next http.Handler) http.Handler {
	const verbose = true
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session"))) // want `calls the next handler`
		if err != nil || verbose {
			log.Println(err)
		}
		next.ServeHTTP(w, r)
	})
}

// The branch is empty.
func (s *server) empty(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session"))) // want `calls the next handler`
		if err != nil {
		}
		next.ServeHTTP(w, r)
	})
}

// The results are zero in all that can be seen, or not.
func (s *server) none(ctx context.Context, token string) (int, error) {
	_, err := s.api.Sessions.Authenticate(ctx, params(token))
	if err != nil {
		log.Println(err)
	}
	return 0, nil
}

func (s *server) some(ctx context.Context, token string) (int, error) {
	_, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* returns`
	if err != nil {
		log.Println(err)
	}
	return 1, nil
}

func (s *server) noName(ctx context.Context, token string) (name, error) {
	_, err := s.api.Sessions.Authenticate(ctx, params(token))
	if err != nil {
		log.Println(err)
	}
	return "", nil
}

func (s *server) aName(ctx context.Context, token string) (name, error) {
	_, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* returns`
	if err != nil {
		log.Println(err)
	}
	return "somebody", nil
}

func (s *server) no(ctx context.Context, token string) (bool, error) {
	_, err := s.api.Sessions.Authenticate(ctx, params(token))
	if err != nil {
		log.Println(err)
	}
	return false, nil
}

func (s *server) yes(ctx context.Context, token string) (bool, error) {
	_, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* returns`
	if err != nil {
		log.Println(err)
	}
	return true, nil
}

func (s *server) nowhere(ctx context.Context, token string) (point, error) {
	_, err := s.api.Sessions.Authenticate(ctx, params(token))
	if err != nil {
		log.Println(err)
	}
	return point{}, nil
}

func (s *server) somewhere(ctx context.Context, token string) (point, error) {
	_, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* returns`
	if err != nil {
		log.Println(err)
	}
	return point{1, 2}, nil
}

func (s *server) pointer(ctx context.Context, token string) (*point, error) {
	_, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* returns`
	if err != nil {
		log.Println(err)
	}
	return &point{1, 2}, nil
}

func (s *server) emptied(ctx context.Context, token string) (*point, error) {
	_, err := s.api.Sessions.Authenticate(ctx, params(token))
	if err != nil {
		log.Println(err)
	}
	return &point{}, nil
}

func (s *server) made(ctx context.Context, token string) (*point, error) {
	_, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* returns`
	if err != nil {
		log.Println(err)
	}
	return newPoint(), nil
}

func newPoint() *point { return nil }

// The error goes where it may be looked at.
func (s *server) kept(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, s.last = s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session")))
		next.ServeHTTP(w, r)
	})
}

// Two calls share a statement with others.
func (s *server) paired(next http.Handler, check func(*sessions.AuthenticateResponse, error) bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !check(s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session")))) {
			return
		}
		next.ServeHTTP(w, r)
	})
}

// In parentheses, and declared.
func (s *server) declared(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var _, err = (s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session")))) // want `the error is only logged: .* calls the next handler`
		if err != nil {
			log.Println(err)
		}
		next.ServeHTTP(w, r)
	})
}

// The sign-out that follows makes the failure known to the browser.
func (s *server) signedOut(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session")))
		if err != nil {
			cookie := &http.Cookie{Name: "session"}
			cookie.MaxAge = -1
			http.SetCookie(w, cookie)
		}
		next.ServeHTTP(w, r)
	})
}

// The next handler is of a type without a name.
func (s *server) plain(next func(http.ResponseWriter, *http.Request)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session"))) // want `the error is only logged: .* calls the next handler`
		if err != nil {
			log.Println(err)
		}
		next(w, r)
	}
}

// One that is written here is none: it may see for itself that there is no user.
func (s *server) own(w http.ResponseWriter, r *http.Request) {
	var user *users.User
	show := func(w http.ResponseWriter, r *http.Request) {
		if user == nil {
			http.Error(w, "sign in", http.StatusUnauthorized)
		}
	}
	res, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session")))
	if err != nil {
		log.Println(err)
	} else {
		user = &res.User
	}
	show(w, r)
}

func (s *server) ownAlone(w http.ResponseWriter, r *http.Request) {
	show := func(w http.ResponseWriter, r *http.Request) {
		if s.hits == 0 {
			http.Error(w, "sign in", http.StatusUnauthorized)
		}
	}
	_, err := s.api.Sessions.Authenticate(r.Context(), params(r.FormValue("session")))
	if err != nil {
		log.Println(err)
	}
	show(w, r)
}

// shadowed has another error by that name where it would return.
func (s *server) shadowed(ctx context.Context, token string) (string, error) {
	resp, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* uses the response`
	if err != nil {
		err := ctx.Err()
		log.Println(err)
	}
	return resp.User.UserID, nil
}

// What is locked would stay locked.
func (s *server) locked(ctx context.Context, mu *sync.Mutex, token string) (string, error) {
	mu.Lock()
	resp, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	mu.Unlock()
	return resp.User.UserID, nil
}

func (s *server) lockedByDefer(ctx context.Context, mu *sync.Mutex, token string) (string, error) {
	mu.Lock()
	defer mu.Unlock()
	resp, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	return resp.User.UserID, nil
}
