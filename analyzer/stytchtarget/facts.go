package stytchtarget

import (
	"fmt"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A search is the fact about a function that asks an error of its caller's
// whether it is of certain types.
type search struct {
	Asks []question
}

// A question is one of those types: that of the target which the caller
// passes, that of a type argument, or one of the SDK's.
type question struct {
	Err       int  // the parameter that is the error
	Target    int  // the parameter that is the target, -1 if none is
	TypeParam int  // the type parameter that is the type, -1 if none is
	Pointer   bool // a pointer to the type is asked for

	Type string // the SDK's type, if it is fixed: its package and name
}

func (*search) AFact() {}

func (s *search) String() string {
	var list []string
	for _, q := range s.Asks {
		star := ""
		if q.Pointer {
			star = "*"
		}
		switch {
		case q.Target >= 0:
			list = append(list, fmt.Sprintf("target %d", q.Target))
		case q.TypeParam >= 0:
			list = append(list, fmt.Sprintf("%stype %d", star, q.TypeParam))
		default:
			list = append(list, star+q.Type)
		}
	}
	return "asks for " + strings.Join(list, ", ")
}

// Habits are the fact about a package that makes or takes pointers to the
// SDK's errors knowingly. What a package makes holds for those that import it,
// too.
type habits struct {
	Makes bool // errors that are pointers, in code that is no test
	Both  bool // a function that looks for values and for pointers
	Is    bool // an error that says itself which errors of the SDK it equals
}

func (*habits) AFact() {}

func (h *habits) String() string {
	return fmt.Sprintf("makes pointers: %t, looks for both: %t, declares Is: %t", h.Makes, h.Both, h.Is)
}

var factTypes = []analysis.Fact{new(search), new(habits)}
