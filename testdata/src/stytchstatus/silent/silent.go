// Package silent has errors of its own.
package silent

type Error struct {
	StatusCode int
	ErrorType  string
}

func own(e Error) bool {
	return e.StatusCode == 401 && e.ErrorType == "session_not_found"
}

var built = Error{StatusCode: 401, ErrorType: "session_not_found"}
