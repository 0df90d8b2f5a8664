// Package client calls Stytch's API without the SDK.
package client

import (
	"encoding/json"
	"fmt"
	"io"
)

const host = "https://test.stytch.com/v1/"

// APIError has the shape of Stytch's errors.
type APIError struct {
	StatusCode   int    `json:"status_code"`
	ErrorType    string `json:"error_type"`
	ErrorMessage string `json:"error_message"`
}

func (e APIError) Error() string { return fmt.Sprint(e.ErrorType) }

// other has not
type other struct {
	ErrorType string `json:"error_type"`
	Detail    string `json:"detail"`
}

func decode(r io.Reader) error {
	var e APIError
	if err := json.NewDecoder(r).Decode(&e); err != nil {
		return err
	}
	if e.ErrorType == "sesion_not_found" { // want `did you mean "session_not_found"`
		return nil
	}
	var o other
	json.NewDecoder(r).Decode(&o)
	if o.ErrorType == "sesion_not_found" {
		return nil
	}
	var local struct {
		RequestID string `json:"request_id"`
		Type      string `json:"error_type,omitempty"`
		URL       string `json:"error_url"`
	}
	json.NewDecoder(r).Decode(&local)
	if local.Type == "sesion_not_found" { // want `did you mean "session_not_found"`
		return nil
	}
	// Another service has a code beside the type, and no status.
	var item struct {
		RequestID string `json:"request_id"`
		Type      string `json:"error_type"`
		Code      string `json:"error_code"`
		Message   string `json:"error_message"`
	}
	json.NewDecoder(r).Decode(&item)
	if item.Type == "RATE_LIMIT_EXCEEDED" {
		return nil
	}
	// The answer of Stytch may have more than the error.
	var answer struct {
		StatusCode int    `json:"status_code"`
		Type       string `json:"error_type"`
		Message    string `json:"error_message"`
		Token      string `json:"session_token"`
		ignored    string
		Ignored    string `json:"-"`
	}
	json.NewDecoder(r).Decode(&answer)
	if answer.Type == "sesion_not_found" { // want `did you mean "session_not_found"`
		return nil
	}
	return e
}
