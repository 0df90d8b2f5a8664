// Package manner answers in the manner of its neighbours, or gets no fix.
package manner

import (
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type server struct {
	api   *stytchapi.API
	pages *template.Template
}

func (s *server) session(r *http.Request) (*sessions.AuthenticateResponse, error) {
	return s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
}

// Statuses are numbers where the neighbours are, and names where those are.

func (s *server) number(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		http.Error(w, "failed", 500) // want `an expired or revoked session`
		return
	}
}

func (s *server) name(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		http.Error(w, "failed", http.StatusBadGateway) // want `an expired or revoked session`
		return
	}
}

const broken = http.StatusInternalServerError

func (s *server) ownName(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		http.Error(w, "failed", broken) // want `an expired or revoked session`
		return
	}
}

// What is JSON stays JSON.

func (s *server) literal(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		http.Error(w, `{"error": "failed"}`, 500) // want `an expired or revoked session`
		return
	}
}

func (s *server) quoted(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		http.Error(w, "{\"message\":\"failed\"}", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
}

func (s *server) twoKeys(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		http.Error(w, `{"error": "failed", "retry": "later"}`, 500) // want `an expired or revoked session`
		return
	}
}

func (s *server) formatted(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		http.Error(w, fmt.Sprintf(`{"error": %q}`, err), 500) // want `an expired or revoked session`
		return
	}
}

func (s *server) added(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		http.Error(w, `{"error": "`+err.Error()+`"}`, 500) // want `an expired or revoked session`
		return
	}
}

// A status that a body follows gets the same body.

type failure struct {
	Error  string `json:"error"`
	Status int    `json:"status"`
	Again  bool   `json:"again"`
	Path   string `json:"path"`
}

func (s *server) encoded(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session`
		json.NewEncoder(w).Encode(failure{Error: err.Error(), Status: 500, Again: true, Path: r.URL.Path})
		return
	}
}

func (s *server) nested(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		w.WriteHeader(500) // want `an expired or revoked session`
		_ = json.NewEncoder(w).Encode(map[string]any{"error": map[string]any{"message": "failed", "status": 500}, "data": nil})
		return
	}
}

func (s *server) written(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		w.WriteHeader(500) // want `an expired or revoked session`
		w.Write([]byte(`{"error":"failed"}`))
		return
	}
}

func (s *server) twoTexts(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		w.WriteHeader(500) // want `an expired or revoked session`
		json.NewEncoder(w).Encode(map[string]string{"error": "internal", "message": "try again"})
		return
	}
}

const internal = "internal"

func (s *server) named(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		w.WriteHeader(500) // want `an expired or revoked session`
		json.NewEncoder(w).Encode(map[string]string{"error": internal})
		return
	}
}

func (s *server) variable(w http.ResponseWriter, r *http.Request) {
	body := map[string]string{"error": "failed"}
	if _, err := s.session(r); err != nil {
		w.WriteHeader(500) // want `an expired or revoked session`
		json.NewEncoder(w).Encode(body)
		return
	}
}

func (s *server) template(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		w.WriteHeader(500) // want `an expired or revoked session`
		s.pages.ExecuteTemplate(w, "500.html", nil)
		return
	}
}

// A bare status stays one, whatever others of the function have.

func (s *server) bare(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		w.WriteHeader(500) // want `an expired or revoked session`
		return
	}
}

func (s *server) bareBesideBody(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("plan") == "" {
		writeError(w, http.StatusBadRequest, "no plan")
		return
	}
	if _, err := s.session(r); err != nil {
		w.WriteHeader(500) // want `an expired or revoked session`
		return
	}
}

// Helpers of the program.

func writeError(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]string{"error": text})
}

func writeCode(w http.ResponseWriter, status int, code, text string) {
	writeError(w, status, code+": "+text)
}

func page(w http.ResponseWriter, status int, name string) {
	w.WriteHeader(status)
	template.Must(template.ParseGlob("*")).ExecuteTemplate(w, name, nil)
}

func writeBody(w http.ResponseWriter, status int, body any) {
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}

func serverError(w http.ResponseWriter, err error) {
	log.Println(err)
	writeError(w, 500, "server error")
}

func brokenPage(w http.ResponseWriter, err error) {
	log.Println(err)
	w.WriteHeader(500)
	fmt.Fprintln(w, "server error")
}

func (s *server) helper(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		writeError(w, 500, "failed") // want `an expired or revoked session`
		return
	}
}

func (s *server) helperOfFixedStatus(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		serverError(w, err) // want `an expired or revoked session`
		return
	}
}

func (s *server) helperOfFixedPage(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		brokenPage(w, err) // want `an expired or revoked session`
		return
	}
}

func (s *server) helperBesideAnother(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("plan") == "" {
		writeError(w, http.StatusBadRequest, "no plan")
		return
	}
	if _, err := s.session(r); err != nil {
		brokenPage(w, err) // want `an expired or revoked session`
		return
	}
}

func (s *server) helperOfCode(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		writeCode(w, 500, "internal", "failed") // want `an expired or revoked session`
		return
	}
}

func (s *server) helperOfName(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		writeError(w, 500, internal) // want `an expired or revoked session`
		return
	}
}

func (s *server) helperOfFile(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		writeError(w, 500, "500.html") // want `an expired or revoked session`
		return
	}
}

func (s *server) helperOfTemplate(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		page(w, 500, "failure") // want `an expired or revoked session`
		return
	}
}

func (s *server) helperOfFormat(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		writeError(w, 500, "100% failed") // want `an expired or revoked session`
		return
	}
}

func (s *server) helperOfBody(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		writeBody(w, http.StatusInternalServerError, &failure{Error: "failed", Status: http.StatusInternalServerError}) // want `an expired or revoked session`
		return
	}
}

func (s *server) helperOfError(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		writeBody(w, http.StatusInternalServerError, fmt.Errorf("session: %w", err)) // want `an expired or revoked session`
		return
	}
}

func (s *server) helperOfNewError(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		writeBody(w, http.StatusInternalServerError, errors.New("server")) // want `an expired or revoked session`
		return
	}
}

// An error that the program makes of the failure may say that the server failed.

type appError struct {
	code string
	err  error
}

func (e *appError) Error() string { return e.code }
func (e *appError) Unwrap() error { return e.err }

func failing(err error) *appError { return &appError{code: "internal_error", err: err} }

func (s *server) helperOfOwnError(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		writeBody(w, http.StatusInternalServerError, failing(err)) // want `an expired or revoked session`
		return
	}
}

func (s *server) helperOfOwnErrorWrapped(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		writeBody(w, http.StatusInternalServerError, fmt.Errorf("session: %w", failing(err))) // want `an expired or revoked session`
		return
	}
}

func (s *server) helperOfOwnLiteral(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		writeBody(w, http.StatusInternalServerError, &appError{"internal_error", err}) // want `an expired or revoked session`
		return
	}
}

// The program keeps an error for that.
var failed struct{ err error }

func (s *server) helperOfKeptError(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		writeBody(w, http.StatusInternalServerError, failed.err) // want `an expired or revoked session`
		return
	}
}

// A failure that is only logged is answered as others are.

func (s *server) loggedBesideHelper(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("plan") == "" {
		writeError(w, http.StatusBadRequest, "no plan")
		return
	}
	res, err := s.session(r) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	json.NewEncoder(w).Encode(res.User)
}

func (s *server) loggedBesideText(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("plan") == "" {
		http.Error(w, "no plan", 400)
		return
	}
	res, err := s.session(r) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	json.NewEncoder(w).Encode(res.User)
}

func (s *server) loggedBesideBody(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("plan") == "" {
		w.WriteHeader(http.StatusBadRequest)
		json.NewEncoder(w).Encode(failure{Error: "no plan"})
		return
	}
	res, err := s.session(r) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	json.NewEncoder(w).Encode(res.User)
}

func (s *server) loggedBesideVariable(w http.ResponseWriter, r *http.Request) {
	if plan := r.FormValue("plan"); plan == "" {
		writeError(w, http.StatusBadRequest, plan)
		return
	}
	res, err := s.session(r) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	json.NewEncoder(w).Encode(res.User)
}

// What the program keeps may be the answer itself.

var errInternal = failure{Error: "internal"}

func (s *server) helperOfVariable(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		writeBody(w, 500, errInternal) // want `an expired or revoked session`
		return
	}
}

type site struct {
	*server
	failed string
}

func (s *site) helperOfField(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		writeError(w, 500, s.failed) // want `an expired or revoked session`
		return
	}
}

// So may what it answers to who is not signed in.

var errSignIn = failure{Error: "sign in"}

func (s *server) takenOver(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Session") == "" {
		writeBody(w, 401, errSignIn)
		return
	}
	if _, err := s.session(r); err != nil {
		writeBody(w, 500, errInternal) // want `an expired or revoked session`
		return
	}
}

// The text of a status is computed.
func (s *server) helperOfStatusText(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		writeError(w, 500, http.StatusText(500)) // want `an expired or revoked session`
		return
	}
}

// Other ways to write a text after the status.

func (s *server) printed(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		w.WriteHeader(500) // want `an expired or revoked session`
		_, _ = fmt.Fprintf(w, "failed: %v", err)
		return
	}
}

func (s *server) twice(w http.ResponseWriter, r *http.Request) {
	if _, err := s.session(r); err != nil {
		w.WriteHeader(500) // want `an expired or revoked session`
		fmt.Fprintln(w, "failed")
		fmt.Fprintln(w, "try again")
		return
	}
}
