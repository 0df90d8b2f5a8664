// Package stytchtoken defines an analyzer that finds one-time tokens which are
// authenticated again.
//
// # Analyzer stytchtoken
//
// stytchtoken: check for one-time tokens that are authenticated again
//
// The token of an OAuth, SSO, magic link or password reset callback, a
// passcode and a recovery code work once. Whoever authenticates one again gets
// an error such as oauth_token_not_found, and the user, who did nothing wrong,
// is told to sign in again. It happens where one function checks a token and
// the next one uses it, and where a call is tried again after any error: an
// answer of the API is final, so only failures of the network are worth another
// try.
//
// Wrong:
//
//	func signIn(ctx context.Context, api *stytchapi.API, token string) (string, error) {
//		if _, err := api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}); err != nil {
//			return "", err
//		}
//		resp, err := api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
//		if err != nil {
//			return "", err
//		}
//		return resp.SessionToken, nil
//	}
//
//	func signInAnyhow(ctx context.Context, api *stytchapi.API, token string) (err error) {
//		for range 3 {
//			if _, err = api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}); err == nil {
//				break
//			}
//		}
//		return err
//	}
//
// Right:
//
//	func signIn(ctx context.Context, api *stytchapi.API, token string) (string, error) {
//		resp, err := api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
//		if err != nil {
//			return "", err
//		}
//		return resp.SessionToken, nil
//	}
//
//	func signInAnyhow(ctx context.Context, api *stytchapi.API, token string) (err error) {
//		for range 3 {
//			var e stytcherror.Error
//			if _, err = api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}); err == nil || errors.As(err, &e) {
//				break
//			}
//		}
//		return err
//	}
//
// A call is reported if a path through the function leads to it on which the
// same token was spent before:
//
//   - by another call, or by the same one in an earlier round of a loop or of a
//     function that calls itself;
//   - by a function of the program that is handed the token, the parameters or
//     the request, in whatever package;
//   - by a middleware of the package, before the handler that it is handed;
//   - in what a retry helper runs again: those of avast/retry-go,
//     cenkalti/backoff, sethvargo/go-retry and samber/lo, and the program's own, in
//     whatever package.
//
// Tokens are followed through variables, fields and pointers, and reading the
// same value of the same request again gives the same token. A retry is
// reported unless the path to it has looked at the error in any way other than
// comparing it with nil or asking for one that no answer is, such as context.Canceled,
// or sends something else the second time. A helper that is
// told what to try again, by a predicate, a strategy or an option, is taken to look
// at the error unless its caller certainly leaves that out.
//
// Not reported are session tokens and JWTs, which can be used again; constants,
// since the sandbox has tokens that work forever; functions that run at another
// time, such as two handlers or a goroutine; functions that do not compile; and
// tests.
//
// The fix uses the first result, where it is at hand on every path and the
// second call would have sent the same.
package stytchtoken
