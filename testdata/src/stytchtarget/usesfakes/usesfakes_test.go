package usesfakes

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"stytchtarget/fakes"
)

func TestStatus(t *testing.T) {
	if status(fakes.Client{}) != 404 {
		t.Error("wrong status")
	}
}

// the fake's error is a pointer
func TestFake(t *testing.T) {
	err := fakes.Client{}.Get()
	assert.Equal(t, &stytcherror.Error{StatusCode: 404}, err)
}
