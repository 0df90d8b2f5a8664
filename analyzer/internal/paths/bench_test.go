package paths_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
)

// program returns a package of n handlers that ask through a service behind an
// interface, and answer by a helper that asks errors what they are. With ask being
// false nothing in it matters.
func program(n int, ask bool) string {
	var b strings.Builder
	b.WriteString(`package bench

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"paths/asked"
)

type AppError struct {
	Status int
	Err    error
}

func (e *AppError) Error() string { return fmt.Sprint(e.Status, e.Err) }

func (e *AppError) Unwrap() error { return e.Err }

func Around(status int, err error) error {
	if err == nil {
		return nil
	}
	return &AppError{status, err}
}

func Fail(w http.ResponseWriter, err error) {
	var own *AppError
	var e stytcherror.Error
	switch {
	case errors.As(err, &own):
		w.WriteHeader(own.Status)
	case !errors.As(err, &e):
		w.WriteHeader(500)
	case e.StatusCode/100 == 5:
		w.WriteHeader(502)
	case e.ErrorType == "session_not_found", e.ErrorType == "unauthorized_credentials":
		w.WriteHeader(401)
	case e.ErrorType == "user_not_found":
		w.WriteHeader(404)
	default:
		w.WriteHeader(500)
	}
}

func Must(f func() error) error {
	if err := f(); err != nil {
		return fmt.Errorf("must: %w", err)
	}
	return nil
}

func call(x string) (*asked.Answer, error) { return nil, nil }
`)
	for i := range n {
		fn := "call"
		if ask {
			fn = "asked.Ask"
		}
		fmt.Fprintf(&b, `
type asker%[1]d interface{ Ask%[1]d(x string) error }

type service%[1]d struct{ next *service%[1]d }

func (s *service%[1]d) Ask%[1]d(x string) error {
	if s.next != nil && len(x) > %[1]d {
		return s.next.Ask%[1]d(x[1:])
	}
	_, err := %[2]s(x)
	return Around(400+%[1]d, err)
}

func Handle%[1]d(a asker%[1]d, w http.ResponseWriter, r *http.Request) {
	x := r.FormValue("x")
	if x == "" {
		w.WriteHeader(400)
		return
	}
	if err := a.Ask%[1]d(x); err != nil {
		Fail(w, err)
		return
	}
	if _, err := %[2]s("y" + x); err != nil {
		Fail(w, fmt.Errorf("handle: %%w", err))
		return
	}
	err := Must(func() error {
		_, err := %[2]s("z" + x)
		return err
	})
	status := 200
	if err != nil {
		status = 500
	}
	w.WriteHeader(status)
}
`, i, fn)
	}
	return b.String()
}

// BenchmarkRun measures packages of some handlers, with all that is followed in them,
// and with nothing that matters.
func BenchmarkRun(b *testing.B) {
	dir, err := filepath.Abs("../../../testdata")
	if err != nil {
		b.Fatal(err)
	}
	for _, ask := range []bool{true, false} {
		for _, n := range []int{50, 100, 200} {
			pass := fixtest.Pass(answers, fixtest.Source(b, dir, "paths/bench", program(n, ask)))
			b.Run(fmt.Sprintf("matters=%t/%d", ask, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					runAnswers(pass)
				}
			})
		}
	}
}
