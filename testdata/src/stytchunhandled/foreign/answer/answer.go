// Package answer answers errors. It knows nothing of the SDK.
package answer

import (
	"context"
	"errors"
	"net/http"
	"os"

	"go.mongodb.org/mongo-driver/mongo"
)

// Canceled tells those who have left apart.
func Canceled(w http.ResponseWriter, err error) {
	if errors.Is(err, context.Canceled) {
		w.WriteHeader(499)
		return
	}
	http.Error(w, "failed", http.StatusInternalServerError)
}

// Path tells files apart.
func Path(w http.ResponseWriter, err error) {
	var p *os.PathError
	if errors.As(err, &p) {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	http.Error(w, "failed", http.StatusInternalServerError)
}

// Failed tells answers with a status apart.
func Failed(w http.ResponseWriter, err error) {
	var s interface{ HTTPStatus() int }
	status := http.StatusUnauthorized
	if errors.As(err, &s) {
		status = http.StatusInternalServerError
	}
	w.WriteHeader(status)
}

// Duplicate tells errors of the database apart.
func Duplicate(w http.ResponseWriter, err error) {
	if mongo.IsDuplicateKeyError(err) {
		w.WriteHeader(http.StatusConflict)
		return
	}
	http.Error(w, "failed", http.StatusInternalServerError)
}
