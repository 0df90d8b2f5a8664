// Package pieces compares pieces of codes, and codes with pieces of texts.
package pieces

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func cut(e stytcherror.Error) bool {
	code := string(e.ErrorType)
	kind, rest, found := strings.Cut(code, "_")
	if found && kind == "sesion" { // want `no Stytch error code begins with "sesion"`
		return rest == "not_fuond" // want `no Stytch error code ends with "not_fuond"`
	}
	if what, ok := strings.CutSuffix(code, "_not_found"); ok && (what == "session" || what == "sesion") { // want `no Stytch error code begins with "sesion"`
		return true
	}
	what, ok := strings.CutPrefix(code, "oauth_")
	switch what {
	case "token_not_found", "tokn_not_found": // want `no Stytch error code ends with "tokn_not_found"`
		return ok
	}
	_, ok = strings.CutPrefix(code, "sesion_")               // want `no Stytch error code begins with "sesion_"`
	return ok || strings.SplitN(code, "_", 2)[0] == "sesion" // want `no Stytch error code contains "sesion"`
}

func sliced(e stytcherror.Error, other string) bool {
	code := string(e.ErrorType)
	return code[:7] == "session" || code[len(code)-6:] == "_found" ||
		code[:6] == "sesion" || // want `no Stytch error code begins with "sesion"`
		code[len(code)-10:] == "_not_fuond" || // want `no Stytch error code ends with "_not_fuond"`
		code[1:7] == "esion_" || other[:6] == "sesion"
}

// What may be a piece of something else says nothing.
func mixed(e stytcherror.Error, other string, any bool) bool {
	kind, _, _ := strings.Cut(string(e.ErrorType), "_")
	if any {
		kind, _, _ = strings.Cut(other, "_")
	}
	otherKind, _, _ := strings.Cut(other, "_")
	return kind == "sesion" || otherKind == "sesion" || strings.TrimPrefix(other, "x") == "sesion"
}

func whole(e stytcherror.Error) bool {
	first, _, _ := strings.Cut(string(e.ErrorType), ":") // want `no Stytch error code contains ":"`
	return first == "session_not_found" || strings.TrimPrefix(string(e.ErrorType), "stytch.") == "user_not_found"
}

// lists in one constant
func lists(e stytcherror.Error) bool {
	for name := range strings.SplitSeq("email_not_found,sesion_not_found", ",") { // want `"session_not_found"`
		if name == string(e.ErrorType) {
			return true
		}
	}
	return slices.Contains(strings.Fields("email_not_found user_notfound"), string(e.ErrorType)) || // want `"user_not_found"`
		slices.Contains(strings.Split(`email_not_found|otp_code_notfound`, "|"), string(e.ErrorType)) || // want `"otp_code_not_found"`
		slices.Contains(known, string(e.ErrorType)) ||
		slices.Contains(once(), string(e.ErrorType)) ||
		slices.Contains(strings.Split("a,b", ","), "sesion_not_found")
}

var known = strings.Split("email_not_found captcha_faild", " ") // want `"captcha_failed"`

var once = sync.OnceValue(func() []string { return []string{"weak_pasword"} }) // want `"weak_password"`

var sorted = []string{"email_not_found", "sesion_not_found"} // want `"session_not_found"`

func search(e stytcherror.Error) bool {
	i := sort.SearchStrings(sorted, string(e.ErrorType))
	_, ok := slices.BinarySearch([]string{"user_notfound"}, string(e.ErrorType)) // want `"user_not_found"`
	return ok || i < len(sorted)
}

func asBytes(e stytcherror.Error) bool {
	return bytes.Equal([]byte(e.ErrorType), []byte("sesion_not_found")) || // want `"session_not_found"`
		bytes.HasPrefix([]byte(e.ErrorType), []byte("sesion_")) || // want `no Stytch error code begins with "sesion_"`
		bytes.Equal([]byte("a"), []byte("sesion_not_found"))
}

// never in lower case
func upper(e stytcherror.Error) bool {
	code := strings.ToUpper(string(e.ErrorType))
	switch code {
	case "SESSION_NOT_FOUND":
	case "email_not_found": // want `^"email_not_found" never matches, as the code is in upper case here; compare it with "EMAIL_NOT_FOUND"$`
		return true
	}
	return code == "User_not_found" || // want `"USER_NOT_FOUND"`
		code == strings.ToUpper("user_not_found") ||
		strings.EqualFold(code, "user_not_found")
}

const names = "session_not_found,otp_code_notfound" // want `"otp_code_not_found"`

func named(e stytcherror.Error) bool {
	return slices.Contains(strings.Split(names, ","), string(e.ErrorType))
}
