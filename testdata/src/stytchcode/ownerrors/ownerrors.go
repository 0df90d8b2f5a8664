// Package ownerrors belongs to a program with error codes of its own, which
// look like Stytch's and stand beside them. Nothing here is to be reported but
// what is marked.
package ownerrors

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// responses carry codes of the program, and Stytch's besides
func writeError(w io.Writer, status int, code string) {
	json.NewEncoder(w).Encode(map[string]any{"status": status, "error": code})
}

func handle(w io.Writer, err error) {
	var e stytcherror.Error
	switch {
	case errors.As(err, &e):
		writeError(w, e.StatusCode, string(e.ErrorType))
	case errors.Is(err, io.EOF):
		writeError(w, 400, "sesion_not_found")
	default:
		writeError(w, 500, "internal_error")
	}
}

// the same where the function looks at the code
func writeProblem(w io.Writer, code string) {
	status := 500
	switch code {
	case "sesion_not_found", "member_not_foud", "cart_is_empty":
		status = 404
	}
	fmt.Fprintln(w, status, code)
}

func problems(w io.Writer, e stytcherror.Error) {
	writeProblem(w, string(e.ErrorType))
	writeProblem(w, "sesion_not_found")
	writeProblem(w, "member_not_foud")
	writeProblem(w, "cart_is_empty")
}

// errors of the program's domain
type domainError struct {
	code string
}

func (d domainError) Error() string { return d.code }

var (
	errCheckout = domainError{"sesion_not_found"}
	errMember   = &domainError{code: "member_not_foud"}
)

func domain(err error) int {
	var d domainError
	if errors.As(err, &d) {
		switch d.code {
		case "sesion_not_found", "session_expired":
			return 410
		case "member_not_foud":
			return 404
		}
	}
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "sesion_not_found" { // want `"session_not_found"`
		return 401
	}
	return 500
}

// a field named as Stytch's, on a type of the program
type apiError struct {
	StatusCode int    `json:"status_code"`
	ErrorType  string `json:"error_type"`
	Message    string `json:"detail"`
}

func fromPartner(body []byte) (retry bool) {
	var a apiError
	if json.Unmarshal(body, &a) != nil {
		return false
	}
	return a.ErrorType == "sesion_not_found" || a.ErrorType == "rate_limited"
}

// a type named as Stytch's
type Type string

func kind(t Type) bool { return t == "sesion_not_found" || t == Type("magic_link_not_fond") }

// what a code is translated into
func translate(e stytcherror.Error) string {
	switch e.ErrorType {
	case "session_not_found":
		return "sesion_expired"
	case "user_not_found":
		return "member_not_foud"
	}
	return "unexpected"
}

func translated(e stytcherror.Error) bool {
	return translate(e) == "sesion_expired" || translate(e) == "member_not_foud" || translate(e) == "user_notfound"
}

// the other fields of the error
func otherFields(e stytcherror.Error) bool {
	return e.ErrorMessage == "sesion_not_found" || e.RequestID == "member_not_foud" ||
		string(e.ErrorURL) == "sesion_not_found" || e.ErrorDetails["sesion_not_found"] != nil ||
		e.Error() == "sesion_not_found" || fmt.Sprint(e) == "sesion_not_found"
}

// a code as data: printed, logged, kept, compared with another
func data(e, last stytcherror.Error, labels map[string]string) error {
	labels["sesion_not_found"] = string(e.ErrorType)
	labels["code"] = string(e.ErrorType)
	if labels["code"] == "sesion_not_found" || e.ErrorType == last.ErrorType {
		return nil
	}
	return fmt.Errorf("sesion_not_found: %s", e.ErrorType)
}

// the program's own codes in a list that Stytch's are added to
func all(list []stytcherror.Error) []string {
	codes := []string{"sesion_not_found", "cart_is_empty"}
	for _, e := range list {
		codes = append(codes, string(e.ErrorType))
	}
	return codes
}
