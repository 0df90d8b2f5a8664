package tables

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func TestAction(t *testing.T) {
	for _, tt := range []struct {
		name     string
		upstream int
		code     string
		status   int
	}{
		{"right", 404, "session_not_found", 401},
		{"wrong", 401, "session_not_found", 401}, // want `^"session_not_found" always comes with status 404, never with 401$`
	} {
		err := stytcherror.Error{StatusCode: tt.upstream, ErrorType: stytcherror.Type(tt.code)}
		if action(err) == "" || tt.status == 0 {
			t.Error(tt.name)
		}
	}
}

func TestAsserted(t *testing.T) {
	var e stytcherror.Error
	for _, tt := range []struct {
		status int
		code   stytcherror.Type
	}{
		{404, "session_not_found"},
		{401, "session_not_found"}, // want `never with 401`
	} {
		assert.Equal(t, tt.status, e.StatusCode)
		assert.Equal(t, tt.code, e.ErrorType)
	}
}

var byCode = map[stytcherror.Type]int{
	"session_not_found": 404,
	"weak_password":     401, // want `^"weak_password" always comes with status 400, never with 401$`
}

func TestMaps(t *testing.T) {
	for code, status := range byCode {
		t.Log(stytcherror.Error{StatusCode: status, ErrorType: code})
	}
	for status, code := range map[int]string{
		404: "session_not_found",
		401: "user_not_found", // want `never with 401`
	} {
		err := stytcherror.Error{StatusCode: status}
		err.ErrorType = stytcherror.Type(code)
		if string(err.ErrorType) != code || err.StatusCode != status {
			t.Error(err)
		}
	}
	// The status that the program answers with.
	for code, status := range statuses {
		if err := (stytcherror.Error{ErrorType: stytcherror.Type(code)}); action(err) == "" && status == 401 {
			t.Error(err)
		}
	}
	for code, status := range map[string]int{"weak_password": 404, "our_own_code": 404} {
		t.Log(stytcherror.Error{StatusCode: status, ErrorType: stytcherror.Type(code)})
	}
}
