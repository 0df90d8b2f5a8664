package manner

import (
	"log"
	"net/http"
)

// Other functions of the file answer in one way.
func (s *server) ping(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		writeError(w, 405, "method")
		return
	}
}

func (s *server) hello(w http.ResponseWriter, r *http.Request) {
	res, err := s.session(r) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	w.Write([]byte(res.User.UserID))
}
