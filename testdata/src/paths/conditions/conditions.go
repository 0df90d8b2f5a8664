// Package conditions asks errors what they are, in many ways. What is expected says
// how the call ended, what its error may be, and what is answered then.
package conditions

import (
	"errors"
	"fmt"
	"net/http"
	"slices"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"paths/asked"
	"paths/helpers"
)

func ask(x string) error {
	_, err := asked.Ask(x)
	return err
}

func as(err error) stytcherror.Error {
	e, _ := errors.AsType[stytcherror.Error](err)
	return e
}

func hundreds(w http.ResponseWriter, x string) {
	var e stytcherror.Error
	if err := ask(x); errors.As(err, &e) {
		if e.StatusCode/100 == 5 {
			w.WriteHeader(502) // want `^failed, any with 500, 502$`
		} else if e.StatusCode%100 == 4 {
			w.WriteHeader(404) // want `^failed, any with 404, 404$`
		}
	}
}

func ranges(w http.ResponseWriter, x string) {
	e := as(ask(x))
	switch {
	case e.StatusCode >= 400 && e.StatusCode < 404:
		w.WriteHeader(400) // want `^failed, any with 400 401, 400$`
	case 500 <= e.StatusCode:
		w.WriteHeader(500) // want `^failed, any with 500, 500$`
	}
}

func cases(w http.ResponseWriter, x string) {
	switch e := as(ask(x)); e.StatusCode {
	case 400, http.StatusUnauthorized:
		w.WriteHeader(401) // want `^failed, any with 400, 401; failed, any with 401, 401$`
	case 404:
		w.WriteHeader(404) // want `^failed, any with 404, 404$`
	}
}

func lists(w http.ResponseWriter, x, y, z string) {
	if slices.Contains([]int{400, 404}, as(ask(x)).StatusCode) {
		w.WriteHeader(1) // want `^failed, any with 400 404, 1$`
		return
	}
	if temporary[as(ask(y)).StatusCode] {
		w.WriteHeader(2) // want `^failed, any with 500, 2; unknown, any with 401 500, 2$`
		return
	}
	if codes[string(as(ask(z)).ErrorType)] {
		w.WriteHeader(3) // want `^failed, two one, 3;`
	}
}

var temporary = map[int]bool{500: true, 401: false}

var codes = map[string]bool{"two": true, "one": true}

func switchTrue(w http.ResponseWriter, x string) {
	err := ask(x)
	e := as(err)
	switch true {
	case err == nil:
		w.WriteHeader(200) // want `^succeeded, any, 200$`
	case e.ErrorType == "a", e.ErrorType == "b":
		w.WriteHeader(400) // want `^failed, a, 400; failed, b, 400$`
	}
}

var errGone = errors.New("gone")

func sentinels(w http.ResponseWriter, x string) {
	err := ask(x)
	if err != nil && as(err).ErrorType == "user_not_found" {
		err = fmt.Errorf("%w: %w", errGone, err)
	}
	if errors.Is(err, errGone) {
		w.WriteHeader(404) // want `^failed, user_not_found, 404$`
	} else if err != nil {
		w.WriteHeader(500) // want `^failed, not user_not_found, 500$`
	}
}

func dropped(w http.ResponseWriter, x string) {
	err := ask(x)
	if err != nil && as(err).ErrorType == "user_not_found" {
		err = errGone
	}
	if err == errGone {
		w.WriteHeader(404) // want `^failed, user_not_found, 404$`
	}
}

func unauthorized(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && (e.StatusCode == 401 || e.ErrorType == "session_not_found")
}

func inVariable(w http.ResponseWriter, x string) {
	err := ask(x)
	ok := unauthorized(err)
	missing := err != nil && !ok
	if ok {
		w.WriteHeader(401) // want `^failed, any with 401, 401; failed, session_not_found with 400 404 500, 401$`
	}
	if missing {
		w.WriteHeader(500) // want `^failed, foreign, 500; failed, not session_not_found with 400 404 500, 500$`
	}
}

func typeSwitch(w http.ResponseWriter, x string) {
	switch e := ask(x).(type) {
	case nil:
		w.WriteHeader(200) // want `^succeeded, any, 200$`
	case stytcherror.Error:
		if e.ErrorType != "a" {
			w.WriteHeader(400) // want `^failed, not a, 400$`
		}
	default:
		w.WriteHeader(500) // want `^failed, foreign, 500$`
	}
}

func byHelpers(w http.ResponseWriter, x string) {
	err := ask(x)
	switch {
	case helpers.Status(err) == 401 && helpers.Is(err, "a"):
		w.WriteHeader(401) // want `^failed, a with 401, 401$`
	case helpers.Code(err) == "b":
		w.WriteHeader(404) // want `^failed, b.*, 404$`
	}
	if e, ok := helpers.As(err); ok && e.StatusCode == 400 {
		w.WriteHeader(400) // want `^failed, .*with 400, 400$`
	}
	if helpers.OneOf(err, "c", "d") {
		w.WriteHeader(410) // want `410`
	}
}

func table(w http.ResponseWriter, x string) {
	e := as(ask(x))
	status, ok := statuses[string(e.ErrorType)]
	if !ok {
		status = 500
	}
	w.WriteHeader(status) // want `^failed, a b, \?; unknown, not a b, 500$`
}

var statuses = map[string]int{"a": 401, "b": 404}

// What cannot be told of a helper is not forgotten.

func byList(w http.ResponseWriter, x string) {
	if helpers.OneOf(ask(x), "a", "b") {
		w.WriteHeader(401) // want `^failed, examined, 401$`
	}
}

func byKind(w http.ResponseWriter, x string) {
	if err := ask(x); err != nil && helpers.Kind(err) == 1 {
		w.WriteHeader(401) // want `^failed, examined, 401$`
	}
}

func explained(w http.ResponseWriter, x string) {
	helpers.Explain(w, ask(x)) // want `^unknown, examined, 404; unknown, examined, 500$`
}

// Where errors.As fails, a variable stays what it was.
func defaults(w http.ResponseWriter, x string) {
	e := stytcherror.Error{StatusCode: 503}
	if err := ask(x); err != nil && !errors.As(err, &e) && e.StatusCode == 503 {
		w.WriteHeader(503) // want `^failed, foreign, 503$`
	}
	var zero stytcherror.Error
	if err := ask("y" + x); err != nil && !errors.As(err, &zero) && zero.StatusCode == 503 {
		w.WriteHeader(503)
	}
}

func byPointer(w http.ResponseWriter, x string) {
	if e := helpers.Find(ask(x)); e != nil && e.ErrorType == "a" {
		w.WriteHeader(404) // want `^failed, a, 404$`
	}
}

func byStruct(w http.ResponseWriter, x string) {
	switch f := helpers.Classify(ask(x)); {
	case f.Kind == helpers.Signed:
		w.WriteHeader(401) // want `^failed, a, 401$`
	case f.Status == 404:
		w.WriteHeader(404) // want `^failed, not a with 404, 404$`
	}
}
