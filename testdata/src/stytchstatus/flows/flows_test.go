package flows

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	qt "github.com/frankban/quicktest"
	"github.com/onsi/gomega"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func TestCarriers(t *testing.T) {
	f := &failure{}
	f.status = 401 // want `^"email_not_found" always comes with status 404, never with 401$`
	f.code = "email_not_found"
	g := &failure{}
	g.status = 404
	g.code = "email_not_found"
	if g.status == 404 {
		g.status = 401
	}
	var e stytcherror.Error
	e.StatusCode, e.ErrorType = 401, "session_not_found" // want `never with 401`
	t.Log(f, g, e)
}

func TestVariables(t *testing.T) {
	status, code := 401, "session_not_found" // want `never with 401`
	t.Log(stytcherror.Error{StatusCode: status, ErrorType: stytcherror.Type(code)})
	again, other := 200, "session_not_found"
	if again == 200 {
		again = 404
	}
	t.Log(stytcherror.Error{StatusCode: again, ErrorType: stytcherror.Type(other)})
	one := 404
	first := stytcherror.Type("session_not_found")
	second := stytcherror.Type("weak_password")
	t.Log(stytcherror.Error{StatusCode: one, ErrorType: first}, stytcherror.Error{StatusCode: 400, ErrorType: second})
	for _, at := range []int{401, 404} {
		t.Log(stytcherror.Error{StatusCode: at, ErrorType: "session_not_found"})
	}
}

func pick(n int) (int, string) {
	if n > 0 {
		return 404, "session_not_found"
	}
	return 401, "session_not_found" // want `never with 401`
}

func TestFunctions(t *testing.T) {
	newErr := func(code string, status int) error {
		return stytcherror.Error{StatusCode: status, ErrorType: stytcherror.Type(code)}
	}
	notFound := func(code string) error { return newErr(code, 404) }
	status, code := pick(1)
	for _, err := range []error{
		newErr("session_not_found", 404),
		newErr("session_not_found", 401), // want `never with 401`
		newErr(code, status),
		notFound("user_not_found"),
	} {
		t.Log(err)
	}
}

func TestAsserted(t *testing.T) {
	e, f := decoded(), decoded()
	assert.Equal(t, 401, e.StatusCode) // want `never with 401`
	assert.Equal(t, stytcherror.Type("session_not_found"), e.ErrorType)
	require.Equal(t, http.StatusNotFound, f.StatusCode)
	require.EqualValues(t, "session_not_found", f.ErrorType)
	t.Run("not", func(t *testing.T) {
		assert.NotEqual(t, 401, e.StatusCode)
		assert.EqualValues(t, "session_not_found", e.ErrorType)
	})
	t.Run("both", func(t *testing.T) {
		assert.Equal(t, 401, e.StatusCode)
		assert.EqualValues(t, "session_not_found", f.ErrorType)
	})
	t.Run("again", func(t *testing.T) {
		assert.Equal(t, 404, e.StatusCode)
		assert.EqualValues(t, "session_not_found", e.ErrorType)
		e = decoded()
		assert.Equal(t, 400, e.StatusCode)
		assert.EqualValues(t, "weak_password", e.ErrorType)
	})
}

func TestMatched(t *testing.T) {
	e, f := decoded(), decoded()
	c := qt.New(t)
	c.Assert(e.StatusCode, qt.Equals, 401) // want `never with 401`
	c.Assert(string(e.ErrorType), qt.Equals, "user_not_found")
	g := gomega.NewWithT(t)
	g.Expect(f.StatusCode).To(gomega.Equal(401)) // want `never with 401`
	g.Expect(f.ErrorType).To(gomega.BeEquivalentTo("user_not_found"))
}

func TestFailures(t *testing.T) {
	for _, tt := range []struct {
		err    error
		status int
		code   string
	}{
		{nil, 404, "session_not_found"},
		{nil, 401, "session_not_found"}, // want `never with 401`
	} {
		var e stytcherror.Error
		if !errors.As(tt.err, &e) {
			continue
		}
		requireStatus(t, e, tt.status)
		requireCode(t, e, tt.code)
	}
}

func requireStatus(t *testing.T, e stytcherror.Error, status int) {
	if e.StatusCode != status {
		t.Fatal(e)
	}
}

func requireCode(t *testing.T, e stytcherror.Error, code string) {
	if string(e.ErrorType) != code {
		t.Fatal(e)
	}
}

type problem struct {
	StatusCode   int    `json:"status_code"`
	ErrorType    string `json:"error_type"`
	ErrorMessage string `json:"error_message"`
}

const body = `{"status_code": %d, "error_type": %q, "error_message": "no"}`

func TestFakes(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/format", func(w http.ResponseWriter, r *http.Request) {
		status, code := 401, "session_not_found" // want `never with 401`
		w.WriteHeader(status)
		fmt.Fprintf(w, body, status, code)
	})
	mux.HandleFunc("/formats", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, body, 404, "session_not_found")
		fmt.Fprintf(w, body, 401, "user_not_found") // want `never with 401`
	})
	mux.HandleFunc("/struct", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(401) // want `never with 401`
		_ = json.NewEncoder(w).Encode(problem{ErrorType: "session_not_found"})
	})
	mux.HandleFunc("/encoded", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusUnauthorized) // want `never with 401`
		_ = json.NewEncoder(w).Encode(map[string]string{"error_type": "session_not_found", "error_message": "no"})
	})
	mux.HandleFunc("/sum", func(w http.ResponseWriter, r *http.Request) {
		answers(w, 404, "session_not_found")
		answers(w, 401, "session_not_found") // want `never with 401`
	})
	mux.HandleFunc("/fixed", func(w http.ResponseWriter, r *http.Request) {
		fixedPart(w, "weak_password")
		fixedPart(w, "session_not_found") // want `never with 400`
	})
	s := httptest.NewServer(mux)
	s.Close()
}

func fixedPart(w http.ResponseWriter, code string) {
	_, _ = w.Write([]byte(`{"status_code":400,"error_type":"` + code + `"}`))
}

func answers(w http.ResponseWriter, status int, code string) {
	w.WriteHeader(status)
	_, _ = w.Write([]byte(`{"request_id": "r", "error_message": "no", "error_type": "` + code + `"}`))
}

// What the program's own server answers to a failure of Stytch's.
func TestAnswers(t *testing.T) {
	for _, tt := range []struct {
		code   string
		status int
	}{
		{"session_not_found", 401},
		{"weak_password", 422},
	} {
		rec := httptest.NewRecorder()
		rec.WriteHeader(answer(stytcherror.Error{ErrorType: stytcherror.Type(tt.code)}))
		assert.Equal(t, tt.status, rec.Code)
	}
}

// The status beside the code is the program's own, and that of the error another one.
func TestFixed(t *testing.T) {
	for _, tt := range []struct {
		code   string
		status int
	}{
		{"session_not_found", 401},
		{"unable_to_auth_magic_link", 401}, // want `always comes with status 401, never with 404, which it gets where the error is made$`
	} {
		assert.Equal(t, tt.status, answer(stytcherror.Error{StatusCode: 404, ErrorType: stytcherror.Type(tt.code)}))
	}
}
