package wrappers

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// base is embedded, by value and by pointer.
type base struct{ kind string }

func (b base) isKind(kind string) bool { return b.kind == kind }

type byValue struct {
	base
	name string
}

type byPointer struct{ *base }

func embedding(e stytcherror.Error) bool {
	v := byValue{base{string(e.ErrorType)}, "sesion_not_found"}
	p := byPointer{&base{kind: string(e.ErrorType)}}
	return v.isKind("sesion_not_found") || // want `"session_not_found"`
		p.isKind("user_notfound") || // want `"user_not_found"`
		p.base.isKind("session_not_found") ||
		v.kind == "weak_pasword" || // want `"weak_password"`
		v.name == "weak_pasword"
}
