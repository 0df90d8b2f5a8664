// Package httpx answers requests.
package httpx

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

func Error(w http.ResponseWriter, status int, text string) { // want Error:`answers with its parameter 1`
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]string{"error": text})
}

func ServerError(w http.ResponseWriter, err error) { // want ServerError:`answers 500`
	Log(err)
	Error(w, http.StatusInternalServerError, "server error")
}

func Unauthorized(w http.ResponseWriter) { // want Unauthorized:`answers 401`
	Error(w, http.StatusUnauthorized, "sign in")
}

func Log(err error) { log.Println(err) }

func Logf(format string, args ...any) { log.Printf(format, args...) }

func Internal(err error) error { // want Internal:`answers 13`
	Log(err)
	return status.Error(codes.Internal, "server error")
}

func Wrap(err error, text string) error {
	return errors.Join(errors.New(text), err)
}

// Answer looks at what failed.
func Answer(w http.ResponseWriter, err error) {
	if errors.Is(err, http.ErrNoCookie) {
		Unauthorized(w)
		return
	}
	ServerError(w, err)
}
