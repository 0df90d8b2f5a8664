// Package uses asks, and answers what came of it with the helpers of another package.
// What is expected says how the call ended, what the error may be, and the status.
package uses

import (
	"errors"
	"net/http"

	"paths/asked"
	"paths/helpers"
)

func direct(w http.ResponseWriter, x string) {
	if _, err := asked.Ask(x); err != nil {
		w.WriteHeader(500) // want `^failed, any, 500$`
	}
}

func status(w http.ResponseWriter, x string) {
	if _, err := asked.Ask(x); err != nil {
		helpers.Fail(w, 502, err) // want `^failed, any, 502$`
		return
	}
	helpers.Fail(w, http.StatusOK, nil) // want `^succeeded, any, 200$`
}

func constant(w http.ResponseWriter, x string) {
	if _, err := asked.Ask(x); err != nil {
		helpers.Error(w, err) // want `^failed, any, 500$`
	}
}

func byContent(w http.ResponseWriter, x string) {
	if _, err := asked.Ask(x); err != nil {
		helpers.Respond(w, &helpers.Response{Error: "no"}) // want `^failed, any, 400$`
		return
	}
	helpers.Respond(w, &helpers.Response{}) // want `^succeeded, any, 200$`
}

func byError(w http.ResponseWriter, x string) {
	if _, err := asked.Ask(x); err != nil {
		helpers.Answer(w, err) // want `^failed, any, 500$`
	}
}

func byMade(w http.ResponseWriter, x string) {
	if _, err := asked.Ask(x); err != nil {
		helpers.Answer(w, helpers.With(503, err)) // want `^failed, any, 503$`
	}
}

func byWrapped(w http.ResponseWriter, x string) {
	if _, err := asked.Ask(x); err != nil {
		helpers.Answer(w, helpers.Around(helpers.With(503, err))) // want `^failed, any, 503$`
	}
}

func byHidden(w http.ResponseWriter, x string) {
	if _, err := asked.Ask(x); err != nil {
		helpers.Answer(w, helpers.Hide(410, err)) // want `^failed, any, 410$`
	}
}

func byOwn(w http.ResponseWriter, x string) {
	if _, err := asked.Ask(x); err != nil {
		helpers.Answer(w, errors.Join(err, helpers.ErrOwn)) // want `^failed, any, 418; failed, any, \?$`
	}
}

func returned(x string) error {
	_, err := asked.Ask(x) // want `^failed, any, returned AppError 500 around it$`
	if err != nil {
		return helpers.Internal(err)
	}
	return nil
}

func hidden(x string) error {
	if _, err := asked.Ask(x); err != nil { // want `^failed, any, returned Problem 501$`
		return helpers.Hide(501, err)
	}
	return nil
}

func handed(x string) error {
	if _, err := asked.Ask(x); err != nil { // want `^failed, any, returned around it$`
		return helpers.Around(err)
	}
	return helpers.Around(nil)
}

func byText(w http.ResponseWriter, x string) {
	if _, err := asked.Ask(x); err != nil {
		helpers.Respond(w, &helpers.Response{Error: err.Error()}) // want `^failed, any, 400$`
	}
}
