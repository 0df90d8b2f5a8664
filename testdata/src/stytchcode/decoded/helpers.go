package decoded

import (
	"encoding/json"
	"flag"
	"io"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a helper that decodes into whatever it is given
func decodeInto(r io.Reader, v any) error { return json.NewDecoder(r).Decode(v) }

type request struct{ Code string }

func handle(r io.Reader, e stytcherror.Error) bool {
	var req request
	if decodeInto(r, &req) != nil {
		req = request{Code: string(e.ErrorType)}
	}
	return req.Code == "sesion_not_found"
}

// one more function between
func bind(r io.Reader, v any) error {
	if v == nil {
		return nil
	}
	return decodeInto(r, v)
}

type form struct{ Code string }

func bound(r io.Reader, e stytcherror.Error) bool {
	f := &form{Code: string(e.ErrorType)}
	return bind(r, f) == nil && f.Code == "sesion_not_found"
}

// a method of an interface
type store interface {
	Load(key string, into any) error
}

type entry struct{ Code string }

func stored(s store, e stytcherror.Error) bool {
	n := entry{string(e.ErrorType)}
	return s.Load("x", &n) == nil && n.Code == "sesion_not_found"
}

// the rows of a database, field by field and through a function value
type row struct{ code, text string }

func scan(e stytcherror.Error, scan func(dest ...any) error) bool {
	r := row{code: string(e.ErrorType)}
	return scan(&r.code, &r.text) == nil && r.code == "sesion_not_found"
}

// an option of the command line
type options struct{ code string }

func parseOptions(e stytcherror.Error) bool {
	o := options{code: string(e.ErrorType)}
	flag.StringVar(&o.code, "code", "sesion_not_found", "")
	return o.code == "sesion_not_found"
}

// a type that decodes itself
type self struct{ code string }

func (s *self) UnmarshalText(b []byte) error {
	s.code = string(b)
	return nil
}

func selfDecoded(e stytcherror.Error) bool {
	return (self{string(e.ErrorType)}).code == "sesion_not_found"
}

// a list that is decoded
type line struct{ Code string }

func lines(b []byte, e stytcherror.Error) bool {
	var list []line
	json.Unmarshal(b, &list)
	list = append(list, line{string(e.ErrorType)})
	return list[0].Code == "sesion_not_found"
}

// a map of structs that is decoded
type cell struct{ Code string }

func cells(b []byte, e stytcherror.Error) bool {
	var m map[string]*cell
	json.Unmarshal(b, &m)
	m["x"] = &cell{string(e.ErrorType)}
	return m["y"].Code == "sesion_not_found"
}

// an embedded struct that is decoded with the one around it
type inner struct{ Code string }

type outer struct {
	inner
	Text string
}

func embedded(b []byte, e stytcherror.Error) bool {
	var o outer
	json.Unmarshal(b, &o)
	return o.Code == "sesion_not_found" || (inner{string(e.ErrorType)}).Code == "sesion_not_found"
}

// what is only printed is not decoded
type printed struct{ code string }

func show(w io.Writer, v any) { json.NewEncoder(w).Encode(v) }

func shown(w io.Writer, e stytcherror.Error) bool {
	p := printed{string(e.ErrorType)}
	show(w, p)
	return p.code == "sesion_not_found" // want `"session_not_found"`
}
