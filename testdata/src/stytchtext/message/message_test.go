package message

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Tests know what their own servers answer.
func TestMessage(t *testing.T) {
	e := stytcherror.Error{ErrorMessage: "teapot"}
	if e.ErrorMessage != "teapot" {
		t.Error(e)
	}
	assert.Equal(t, stytcherror.Message("teapot"), e.ErrorMessage)
	assert.Contains(t, string(e.ErrorMessage), "tea")
}
