package rewrites

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"strings"

	"github.com/go-chi/render"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type chis struct {
	api  *stytchapi.API
	hits int
}

func (h *chis) session(r *http.Request) (*sessions.AuthenticateResponse, error) {
	return h.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("session")})
}

// The body is rendered by what the fix does not know.
func (h *chis) noContent(w http.ResponseWriter, r *http.Request) {
	if _, err := h.session(r); err != nil {
		render.Status(r, http.StatusInternalServerError) // want `an expired or revoked session`
		render.NoContent(w, r)
		return
	}
}

func (h *chis) unknown(w http.ResponseWriter, r *http.Request) {
	if _, err := h.session(r); err != nil {
		render.Status(r, http.StatusInternalServerError) // want `an expired or revoked session`
		write(w, r, "failed")
		return
	}
}

func write(w http.ResponseWriter, r *http.Request, s string) { _, _ = w.Write([]byte(s)) }

// The status is set last, or followed by no call.
func (h *chis) last(w http.ResponseWriter, r *http.Request) {
	if _, err := h.session(r); err != nil {
		render.Status(r, http.StatusInternalServerError) // want `an expired or revoked session`
	}
}

func (h *chis) counted(w http.ResponseWriter, r *http.Request) {
	if _, err := h.session(r); err != nil {
		render.Status(r, http.StatusInternalServerError) // want `an expired or revoked session`
		h.hits++
		render.JSON(w, r, render.M{"error": "failed"})
		return
	}
}

func (h *chis) received(w http.ResponseWriter, r *http.Request, done chan int) {
	if _, err := h.session(r); err != nil {
		render.Status(r, http.StatusInternalServerError) // want `an expired or revoked session`
		<-done
		render.JSON(w, r, render.M{"error": "failed"})
		return
	}
}

// A function of the program answers, and chooses the status itself.
func (h *chis) throughHelper(w http.ResponseWriter, r *http.Request) {
	if _, err := h.session(r); err != nil {
		broken(w, err) // want `an expired or revoked session`
		return
	}
}

func broken(w http.ResponseWriter, err error) {
	http.Error(w, err.Error(), http.StatusInternalServerError)
}

// Another writes, and returns whether it did.
func (h *chis) throughReturn(w http.ResponseWriter, r *http.Request) bool {
	if _, err := h.session(r); err != nil {
		return brokenToo(w, err) // want `an expired or revoked session`
	}
	return true
}

func brokenToo(w http.ResponseWriter, err error) bool {
	http.Error(w, err.Error(), http.StatusInternalServerError)
	return false
}

// The answer is sent by a goroutine.
func (h *chis) spawned(w http.ResponseWriter, r *http.Request) {
	if _, err := h.session(r); err != nil {
		go broken(w, err)
		return
	}
}

// What is written by other means belongs to the answer.
func (h *chis) written(w http.ResponseWriter, r *http.Request) {
	if _, err := h.session(r); err != nil {
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session`
		if err := json.NewEncoder(w).Encode(map[string]string{"error": err.Error()}); err != nil {
			log.Println(err)
		} else {
			log.Println(len("written"))
		}
		return
	}
}

func (h *chis) printed(w http.ResponseWriter, r *http.Request) {
	if _, err := h.session(r); err != nil {
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session`
		_, _ = fmt.Fprintln(w, strings.ToLower(err.Error()))
		return
	}
}

// What follows the answer does more.
func (h *chis) more(w http.ResponseWriter, r *http.Request, later func()) {
	if _, err := h.session(r); err != nil {
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session`
		later()
		return
	}
}

func (h *chis) assigned(w http.ResponseWriter, r *http.Request) {
	if _, err := h.session(r); err != nil {
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session`
		h.hits = 1
		return
	}
}

func (h *chis) called(w http.ResponseWriter, r *http.Request) {
	if _, err := h.session(r); err != nil {
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session`
		log.Println(func() int { h.hits++; return h.hits }())
		return
	}
}

func (h *chis) tested(w http.ResponseWriter, r *http.Request) {
	if _, err := h.session(r); err != nil {
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session`
		if h.hits > 0 {
			h.hits--
		}
		return
	}
}

func (h *chis) panics(w http.ResponseWriter, r *http.Request) {
	if _, err := h.session(r); err != nil {
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session`
		panic(err)
	}
}
