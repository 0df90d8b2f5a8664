package fakes

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
)

type fake struct{ err error }

func (f fake) Authenticate(context.Context, string) error { return f.err }

func TestHandler(t *testing.T) {
	w := httptest.NewRecorder()
	h := &handler{sessions: fake{}}
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	if w.Code != http.StatusNoContent {
		t.Errorf("status %d", w.Code)
	}
}
