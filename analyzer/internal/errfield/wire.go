package errfield

import (
	"go/types"
	"reflect"
	"slices"
	"strings"
)

// Shape returns the fields of a struct that hold status_code and error_type in JSON,
// each nil if it has none.
func Shape(s *types.Struct) (status, code *types.Var) {
	for i := range s.NumFields() {
		switch nameOf(s, i) {
		case "status_code":
			if b, ok := s.Field(i).Type().Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
				status = s.Field(i)
			}
		case "error_type":
			code = s.Field(i)
		}
	}
	return status, code
}

// names are those that errors of Stytch's have in JSON.
var names = map[string]bool{"error_type": true, "error_message": true, "error_url": true, "error_details": true, "status_code": true, "request_id": true}

// IsName reports whether errors of Stytch's have a name in JSON.
func IsName(name string) bool { return names[name] }

// IsForeign reports whether what has some names in JSON is an error of another service:
// it has no status_code, and a name that Stytch's errors do not have. The error_type of
// Plaid's errors, for one, stands beside an error_code.
func IsForeign(names []string) bool {
	return !slices.Contains(names, "status_code") && slices.ContainsFunc(names, func(name string) bool { return !IsName(name) })
}

// NamesOf returns the names that the fields of a struct have in JSON, where a tag says so.
func NamesOf(s *types.Struct) []string {
	var list []string
	for i := range s.NumFields() {
		if name := nameOf(s, i); name != "" && name != "-" {
			list = append(list, name)
		}
	}
	return list
}

// nameOf returns the name that the tag of a field gives it in JSON, "" if it gives none.
func nameOf(s *types.Struct, i int) string {
	name, _, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get("json"), ",")
	return name
}

// NamesInJSON returns the names in the object of a text that has something at an offset.
func NamesInJSON(text string, offset int) []string {
	var list []string
	for rest := text[strings.LastIndexAny(text[:offset], "{}")+1:]; ; {
		name, after, ok := strings.Cut(rest, ":")
		if !ok || strings.ContainsAny(name, "{}") {
			return list
		}
		if name, ok = strings.CutSuffix(strings.TrimRight(name, " \t"), `"`); ok {
			name = strings.TrimSuffix(name, `\`)
			list = append(list, name[strings.LastIndexByte(name, '"')+1:])
		}
		rest = after
	}
}

// StatusInJSON returns where the status stands in the object of a text that has a code
// at an offset, and whether the object has one at all. What stands there may be no
// number.
func StatusInJSON(text string, offset int) (from, to int, ok bool) {
	start := strings.LastIndexAny(text[:offset], "{}")
	end := strings.IndexAny(text[offset:], "{}")
	if start < 0 || end < 0 {
		return 0, 0, false
	}
	object := text[:offset+end]
	i := strings.Index(object[start:], "status_code")
	if i < 0 {
		return 0, 0, false
	}
	from = start + i + len("status_code")
	from += len(object[from:]) - len(strings.TrimLeft(object[from:], "\\\": \t"))
	to = from
	for to < len(object) && '0' <= object[to] && object[to] <= '9' {
		to++
	}
	return from, to, true
}
