package manner

import (
	"encoding/json"
	"log"
	"net/http"
)

// Nothing shows how this API answers a failure: the status alone is right.
func (s *server) account(w http.ResponseWriter, r *http.Request) {
	res, err := s.session(r) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	json.NewEncoder(w).Encode(res.User)
}
