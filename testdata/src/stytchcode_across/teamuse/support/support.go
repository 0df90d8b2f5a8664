// Package support uses what a team has, in the ways that are wrong.
package support

import (
	. "stytchcode_across/team"
	stytch "stytchcode_across/team"
)

type myCode string

const (
	mine    myCode = "otp_code_notfound"
	missing        = "reset_" + "pasword"
)

// Renamed is another package's struct by another name.
type Renamed stytch.Route

func wrong(err error, errs []error, f *Failure) {
	// by an alias, a constant and a dot import
	_ = f.Is("sesion_not_found") || f.Code == "user_notfound" // want `"session_not_found"` `"user_not_found"`
	_ = stytch.MatchT(err, stytch.Absent)                     // want `"member_not_foud" is not`
	_ = Match(err, "sesion_not_found")                        // want `"session_not_found"\? \(team.Match compares it with ErrorType\)$`
	_ = MatchAny(err, "weak_pasword")                         // want `"weak_password"`
	_ = MatchBoth(err, "invalid_grnt")                        // want `"invalid_grnt" is not`

	// constants of a type of their own, and put together
	_ = MatchT(err, mine)                           // want `"otp_code_not_found"`
	_ = Match(err, missing)                         // want `"reset_pasword" is not`
	_ = Match(err, "sesion"+"_not_found")           // want `"sesion_not_found" is not`
	_ = MatchT(err, myCode("captcha_faild"))        // want `"captcha_failed"`
	_ = Name(Fail[int](err).Code) == "weak_pasword" // want `"weak_password"`

	// a method of the constant
	_ = Weak.In(err) || Code("duplicate_emial").In(err) // want `"weak_pasword" is not` `"duplicate_email"\?$`

	// handlers
	On("too_many_request", func() {})                     // want `"too_many_requests"`
	OnAll(map[string]func(){"member_not_foud": wrongOne}) // want `"member_not_found"`

	// generic structs, and renamed ones
	_ = Fail[string](err).Code == "user_notfound"          // want `"user_not_found"`
	_ = stytch.Route(Renamed{"weak_pasword"}).Matches(err) // want `"weak_password"`

	// channels
	for code := range Stream(errs) {
		_ = code == "captcha_faild" // want `"captcha_failed"`
	}
	_ = <-Stream(errs) == "captcha_faild" // want `"captcha_failed"`

	// a variable
	_ = Last == "member_not_foud" // want `"member_not_found"`

	// functions as values
	is := stytch.Match
	_ = is(err, "sesion_not_found")        // want `"session_not_found"`
	_ = retry(Match, err, "user_notfound") // want `"user_not_found"`
	hasCode := f.Is
	_ = hasCode("weak_pasword") // want `"weak_password"`
}

func wrongOne() {}

func retry(is func(error, string) bool, err error, code string) bool { return is(err, code) }
