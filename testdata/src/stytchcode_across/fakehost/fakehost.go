// Package fakehost stands in for Stytch's API, whose host it names.
package fakehost

import (
	"fmt"
	"io"
	"net/http"
)

const replaced = "https://test.stytch.com/v1/"

const keyType = "error_type"

func serve(w http.ResponseWriter, status int) {
	// a map with a constant for its key
	answer(w, map[string]any{
		"status_code": status,
		keyType:       "sesion_not_found", // want `"session_not_found"`
	})
	// a map of strings, in a list
	_ = []map[string]string{
		{"error_type": "user_notfound", "error_message": ""}, // want `"user_not_found"`
		{"error_type": "teapot", "error_message": ""},
		{"error_type": "user_notfound"},
	}
	// a code in a variable
	code := "weak_pasword" // want `"weak_password"`
	answer(w, map[string]any{"error_type": code, "error_message": "weak"})
	// JSON with several errors, one of them unknown
	// want +3 `"captcha_failed"`
	// want +5 `"otp_code_not_found"`
	io.WriteString(w, `{"errors": [
		{"status_code": 400, "error_type": "captcha_faild"},
		{"status_code": 400, "error_type" : "session_not_found"},
		{"status_code": 418, "error_type": "teapot"},
		{"status_code": 404, "error_type":"otp_code_notfound"}
	]}`)
	// templates
	fmt.Fprintf(w, `{"status_code": %d, "error_type": "%s"}`, status, code)
	fmt.Fprintf(w, `{"status_code": %d, "error_type": %q}`, status, code)
	fmt.Fprintf(w, `{"status_code": %d, "error_type": "duplicate_%s"}`, status, code)
	fmt.Fprintf(w, `{"status_code": %d, "error_type": "duplicate_emial"}`, status) // want `"duplicate_email"`
	io.WriteString(w, `{"status_code": 400, "error_type": "{{.Code}}"}`)
	io.WriteString(w, `{"status_code": 400, "error_type": "$CODE"}`)
	// the errors of another service, which have no status and names of their own
	answer(w, map[string]any{"error_type": "RATE_LIMIT_EXCEEDED", "error_code": "ACCOUNTS_LIMIT", "error_message": "no"})
	io.WriteString(w, `{"request_id": "r", "error_code": "ACCOUNTS_LIMIT", "error_type": "RATE_LIMIT_EXCEEDED", "error_message": "no"}`)
	fmt.Fprintf(w, `{"error_code": %q, "error_type": "%s", "error_message": "no"}`, "ACCOUNTS_LIMIT", "RATE_LIMIT_EXCEEDED")
	fmt.Fprintf(w, "{\"error_type\": \"%s\", \"error_message\": \"a: b\"}", "user_notfound") // want `"user_not_found"`
	// no text, and no string
	io.WriteString(w, `{"status_code": 400, "error_type": null}`)
	io.WriteString(w, `{"status_code": 400, "error_type": "sesion_not_found`)
	io.WriteString(w, `{"status_code": 400, "error_type": ""}`)
}

// JSON that is put together from the rows of a table
var rows = []struct {
	status int
	code   string
}{
	{404, "sesion_not_found"}, // want `"session_not_found"`
	{404, "session_not_found"},
}

var others = []struct{ code, part, tail string }{
	{"user_notfound", "sesion", "sesion_not_found"}, // want `"user_not_found"`
}

func together(w http.ResponseWriter) {
	for _, r := range rows {
		fmt.Fprintf(w, `{"status_code": %d, "request_id": "100%%", "error_type": %q}`, r.status, r.code)
	}
	for _, o := range others {
		io.WriteString(w, `{"status_code":404,"error_type":"`+o.code+`","error_message":"`+o.tail+`"}`)
		io.WriteString(w, `{"status_code":404,"error_type":"`+o.part+`_not_found"}`)
		fmt.Fprintf(w, `{"status_code":404,"error_type":"%s_not_found", "error_message": "%s"}`, o.part, o.tail)
	}
}

func answer(io.Writer, any) {}
