// Package fakeparts puts answers of Stytch together part by part.
package fakeparts

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

func summed(code string) string { return `{"error_type":"` + code + `","request_id":"` + "1" + `"}` }

// What several calls or statements put together is not followed.
func printed(w http.ResponseWriter, code string) {
	w.WriteHeader(404)
	fmt.Fprint(w, `{"error_type":"`, code, `","error_message":"no"}`)
}

func printedApart(w http.ResponseWriter, code string) {
	_, _ = fmt.Fprint(w, `{"status_code":`, 404, `,"error_type":"`)
	_, _ = fmt.Fprint(w, code)
	_, _ = fmt.Fprint(w, `"}`)
}

func built(w http.ResponseWriter, code string) {
	var s strings.Builder
	s.WriteString(`{"error_message":"no",`)
	s.WriteString(`"error_type":"`)
	s.WriteString(code)
	s.WriteString(`"}`)
	io.WriteString(w, s.String())
}

func buffered(w http.ResponseWriter, code string) {
	var buf bytes.Buffer
	switch code {
	default:
		buf.Write([]byte(`{"error_message":"no",` + `"error_type":"`))
		fmt.Fprint(&buf, code)
		io.WriteString(&buf, `"}`)
	}
	w.Write(buf.Bytes())
}

func added(w http.ResponseWriter, code string) {
	text := `{"error_type":"`
	text += code
	text += `","request_id":"1"}`
	io.WriteString(w, text)
}

// Parts of something else: of two texts, of another name, or of a longer code.
func others(w http.ResponseWriter, text string) {
	var a, b strings.Builder
	a.WriteString(`{"error_message":"no","error_type":"`)
	b.WriteString(text)
	a.WriteString(`"}`)
	fmt.Fprint(w, `{"error_message":"`, text, `","error_type":"x"}`)
	fmt.Fprint(w, `{"error_type":"`, text, `_more","error_message":"x"}`)
	fmt.Fprint(w)
}

// Of that shape much may be.
func short(w http.ResponseWriter, text string) { fmt.Fprint(w, `{"error_type":"`, text, `"}`) }

func Test(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		printed(w, "sesion_not_found")
		printedApart(w, "sesion_not_found")
		built(w, "sesion_not_found")
		buffered(w, "sesion_not_found")
		added(w, "sesion_not_found")
		summed("sesion_not_found") // want `"sesion_not_found" is not`
		others(w, "sesion_not_found")
		short(w, "sesion_not_found")
	}))
	defer s.Close()
	stytchapi.NewClient("project-test-1", "secret-test-1", stytchapi.WithBaseURI(s.URL))
}
