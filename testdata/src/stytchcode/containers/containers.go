// Package containers moves codes through copies, arrays and pointers.
package containers

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/samber/lo"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// lists that are copied and joined
var (
	expired = []string{"session_not_found", "sesion_expired"} // want `"sesion_expired"`
	missing = []string{"user_notfound"}                       // want `"user_not_found"`
	retried = []string{"too_many_request"}                    // want `"too_many_requests"`
	other   = []string{"not_a_code_at_all"}
)

func copied(e stytcherror.Error) bool {
	list := make([]string, len(retried))
	copy(list, retried)
	return slices.Contains(list, string(e.ErrorType))
}

func joined(e stytcherror.Error) bool {
	return slices.Contains(slices.Concat(expired, missing), string(e.ErrorType))
}

func alone() []string { return slices.Concat(other, other) }

// a copy of what is no list of texts
func bytes(dst []byte, e stytcherror.Error) int { return copy(dst, e.ErrorType) }

// arrays behind pointers
func indexed(e stytcherror.Error, i int) bool {
	codes := &[2]stytcherror.Type{"invalid_emial", "duplicate_email"} // want `"invalid_email"`
	return e.ErrorType == codes[i]
}

func ranged(e stytcherror.Error) bool {
	codes := &[...]string{"weak_pasword", "breached_password"} // want `"weak_password"`
	for _, code := range codes {
		if string(e.ErrorType) == code {
			return true
		}
	}
	return false
}

// pointers to texts
func pointed(e stytcherror.Error) bool {
	want := lo.ToPtr("reset_pasword") // want `"reset_password"`
	return *want == string(e.ErrorType)
}

func target(e stytcherror.Error) bool {
	code := &e.ErrorType
	return lo.FromPtr(code) == "pkce_missmatch" // want `"pkce_mismatch"`
}

func targetOfOther(name *string) bool { return lo.FromPtr(name) == "pkce_missmatch" }

// the first of a list
func first(e stytcherror.Error, hint string) bool {
	codes := []string{"totp_notfound", "sms_template_not_found"} // want `"totp_not_found"`
	return cmp.Or(codes...) == string(e.ErrorType)
}

// a variable that is declared with a value, and gets another one
func declared(e stytcherror.Error, name string) bool {
	var first, second = "oauth_token_notfound", string(e.ErrorType) // want `"oauth_token_not_found"`
	if first == second {
		return true
	}
	first = name
	return first == "session_no"
}

// functions of several types, by their name and called
func pick[K comparable, V any](m map[K]V, k K) V { return m[k] }

func instantiated(e stytcherror.Error) bool {
	get := pick[string, stytcherror.Error]
	m := map[string]stytcherror.Error{"a": e}
	return get(m, "a").ErrorType == "captcha_faild" || // want `"captcha_failed"`
		pick[string, stytcherror.Error](m, "b").ErrorType == "member_not_foud" // want `"member_not_found"`
}

// types that the methods of a generic type decode
type decoder[T any] struct{ data []byte }

func (d *decoder[T]) decode() (v T, err error) {
	err = json.Unmarshal(d.data, &v)
	return v, err
}

type alert struct{ Code string }

func decoded(data []byte, e stytcherror.Error) bool {
	d := decoder[alert]{data}
	a, _ := d.decode()
	b := alert{string(e.ErrorType)}
	return a.Code == "sesion_not_found" || b.Code == "sesion_not_found"
}

// those of which the methods do something else
type holder[T any] struct{ value T }

func (h holder[T]) get() T { return h.value }

type warning struct{ Code string }

func held(e stytcherror.Error) bool {
	h := holder[warning]{warning{string(e.ErrorType)}}
	return h.get().Code == "otp_code_notfound" // want `"otp_code_not_found"`
}

// values that libraries of two types make
func load[K comparable, T any](key K, data []byte) (v T) {
	json.Unmarshal(data, &v)
	return v
}

type notice struct{ Code string }

func loaded(data []byte, e stytcherror.Error) bool {
	n := load[int, notice](1, data)
	m := notice{string(e.ErrorType)}
	return n.Code == "sesion_not_found" || m.Code == "sesion_not_found"
}
