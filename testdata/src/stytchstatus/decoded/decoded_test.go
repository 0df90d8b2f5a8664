package decoded

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestUser(t *testing.T) {
	for _, p := range []problem{
		{StatusCode: 404, ErrorType: "user_not_found"},
		{StatusCode: 401, ErrorType: "user_not_found"}, // want `^"user_not_found" always comes with status 404, never with 401$`
	} {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(p.StatusCode)
			_ = json.NewEncoder(w).Encode(p)
		}))
		s.Close()
	}
}
