// Package literals has function literals that are handed to functions, known ones and
// others.
package literals

import (
	"net/http"

	"paths/asked"
	"paths/helpers"
)

func register(mux *http.ServeMux) {
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if _, err := asked.Ask(r.FormValue("x")); err != nil {
			w.WriteHeader(500) // want `^failed, any, 500$`
		}
	})
}

func returned(x string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := asked.Ask(x); err != nil {
			w.WriteHeader(500) // want `^failed, any, 500$`
		}
	}
}

var routes = map[string]http.HandlerFunc{
	"/": func(w http.ResponseWriter, r *http.Request) {
		if _, err := asked.Ask(r.FormValue("x")); err == nil {
			w.WriteHeader(200) // want `^succeeded, any, 200$`
		}
	},
}

// A function that is not known may run what it is handed, or not.

func written(w http.ResponseWriter, x string, run func(func())) {
	_, err := asked.Ask(x)
	status := 500
	run(func() { status, err = 200, nil })
	if err != nil {
		w.WriteHeader(status) // want `^unknown, any, \?$`
	}
}

func read(w http.ResponseWriter, x string, run func(func())) {
	_, err := asked.Ask(x)
	run(func() { println(err) })
	if err != nil {
		w.WriteHeader(500) // want `^failed, any, 500$`
	}
}

func asks(w http.ResponseWriter, x string, run func(func())) {
	var err error
	run(func() { _, err = asked.Ask(x) })
	if err != nil {
		w.WriteHeader(500)
	}
}

// Those of the program call it.

func within(w http.ResponseWriter, x string) {
	err := helpers.Within(func() {}, func() {}, func() error {
		_, err := asked.Ask(x)
		return err
	})
	if err != nil {
		w.WriteHeader(500) // want `^failed, any, 500$`
		return
	}
	w.WriteHeader(200) // want `^succeeded, any, 200$`
}

func captured(w http.ResponseWriter, x string) {
	var failure error
	if helpers.Within(func() { x += "y" }, func() {}, func() error {
		_, failure = asked.Ask(x)
		return nil
	}) == nil && failure != nil {
		w.WriteHeader(500) // want `^failed, any, 500$`
	}
}

func value(w http.ResponseWriter, x string, skip bool) {
	_, err := helpers.Value(skip, func() (*asked.Answer, error) { return asked.Ask(x) })
	if err != nil {
		w.WriteHeader(500) // want `^failed, any, 500$`
	}
}

func named(w http.ResponseWriter, x string) {
	f := func() error { _, err := asked.Ask(x); return err }
	if helpers.Within(nil, nil, f) != nil {
		w.WriteHeader(500) // want `^failed, any, 500$`
	}
}
