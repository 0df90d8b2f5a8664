// Package functions holds functions of the standard library that compare, and
// those that pass a code on.
package functions

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func equality(e stytcherror.Error) bool {
	code := string(e.ErrorType)
	// strings.EqualFold, in any case, either side
	_ = strings.EqualFold(code, "SESSION_NOT_FOUND")
	_ = strings.EqualFold(code, "Sesion_Not_Found") // want `"session_not_found"`
	_ = strings.EqualFold("user_notfound", code)    // want `"user_not_found"`
	// strings.Compare and cmp.Compare
	_ = strings.Compare(code, "weak_pasword") == 0         // want `"weak_password"`
	_ = cmp.Compare(e.ErrorType, "otp_code_notfound") == 0 // want `"otp_code_not_found"`
	// reflect.DeepEqual, either side
	_ = reflect.DeepEqual(e.ErrorType, stytcherror.Type("captcha_faild")) // want `"captcha_failed"`
	_ = reflect.DeepEqual("duplicate_emial", code)                        // want `"duplicate_email"`
	return false
}

func slicesOf(e stytcherror.Error) bool {
	code := string(e.ErrorType)
	retry := []string{"too_many_requests", "too_many_request"} // want `"too_many_request" is not`
	// slices.Contains
	_ = slices.Contains(retry, code)
	_ = slices.Contains([]string{"session_not_found", "sesion_not_found"}, code)         // want `"sesion_not_found" is not`
	_ = slices.Contains([]stytcherror.Type{"magic_link_not_fond"}, e.ErrorType)          // want `"magic_link_not_found"`
	_ = slices.Contains([]stytcherror.Type{"foo_bar_baz", "weak_password"}, e.ErrorType) // want `"foo_bar_baz"`
	// slices.Index
	_ = slices.Index([]string{"user_notfound"}, code) >= 0 // want `"user_not_found"`
	// slices.BinarySearch
	_, found := slices.BinarySearch([]string{"reset_pasword"}, code) // want `"reset_password"`
	// slices.ContainsFunc and slices.IndexFunc over texts to compare with
	_ = slices.ContainsFunc([]string{"pkce_missmatch"}, func(s string) bool { return s == code })              // want `"pkce_mismatch"`
	_ = slices.IndexFunc([]string{"INVALID_EMIAL"}, func(s string) bool { return strings.EqualFold(s, code) }) // want `"invalid_email"`
	// slices.ContainsFunc over errors
	_ = slices.ContainsFunc([]stytcherror.Error{e}, func(e stytcherror.Error) bool {
		return e.ErrorType == "breached_pasword" // want `"breached_password"`
	})
	// a part of an array
	list := [...]string{"member_not_foud"} // want `"member_not_found"`
	_ = slices.Contains(list[:], code)
	// the keys of a map
	_ = slices.Contains(slices.Sorted(maps.Keys(map[string]int{"weak_pasword": 1})), code) // want `"weak_password"`
	// a slice that nobody looks for a code in
	other := []string{"sesion_not_found"}
	return found || slices.Contains(other, "x")
}

func passedOn(e stytcherror.Error) bool {
	// functions that change nothing but case and space
	return strings.ToLower(string(e.ErrorType)) == "sesion_not_found" || // want `"session_not_found"`
		strings.TrimSpace(string(e.ErrorType)) == "user_notfound" || // want `"user_not_found"`
		strings.ToLower(string(e.ErrorType)) == "Weak_Password" || // want `"weak_password"`
		strings.ToUpper(string(e.ErrorType)) == "WEAK_PASSWORD" ||
		strings.ToUpper(string(e.ErrorType)) == "WEAK_PASWORD" || // want `(?i)"weak_password"`
		strings.ToLower(strings.TrimSpace(fmt.Sprint(e.ErrorType))) == "otp_code_notfound" // want `"otp_code_not_found"`
}

func printed(e stytcherror.Error) bool {
	return fmt.Sprint(e.ErrorType) == "sesion_not_found" || // want `"session_not_found"`
		fmt.Sprintf("%s", e.ErrorType) == "user_notfound" || // want `"user_not_found"`
		fmt.Sprintf("%v", e.ErrorType) == "weak_pasword" || // want `"weak_password"`
		// with other text, or in quotes, it is no code any more
		fmt.Sprintf("%q", e.ErrorType) == `"sesion_not_found"` ||
		fmt.Sprintf("%s_x", e.ErrorType) == "sesion_not_found_x" ||
		fmt.Sprintf("%d %s", e.StatusCode, e.ErrorType) == "404 sesion_not_found" ||
		fmt.Sprint("auth_", e.ErrorType) == "auth_sesion_not_found"
}

func firstOf(e stytcherror.Error, other string) bool {
	return cmp.Or(string(e.ErrorType), "no_code") == "sesion_not_found" || // want `"session_not_found"`
		// the program's own default
		cmp.Or(string(e.ErrorType), "no_code") == "no_code" ||
		// one of the values is anybody's
		cmp.Or(other, string(e.ErrorType)) == "sesion_not_found"
}

func cut(e stytcherror.Error) bool {
	code := string(e.ErrorType)
	kind, rest, _ := strings.Cut(code, "_")
	return kind == "sesion" || rest == "not_foud" || // want `no Stytch error code begins with "sesion"` `no Stytch error code ends with "not_foud"`
		strings.TrimPrefix(code, "invalid_") == "emial" || // want `no Stytch error code ends with "emial"`
		strings.TrimSuffix(code, "_not_found") == "sesion" || // want `no Stytch error code begins with "sesion"`
		strings.Split(code, "_")[0] == "sesion" || // want `no Stytch error code contains "sesion"`
		code[:6] == "sesion" || // want `no Stytch error code begins with "sesion"`
		// texts made of a code are no codes
		strings.ReplaceAll(code, "_", " ") == "sesion not found" || code+"!" == "sesion_not_found!"
}
