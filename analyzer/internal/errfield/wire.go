package errfield

import (
	"go/types"
	"reflect"
	"strings"
)

// Shape returns the fields of a struct that hold status_code and error_type in JSON,
// each nil if it has none.
func Shape(s *types.Struct) (status, code *types.Var) {
	for i := range s.NumFields() {
		switch name, _, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get("json"), ","); name {
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
