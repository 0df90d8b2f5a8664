// Package counted counts failed sign-ins and goes on.
package counted

import (
	"context"
	"encoding/json"
	"errors"
	"expvar"
	"fmt"
	"log"
	"net/http"
	"sync"
	"sync/atomic"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

	"stytchunhandled/counted/stats"
)

// A Counter is that of a metrics library.
type Counter interface {
	Inc()
	Add(float64)
}

type orders struct{}

func (orders) of(ctx context.Context, user string) ([]string, error) { return nil, nil }

type server struct {
	api    *stytchapi.API
	orders orders
	fails  Counter
	failed int
	total  atomic.Int64
	old    int64
	next   http.Handler
	group  sync.WaitGroup

	metrics metrics
	stats   *stats.Stats
	limits  limits
}

var published = expvar.NewInt("failed_sign_ins")

func (s *server) auth(r *http.Request) (*sessions.AuthenticateResponse, error) {
	return s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
}

func (s *server) inc(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `^the error is only counted: with an expired or revoked session, line \d+ still calls the next handler as if the call had succeeded; return there$`
		s.fails.Inc()
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) add(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `^the error is only counted`
		s.fails.Add(1)
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) field(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `^the error is only counted`
		s.failed++
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) plus(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `^the error is only counted`
		s.failed += 1
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) variable(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `^the error is only counted`
		published.Add(1)
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) atomic(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `^the error is only counted`
		s.total.Add(1)
		atomic.AddInt64(&s.old, 1)
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) both(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `^the error is only logged and counted`
		s.fails.Inc()
		log.Println(err)
	}
	s.next.ServeHTTP(w, r)
}

// metrics are the program's own.
type metrics struct {
	mu     sync.Mutex
	failed int
	byCode map[string]int
	total  atomic.Int64
}

func (m *metrics) signInFailed() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.failed++
	m.byCode["401"]++
}

func (m *metrics) tally() { m.total.Add(1) }

func (m *metrics) record(err error) {
	log.Println(err)
	m.signInFailed()
}

func (s *server) own(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `^the error is only logged and counted`
		log.Println(err)
		s.metrics.signInFailed()
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) ownAtomic(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `^the error is only counted`
		s.metrics.tally()
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) ownRecorded(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `^the error is only logged and counted`
		s.metrics.record(err)
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) ofStats(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `^the error is only counted`
		s.stats.SignInFailed()
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) refused(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `^the error is only counted`
		s.stats.Refused()
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) neither(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `^the error is only tested`
	}
	s.next.ServeHTTP(w, r)
}

// The failure that is answered is another one: what is sold to nobody is not.

func (s *server) sold(w http.ResponseWriter, r *http.Request) {
	resp, err := s.auth(r) // want `^the error is only counted: .* uses the response`
	if err != nil {
		s.fails.Inc()
	}
	list, err := s.orders.of(r.Context(), resp.User.UserID)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(list)
}

func (s *server) soldAnswered(w http.ResponseWriter, r *http.Request) {
	resp, err := s.auth(r) // want `^the failure is answered, but the function does not return: .* uses the response`
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
	}
	list, lookupErr := s.orders.of(r.Context(), resp.User.UserID)
	if lookupErr != nil {
		log.Println(lookupErr)
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	json.NewEncoder(w).Encode(list)
}

func (s *server) soldDropped(w http.ResponseWriter, r *http.Request) {
	resp, _ := s.auth(r) // want `^the error is never checked: .* uses the response`
	list, err := s.orders.of(r.Context(), resp.User.UserID)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(list)
}

// Right: the look-up tells who is signed in.

func (s *server) found(w http.ResponseWriter, r *http.Request) {
	resp, err := s.auth(r)
	if err != nil {
		s.fails.Inc()
	}
	list, err := s.orders.of(r.Context(), resp.User.UserID)
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	json.NewEncoder(w).Encode(list)
}

func (s *server) foundOrFailed(w http.ResponseWriter, r *http.Request) {
	resp, err := s.auth(r)
	if err != nil {
		s.fails.Inc()
	}
	list, err := s.orders.of(r.Context(), resp.User.UserID)
	if err != nil {
		if errors.Is(err, context.Canceled) {
			return
		}
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(list)
}

func (s *server) returned(r *http.Request) ([]string, error) {
	resp, err := s.auth(r)
	if err != nil {
		s.fails.Inc()
	}
	list, err := s.orders.of(r.Context(), resp.User.UserID)
	if err != nil {
		return nil, err
	}
	return list, nil
}

// The count decides something.

func (s *server) limited(w http.ResponseWriter, r *http.Request) {
	tries := 0
	if _, err := s.auth(r); err != nil {
		tries++
	}
	if tries > 0 {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) limitedAtomic(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		if s.total.Add(1) > 5 {
			http.Error(w, "sign in", http.StatusUnauthorized)
			return
		}
	}
	fmt.Fprintln(w, s.total.Load())
}

// Both outcomes are counted: it is an audit, and no gate.

func (s *server) audited(w http.ResponseWriter, r *http.Request, stats map[string]int) {
	if _, err := s.auth(r); err != nil {
		stats["guest"]++
	} else {
		stats["user"]++
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) auditedBy(w http.ResponseWriter, r *http.Request, users Counter) {
	if _, err := s.auth(r); err != nil {
		s.fails.Inc()
	} else {
		users.Inc()
	}
	s.next.ServeHTTP(w, r)
}

// These are no counters.

// limits tell later who is kept out.
type limits struct {
	out   map[string]bool
	tries int
}

func (l *limits) failed(user string) {
	l.tries++
	l.out[user] = true
}

func (s *server) keptOut(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		s.limits.failed(r.RemoteAddr)
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) blocked(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		s.stats.Block(r.RemoteAddr)
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) grouped(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		s.group.Add(1)
	}
	s.next.ServeHTTP(w, r)
}
