package fixduplicates

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// What is said twice in one function is written by no fix, whatever stands between:
// the second call of a builder or a registry takes the place of the first.

type texts map[string]string

func (t texts) on(code, text string) texts { t[code] = text; return t }

var built = texts{}.
	on("session_not_found", "You are signed out.").
	on("session_expired", "You were away for long.") // want `"session_expired" is not`

func lookUp(e stytcherror.Error) string { return built[string(e.ErrorType)] }

var handlers = map[string]func(){}

func register(code string, f func()) { handlers[code] = f }

func init() {
	register("session_not_found", func() { println("gone") })
	if len(handlers) > 0 {
		register("session_expired", func() { println("late") }) // want `"session_expired" is not`
	}
	register("otp_expired", func() {}) // want `"otp_expired" is not`
}

func handle(e stytcherror.Error) { handlers[string(e.ErrorType)]() }

// added twice, and counted twice
func count(seen map[stytcherror.Type]int, e stytcherror.Error) int {
	seen[e.ErrorType]++
	if e.ErrorType == "session_not_found" {
		println("gone")
	}
	if e.ErrorType == "session_expired" { // want `"session_expired" is not`
		println("late")
	}
	return seen["weak_password"] + seen["password_too_weak"] // want `"password_too_weak" is not`
}

// any is one of some conditions.
func anyOf(conditions ...func(stytcherror.Error) bool) bool { return len(conditions) > 0 }

func code(name stytcherror.Type) func(stytcherror.Error) bool {
	return func(e stytcherror.Error) bool { return e.ErrorType == name }
}

var either = anyOf(code("session_not_found"), code("session_expired")) // want `"session_expired" is not`

// a short function literal is a part of what it stands in
func routes(on func(func(stytcherror.Error) bool)) {
	on(func(e stytcherror.Error) bool { return e.ErrorType == "session_not_found" })
	on(func(e stytcherror.Error) bool { return e.ErrorType == "session_expired" }) // want `"session_expired" is not`
}

// in functions and declarations of their own
func serve(on func(func(stytcherror.Error) bool)) {
	on(func(e stytcherror.Error) bool {
		println("in")
		return e.ErrorType == "session_not_found"
	})
	on(func(e stytcherror.Error) bool {
		println("out")
		return e.ErrorType == "session_expired" // want `"session_expired" is not`
	})
}

var (
	gone = code("weak_password")
	late = code("password_too_weak") // want `"password_too_weak" is not`
)

// errors may be alike
func errs() []error {
	return []error{
		stytcherror.Error{ErrorType: "session_not_found"},
		stytcherror.Error{ErrorType: "session_expired"}, // want `"session_expired" is not`
	}
}
