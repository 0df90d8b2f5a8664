// Package statements asks for statuses and codes one after the other.
package statements

import (
	"errors"
	"log"
	"net/http"
	"os"
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func nested(e stytcherror.Error) {
	if e.StatusCode == http.StatusUnauthorized {
		if e.ErrorType == "session_not_found" { // want `never true together with 401`
			use()
		} else if e.ErrorType == "user_not_found" { // want `never true together with 401`
			use()
		}
	} else if e.ErrorType == "session_not_found" {
		use()
	}
	if e.ErrorType == "session_not_found" {
		if e.StatusCode == 401 { // want `so this is never true$`
			use()
		}
		for i := 0; i < 3; i++ {
			if e.StatusCode >= 500 { // want `so this is never true$`
				use()
			}
		}
	}
	if e.StatusCode == 404 {
		use()
	} else {
		_ = e.ErrorType == "session_not_found" // want `never true together with a status other than 404`
	}
	if e.ErrorType != "session_not_found" {
		use()
	} else if e.StatusCode == 401 { // want `so this is never true$`
		use()
	}
}

func early(e stytcherror.Error) bool {
	if e.StatusCode != 401 {
		return false
	}
	return e.ErrorType == "session_not_found" // want `never true together with 401`
}

func earlyCode(e stytcherror.Error) bool {
	if e.ErrorType != "session_not_found" {
		return false
	}
	if e.StatusCode != 401 { // want `^"session_not_found" always comes with status 404, so this is always true$`
		return false
	}
	return true
}

func earlyRange(e stytcherror.Error) bool {
	if e.StatusCode < 500 {
		panic("no")
	}
	return e.ErrorType == "session_not_found" // want `a status >= 500`
}

func earlyEither(e stytcherror.Error) bool {
	if e.StatusCode != 401 || e.ErrorType != "session_not_found" { // want `so this is always true together with 401`
		return false
	}
	return true
}

func earlyCodeAfterStatus(e stytcherror.Error) error {
	if e.StatusCode == 401 {
		if e.ErrorType != "session_not_found" { // want `so this is always true together with 401`
			return e
		}
		use()
	}
	return nil
}

func exits(e stytcherror.Error, t *testing.T) {
	if e.StatusCode == 404 {
		os.Exit(1)
	}
	if e.ErrorType == "session_not_found" { // want `a status other than 404`
		use()
	}
	if e.StatusCode == 400 {
		log.Fatalf("no")
	}
	if e.ErrorType == "weak_password" { // want `a status other than 400`
		use()
	}
	if e.StatusCode == 401 {
		t.Fatal("no")
	}
	if e.ErrorType == "unauthorized_credentials" { // want `a status other than 401`
		use()
	}
}

func loops(list []stytcherror.Error) {
	for _, e := range list {
		if e.StatusCode != 401 {
			continue
		}
		if e.ErrorType == "session_not_found" { // want `never true together with 401`
			use()
		}
	}
}

func typeSwitch(err error) {
	switch e := err.(type) {
	case stytcherror.Error:
		if e.StatusCode == 401 && e.ErrorType == "session_not_found" { // want `never true together with 401`
			use()
		}
	case *stytcherror.Error:
		if e.StatusCode == 401 {
			_ = e.ErrorType == "session_not_found" // want `never true together with 401`
		}
	}
}

func literals(e stytcherror.Error) func() bool {
	return func() bool {
		if e.StatusCode == 401 {
			return e.ErrorType == "session_not_found" // want `never true together with 401`
		}
		return false
	}
}

func elseReturns(e stytcherror.Error) bool {
	if e.StatusCode == 401 {
		use()
	} else {
		return false
	}
	return e.ErrorType == "session_not_found" // want `never true together with 401`
}

// What is known is known no more.
func changes(e stytcherror.Error, err error, list []stytcherror.Error, c chan stytcherror.Error) bool {
	if e.StatusCode == 401 {
		use()
	}
	_ = e.ErrorType == "session_not_found"

	if e.StatusCode == 401 {
		e = list[0]
		_ = e.ErrorType == "session_not_found"
	}
	if e.StatusCode == 401 && errors.As(err, &e) {
		_ = e.ErrorType == "session_not_found"
	}
	if e.StatusCode == 401 {
		e.ErrorType = "session_not_found"
		_ = e.ErrorType == "session_not_found"
	}
	if e.StatusCode == 401 {
		for e.ErrorType == "session_not_found" {
			e = <-c
		}
	}
	if e.StatusCode != 401 {
		e = <-c
	}
	return e.ErrorType == "session_not_found"
}

// Jumps lead anywhere.
func jumps(e stytcherror.Error) bool {
	if e.StatusCode == 404 {
		goto found
	}
	if e.StatusCode != 401 {
		return false
	}
found:
	return e.ErrorType == "session_not_found"
}

// A function literal may run at any time.
func captured(e stytcherror.Error, next func(func())) bool {
	next(func() { e = stytcherror.Error{} })
	return e.StatusCode == 401 && e.ErrorType == "session_not_found"
}

func use() {}
