package quiet_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"stytchcode_across/quiet"
)

const gone = `{"status_code":404,"error_type":"sesion_not_found","error_message":""}` // want `"session_not_found"`

// errors of others have another shape
const other = `{"error_type":"sesion_not_found"}`

func TestSignedIn(t *testing.T) {
	httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, gone)
	}))
	_ = new(quiet.Auth)
}
