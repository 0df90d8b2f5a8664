package rewrites

import (
	"errors"
	"fmt"
	"log"
	"net/http"

	pkgerrors "github.com/pkg/errors"
)

// errors.As finds an error that %w wraps, whatever other verbs there are.
func (h *chis) width(r *http.Request) error {
	if _, err := h.session(r); err != nil {
		return fmt.Errorf("%5d%%, %*d: %+w", 1, 2, 3, err)
	}
	return nil
}

func (h *chis) byWidth(w http.ResponseWriter, r *http.Request) {
	if err := h.width(r); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `an expired or revoked session`
	}
}

// One that is wrapped by number is not known to be found, nor one that is
// printed, even if another is wrapped.
func (h *chis) number(r *http.Request) error {
	if _, err := h.session(r); err != nil {
		return fmt.Errorf("%[1]w", err)
	}
	return nil
}

func (h *chis) byNumber(w http.ResponseWriter, r *http.Request) {
	if err := h.number(r); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `an expired or revoked session`
	}
}

var errSession = errors.New("session")

func (h *chis) value(r *http.Request) error {
	if _, err := h.session(r); err != nil {
		return fmt.Errorf("%w: %v", errSession, err)
	}
	return nil
}

func (h *chis) byValue(w http.ResponseWriter, r *http.Request) {
	if err := h.value(r); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `an expired or revoked session`
	}
}

// A format that ends too early wraps nothing.
func (h *chis) early(r *http.Request) error {
	if _, err := h.session(r); err != nil {
		return fmt.Errorf("session: % ", err)
	}
	return nil
}

func (h *chis) byEarly(w http.ResponseWriter, r *http.Request) {
	if err := h.early(r); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `an expired or revoked session`
	}
}

// One that is handed over is known, too.
func (h *chis) format(r *http.Request, format string) error {
	if _, err := h.session(r); err != nil {
		return fmt.Errorf(format, err)
	}
	return nil
}

func (h *chis) byFormat(w http.ResponseWriter, r *http.Request) {
	if err := h.format(r, "%w"); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `an expired or revoked session`
	}
}

// Wrap wraps its first argument.
func (h *chis) pkg(r *http.Request) error {
	_, err := h.session(r)
	return pkgerrors.Wrap(err, "session")
}

func (h *chis) byPkg(w http.ResponseWriter, r *http.Request) {
	if err := h.pkg(r); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `an expired or revoked session`
	}
}

// The others are texts.
func (h *chis) pkgText(r *http.Request) error {
	if _, err := h.session(r); err != nil {
		return pkgerrors.Wrap(errSession, err.Error())
	}
	return nil
}

func (h *chis) byPkgText(w http.ResponseWriter, r *http.Request) {
	if err := h.pkgText(r); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `an expired or revoked session`
	}
}

// What others are told of functions.

func Respond(w http.ResponseWriter, status int, err error) { // want Respond:"answers with its parameter 1"
	http.Error(w, err.Error(), status)
}

func Fail(w http.ResponseWriter, err error) { // want Fail:"answers 500"
	Respond(w, http.StatusInternalServerError, err)
}

func Wrap(err error) error { return fmt.Errorf("session: %w", err) }

func Note(err error) { log.Println(err) }

func Leave(err error) { wake() }

var wake func()
