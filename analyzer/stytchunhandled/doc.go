// Package stytchunhandled defines an analyzer that finds failures that users
// cause and that are answered as the server's, or not at all.
//
// # Analyzer stytchunhandled
//
// stytchunhandled: check what becomes of the failures that users cause every day
//
// Sessions expire, links are followed twice, passcodes are mistyped. Stytch
// reports that as an error, and no server has failed: who answers it with a
// status of 500 alarms those on call, makes clients try again, and leaves the
// user where they should have been asked to sign in.
//
// It is worse not to answer it. The SDK returns a response beside such an
// error, not nil but empty, so that code that only logs the error goes on as if
// the user were signed in: it lets everybody in.
//
// Wrong:
//
//	func account(w http.ResponseWriter, r *http.Request, api *stytchapi.API, p *sessions.AuthenticateParams) {
//		res, err := api.Sessions.Authenticate(r.Context(), p)
//		if err != nil {
//			http.Error(w, "internal server error", http.StatusInternalServerError)
//			return
//		}
//		w.Write([]byte(res.User.UserID))
//	}
//
// Right:
//
//	func account(w http.ResponseWriter, r *http.Request, api *stytchapi.API, p *sessions.AuthenticateParams) {
//		res, err := api.Sessions.Authenticate(r.Context(), p)
//		if err != nil {
//			var refused stytcherror.Error
//			if errors.As(err, &refused) && refused.ErrorType == "session_not_found" {
//				http.Error(w, "sign in", http.StatusUnauthorized)
//				return
//			}
//			http.Error(w, "internal server error", http.StatusInternalServerError)
//			return
//		}
//		w.Write([]byte(res.User.UserID))
//	}
//
// Wrong:
//
//	func require(next http.Handler, api *stytchapi.API, p *sessions.AuthenticateParams) http.Handler {
//		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
//			_, err := api.Sessions.Authenticate(r.Context(), p)
//			if err != nil {
//				log.Print(err)
//			}
//			next.ServeHTTP(w, r)
//		})
//	}
//
// Right:
//
//	func require(next http.Handler, api *stytchapi.API, p *sessions.AuthenticateParams) http.Handler {
//		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
//			_, err := api.Sessions.Authenticate(r.Context(), p)
//			if err != nil {
//				log.Print(err)
//				http.Error(w, "unauthorized", http.StatusUnauthorized)
//				return
//			}
//			next.ServeHTTP(w, r)
//		})
//	}
//
// The check knows the calls that users make fail, in every major version of the
// SDK: those that authenticate, exchange, reset and recover, and Send. It
// follows their errors through functions of the program that return them, from
// package to package, and reports
//
//   - answer: a constant status of 500 or more to which the failure leads and a
//     success does not, where nothing has looked at the error: of net/http, gin,
//     echo, fiber, chi's render, hertz, fasthttp, iris, go-restful, huma, gRPC,
//     Connect, and functions of the program that answer with them. So does an error with
//     a field for the status, a status that is returned beside a body, what functions of
//     AWS Lambda return, a handler that returns the failure to fiber or echo where nothing
//     handles errors, in fiber even after an answer, which is overwritten, or to a function
//     or type that answers for its handlers, log.Fatal, and a panic that the package does
//     not recover from. Where another package makes the server of fiber or echo, that is
//     reported. What is logged or written to the client is not looked at,
//     and whoever asks for an error that no answer is, such as context.Canceled, has not
//     looked where it is another one. An answer for another failure, as that of the page
//     which guests get instead, is none.
//   - letin: a failure after which a function does what it does after a success:
//     it calls the next handler, uses the response, answers, or returns a nil
//     error or true. The error is logged, counted, answered without a return,
//     tried again without a test behind it, or dropped. So is a second proof, such
//     as a passcode after a password; a session that is only made to last longer is
//     none.
//     gin and hertz run the handlers that follow one whatever that answers: a middleware
//     that answers, or calls Error, and returns without Abort lets everybody in, too.
//
// It says nothing where the error is compared, searched, kept, returned to a
// caller or handed to a function that is not in view, where the response is
// tested in the error's place, where a success is told from a failure in some
// other way, as for optional sign-in, where a session is ended, in functions that do
// not compile, and in tests. A call of an interface is followed to what implements it
// where the handler's package has that, or imports it, if not directly: of adapters
// that only main imports it knows nothing, until the package imports them, too, if only
// for that.
// Nor does it say anything of an answer for what the program brings itself and
// no user does: the token that a probe has from the environment, a flag or a
// file, or was made with.
//
// The fix of an answer adds a branch before it that answers 401 in the same
// way, unless more than the rest of the answer follows, which the branch would
// skip, or another error is made of it, which may be one of several joined. The fix
// of a failure that is logged answers with the status, by http.Error where the file
// does, or returns the framework's error or that of the call; in gin it aborts. It
// is there where an if statement behind the call asks for its error and nothing
// else. A failure that is answered needs the return alone. Where the answer cannot
// be told there is no fix: a body with several texts, one that is JSON, or anything but
// texts, constants and the error; a status in a variable; a function of the program
// that takes no status; the name of a template or a file; a function that is given
// nothing to answer by and returns nothing; a message of a queue. Nor is there one where
// several calls lead to the answer, or gin is not told to stop there.
package stytchunhandled
