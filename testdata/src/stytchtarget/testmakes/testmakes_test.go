package testmakes

import (
	"errors"
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a fake error, made where it is used
func TestStatus(t *testing.T) {
	if got := status(&stytcherror.Error{StatusCode: 404}); got != 404 { // want `&stytcherror.Error is no error of the SDK's making: it returns stytcherror.Error values; drop the &`
		t.Errorf("got %d", got)
	}
}

// the test looks for the pointer, too
func TestPointer(t *testing.T) {
	var e *stytcherror.Error
	if !errors.As(fail(), &e) { // want `never finds`
		t.Error("not found")
	}
}

func fail() error { return stytcherror.Error{} }
