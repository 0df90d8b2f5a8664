package chains

import "net/http"

func (s *server) check(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := s.one(r, r.URL.Query().Get("token")); err != nil {
			http.Error(w, "no", 401)
			return
		}
		next.ServeHTTP(w, r)
	})
}
