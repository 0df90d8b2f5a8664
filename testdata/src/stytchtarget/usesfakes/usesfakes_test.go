package usesfakes

import (
	"testing"

	"stytchtarget/fakes"
)

func TestStatus(t *testing.T) {
	if status(fakes.Client{}) != 404 {
		t.Error("wrong status")
	}
}
