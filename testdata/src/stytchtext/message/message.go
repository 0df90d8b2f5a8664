package message

import (
	"errors"
	"fmt"
	"log"
	"net/http"
	"regexp"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

const weak = "Password is too weak"

var expired = regexp.MustCompile(`expired|invalid`)

func decisions(err error, w http.ResponseWriter) int {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return 0
	}
	if e.ErrorMessage == "Session could not be found." { // want `^ErrorMessage is meant for people and may be reworded; compare ErrorType instead$`
		return 1
	}
	if string(e.ErrorMessage) != weak { // want `ErrorMessage is meant for people`
		return 1
	}
	if strings.Contains(string(e.ErrorMessage), "expired") { // want `ErrorMessage is meant for people`
		return 1
	}
	if strings.Contains(strings.ToLower(string(e.ErrorMessage)), "session_not_found") { // want `ErrorMessage is meant for people`
		return 1
	}
	if strings.HasPrefix(fmt.Sprint(e.ErrorMessage), "The magic link") { // want `ErrorMessage is meant for people`
		return 1
	}
	if expired.MatchString(string(e.ErrorMessage)) { // want `ErrorMessage is meant for people`
		return 1
	}
	switch e.ErrorMessage {
	case "Email format is invalid.": // want `ErrorMessage is meant for people`
		return 1
	case "":
		return 2
	}
	msg := string(e.ErrorMessage)
	if strings.EqualFold(msg, "rate limit exceeded") { // want `ErrorMessage is meant for people`
		return 1
	}

	// Shown, logged or asked whether there is one.
	log.Println(e.ErrorMessage)
	http.Error(w, string(e.ErrorMessage), e.StatusCode)
	if e.ErrorMessage == "" || len(e.ErrorMessage) > 100 || strings.Contains(msg, " ") {
		return 2
	}
	shown := strings.ReplaceAll(msg, "support@stytch.com", "us")
	if e.ErrorMessage == stytcherror.Message(shown) {
		return 2
	}
	text := string(e.ErrorType) + ": " + string(e.ErrorMessage)
	if strings.Contains(text, "session_not_found") {
		return 2
	}
	mixed := string(e.ErrorMessage)
	if len(mixed) > 80 {
		mixed = string(e.ErrorType)
	}
	if mixed == "weak_password" {
		return 2
	}
	return 3
}

func pointer(e *stytcherror.Error) bool {
	return strings.Contains(string(e.ErrorMessage), "invalid") // want `ErrorMessage is meant for people`
}

func oauth(e stytcherror.OAuth2Error) bool {
	return e.ErrorMessage == "invalid client" // want `ErrorMessage is meant for people`
}

// A type of the program's own.
type failure struct{ ErrorMessage string }

func own(f failure) bool { return f.ErrorMessage == "weak password" }
