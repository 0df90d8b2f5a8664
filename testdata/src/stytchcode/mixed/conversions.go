package mixed

import (
	"os"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// structs that are converted into each other: what one may hold, so may the other
type record struct{ code, text string }

type failure struct{ code, text string }

func loadRecord() record { return record{os.Getenv("CODE"), ""} }

func converted(e stytcherror.Error) bool {
	f := failure{code: string(e.ErrorType)}
	if f.text == "" {
		f = failure(loadRecord())
	}
	return f.code == "sesion_not_found"
}

// a struct without a name is assigned without a conversion
type answer struct{ code string }

func unnamed(e stytcherror.Error) bool {
	a := answer{string(e.ErrorType)}
	tmp := struct{ code string }{os.Getenv("CODE")}
	a = tmp
	return a.code == "sesion_not_found"
}

// containers that are converted
type codes []string

func convertedSlice(e stytcherror.Error, names []string) bool {
	list := codes(names)
	list[0] = string(e.ErrorType)
	return list[1] == "sesion_not_found"
}

// text that went through bytes, and was changed there
func throughBytes(e stytcherror.Error) bool {
	b := []byte(e.ErrorType)
	b[0] = 'S'
	return string(b) == "Session_not_found"
}
