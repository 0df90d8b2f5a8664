// Package iterators holds codes that come out of iterators.
package iterators

import (
	"iter"
	"maps"
	"slices"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// of slices
func ofSlices(e stytcherror.Error) bool {
	for c := range slices.Values([]string{"sesion_not_found"}) { // want `"session_not_found"`
		if c == string(e.ErrorType) {
			return true
		}
	}
	for i, c := range slices.All([]string{"user_notfound"}) { // want `"user_not_found"`
		if i > 0 && c == string(e.ErrorType) {
			return true
		}
	}
	for _, c := range slices.Backward([]stytcherror.Type{"weak_pasword"}) { // want `"weak_password"`
		if c == e.ErrorType {
			return true
		}
	}
	return false
}

// of maps: keys here, values there
func ofMaps(e stytcherror.Error, m map[string]string) bool {
	for k, v := range maps.All(map[string]string{"captcha_faild": "sesion_not_found"}) { // want `"captcha_failed"`
		if k == string(e.ErrorType) {
			return v != ""
		}
	}
	for v := range maps.Values(map[string]string{"sesion_not_found": "otp_code_notfound"}) { // want `"otp_code_not_found"`
		if v == string(e.ErrorType) {
			return true
		}
	}
	return slices.Contains(slices.Collect(maps.Keys(map[string]int{"duplicate_emial": 1})), string(e.ErrorType)) // want `"duplicate_email"`
}

// of the codes of many errors
func codes(list []stytcherror.Error) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, e := range list {
			if !yield(string(e.ErrorType)) {
				return
			}
		}
	}
}

// an iterator of the program, and others
func ofCodes(list []stytcherror.Error, names iter.Seq[string]) bool {
	for c := range codes(list) {
		if c == "session_not_found" {
			return true
		}
	}
	for n := range names {
		if n == "sesion_not_found" {
			return true
		}
	}
	return false
}

func ofOwn(list []stytcherror.Error, others iter.Seq[string], all bool) int {
	for c := range codes(list) {
		if c == "sesion_not_found" { // want `"session_not_found"`
			return 1
		}
	}
	for c, status := range statuses {
		if c == string(list[0].ErrorType) {
			return status
		}
	}
	either := others
	if all {
		either = codes(list)
	}
	for c := range either {
		if c == "sesion_not_found" { // one of them is anybody's
			return 2
		}
	}
	for e := range errorsOf(list) {
		if e.ErrorType == "user_notfound" { // want `"user_not_found"`
			return 3
		}
	}
	return 0
}

// keys and values that a function yields
func statuses(yield func(string, int) bool) {
	if !yield("otp_code_notfound", 404) { // want `"otp_code_not_found"`
		return
	}
	yield("session_not_found", 404)
}

// errors, whose fields are what they are
func errorsOf(list []stytcherror.Error) iter.Seq[stytcherror.Error] {
	return func(yield func(stytcherror.Error) bool) {
		for _, e := range list {
			if !yield(e) {
				return
			}
		}
	}
}

// collected to a list
func collected(list []stytcherror.Error, names iter.Seq[string]) bool {
	return slices.Contains(slices.Collect(codes(list)), "weak_pasword") || // want `"weak_password"`
		slices.Contains(slices.Sorted(names), "sesion_not_found")
}
