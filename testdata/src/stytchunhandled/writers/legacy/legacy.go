// want package:`answers with statuses of others`

// Package legacy answers with what package mapper makes.
package legacy

import (
	"net/http"

	"stytchunhandled/writers/mapper"
)

// Fail answers for an error.
func Fail(w http.ResponseWriter, err error) {
	e := mapper.From(err)
	http.Error(w, e.Error(), e.Status)
}
