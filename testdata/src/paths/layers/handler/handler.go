// Package handler asks through interfaces.
package handler

import (
	"errors"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"paths/layers/adapter"
	"paths/layers/domain"
)

type handler struct{ asker domain.Asker }

func newHandler() *handler { return &handler{adapter.New("x")} }

func (h *handler) serve(w http.ResponseWriter, r *http.Request) {
	err := h.asker.Ask(r.FormValue("x"))
	var e stytcherror.Error
	switch {
	case err == nil:
		w.WriteHeader(200) // want `^succeeded, any, 200$`
	case errors.As(err, &e) && e.ErrorType == "session_not_found":
		w.WriteHeader(401) // want `^failed, session_not_found, 401$`
	default:
		w.WriteHeader(500) // want `^failed, foreign, 500; failed, not session_not_found, 500$`
	}
}

// An interface of the package itself that two types implement, of which one asks
// nothing.

type teller interface{ tell(x string) error }

type quiet struct{}

func (quiet) tell(x string) error { return nil }

type loud struct{ asker domain.Asker }

func (l loud) tell(x string) error { return l.asker.Ask(x) } // want `^failed, any, returned Error around it$`

func either(w http.ResponseWriter, t teller) {
	if t.tell("x") != nil {
		w.WriteHeader(500)
	}
}

func known(w http.ResponseWriter) {
	var a domain.Asker = &adapter.Adapter{}
	if a.Ask("x") != nil {
		w.WriteHeader(500) // want `^failed, any, 500$`
	}
}

// Two that both ask.

type prompter interface{ prompt(x string) error }

type first struct{ adapter.Adapter }

func (f *first) prompt(x string) error { return f.Ask(x) } // want `^failed, any, returned Error around it$`

type second struct{ asker domain.Asker }

func (s second) prompt(x string) error {
	if err := s.asker.Ask(x); err != nil { // want `^failed, any, returned around it$`
		return errors.Join(errors.New("second"), err)
	}
	return nil
}

func both(w http.ResponseWriter, p prompter) {
	if p.prompt("x") != nil {
		w.WriteHeader(500) // want `^failed, any, 500$`
	}
}

// Fields that are filled with one of the types, or two.

type box struct {
	teller teller
	either teller
	handed teller
}

func newBox(t teller, real bool) *box {
	b := &box{teller: loud{adapter.New("x")}, handed: t}
	if b.either = (quiet{}); real {
		b.either = loud{adapter.New("y")}
	}
	return b
}

func (b *box) serve(w http.ResponseWriter) {
	if b.teller.tell("x") != nil {
		w.WriteHeader(500) // want `^failed, any, 500$`
	}
}

func (b *box) others(w http.ResponseWriter) {
	if b.either.tell("x") != nil || b.handed.tell("x") != nil {
		w.WriteHeader(500)
	}
}
