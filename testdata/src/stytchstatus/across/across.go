// Package across asks for statuses and codes by the functions of another one.
package across

import (
	"stytchstatus/authx"
	"stytchstatus/authx/above"
)

func codes(err error) bool {
	return authx.Status(err) == 400 && authx.Is(err, "session_not_found") // want `never true together with 400`
}

func statuses(err error) bool {
	return authx.Is(err, "weak_password") && authx.Status(err) == 404 // want `so this is never true$`
}

func predicates(err error) bool {
	return authx.Is(err, "weak_password") && authx.NotFound(err) // want `so this is never true$`
}

func predicatesFirst(err error) bool {
	return authx.NotFound(err) && authx.Is(err, "weak_password") // want `never true together with 404`
}

func oneOfSeveral(err error) bool {
	return authx.Status(err) == 401 && authx.SignedOut(err) // want `^"session_not_found" always comes with status 404 and "session_authorization_error" with 403, so this is never true together with 401$`
}

func results(err error) bool {
	return authx.Code(err) == "session_not_found" && authx.Status(err) == 401 // want `so this is never true$`
}

func ranges(err error) bool {
	return authx.OfServer(err) && authx.Code(err) == "session_not_found" // want `never true together with a status from 500 to 599`
}

func fine(err error) bool {
	return authx.Status(err) == 404 && authx.Is(err, "session_not_found") ||
		authx.Code(err) == "internal_server_error" && authx.OfServer(err) ||
		authx.Status(err) == 404 && authx.SignedOut(err) ||
		authx.Status(err) == 401 && !authx.Is(err, "session_not_found") ||
		authx.Retriable(err) && authx.Is(err, "too_many_requests")
}

func two(err, other error) bool {
	return authx.Status(err) == 400 && authx.Is(other, "session_not_found")
}

func hundreds(err error) string {
	switch s := authx.Status(err); {
	case s/100 == 4 && authx.Is(err, "internal_server_error"): // want `never true together with a status from 400 to 499`
		return "server"
	case s/100 == 4 && authx.Is(err, "session_not_found"):
		return "session"
	case s/100 == 0 && authx.Is(err, ""):
		return "network"
	case s-s%100 == 500 && authx.Is(err, "weak_password"): // want `never true together with a status from 500 to 599`
		return "weak"
	}
	return ""
}

func hundredsOf(err error) bool {
	return authx.StatusOf(err)/100 == 4 && authx.Is(err, "internal_server_error") // want `never true together with a status from 400 to 499`
}

func client(err error) bool {
	return authx.OfClient(err) && authx.Is(err, "internal_server_error") // want `never true together with a status from 400 to 499`
}

func noClient(err error) bool {
	return !authx.OfClient(err) && authx.Is(err, "internal_server_error") ||
		authx.OfClient(err) && authx.Is(err, "session_not_found")
}

func throughAnother(err error) bool {
	return above.Status(err) == 400 && above.Is(err, "session_not_found") // want `never true together with 400`
}

func found(err error) bool {
	e, ok := authx.As(err)
	return ok && e.StatusCode == 400 && authx.Is(err, "session_not_found") // want `never true together with 400`
}
