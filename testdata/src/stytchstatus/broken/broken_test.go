package broken

import "net/http"

func faked(w http.ResponseWriter) {
	for _, c := range []missing{"session_not_found", "weak_password"} {
		w.Write([]byte(`{"status_code": 401, "error_type": "` + c + `", "error_message": "x"}`))
	}
}
