// Package tricky has functions that hand over codes, and other things on the
// second look.
package tricky

import (
	"encoding/json"
	"io"
	"log"
	"slices"
	"sort"
	"strings"

	"stytchcode_across/authx"
)

// Case changes the case only if it is asked to.
func Case(code string, up bool) string {
	if up {
		return strings.ToUpper(code)
	}
	return code
}

// OrFirst returns one of the caller's own names for other errors.
func OrFirst(code string, others []string) string {
	if code == "" {
		return others[0]
	}
	return code
}

// OrNamed looks the caller's own name up.
func OrNamed(code string, names map[string]string) string {
	if name, ok := names["other"]; ok {
		return name
	}
	return code
}

// Override stores what the caller wants, and returns the code.
func Override(err error, code *string, own string) string {
	if own != "" {
		*code = own
	}
	return authx.Code(err)
}

// ReadInto decodes, and returns the code.
func ReadInto(r io.Reader, v any, err error) string {
	if json.NewDecoder(r).Decode(v) != nil {
		return ""
	}
	return authx.Code(err)
}

// Apply changes the code by the caller's own function.
func Apply(err error, change func(string) string) string { return change(authx.Code(err)) }

// Each calls the function with the code, and with the text.
func Each(err error, do func(string)) {
	do(authx.Code(err))
	do(err.Error())
}

// Both calls it with the code and the text.
func Both(err error, do func(code, text string) bool) bool { return do(authx.Code(err), err.Error()) }

// Log prints and sorts codes, and then searches them.
func Log(err error, codes ...string) bool {
	log.Println(codes)
	sort.Strings(codes)
	return slices.Contains(codes, authx.Code(err))
}

// Trim drops what stands around it.
func Trim(code string) string { return strings.Trim(code, `" `) }

// Only returns the code if it is one of those.
func Only(err error, codes ...string) (string, bool) {
	code := authx.Code(err)
	for _, c := range codes {
		if c == code {
			return c, true
		}
	}
	return "", false
}

// Translate returns the caller's own name for a code.
func Translate(err error, names map[string]string) string {
	if name := names[authx.Code(err)]; name != "" {
		return name
	}
	return authx.Code(err)
}

// Write has a code in the middle of the caller's names.
func Write(w io.Writer, app, code, event string, err error) bool {
	io.WriteString(w, app+event)
	return authx.Is(err, code)
}

// Visitor has a method for each sort of error.
type Visitor interface {
	Stytch(code string) bool
	Other(text string) bool
}

// Visit calls them.
func Visit(err error, v Visitor) bool {
	if code := authx.Code(err); code != "network_failure" {
		return v.Stytch(code)
	}
	return v.Other(err.Error())
}
