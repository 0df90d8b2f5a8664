package valueflow

import (
	"fmt"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// Facts tell importing packages what flows through the functions, fields and
// variables of a package. Only objects that have to do with codes have one. All
// lists are sorted, so that the encoding is the same for the same source.

// A part says which part of a value is meant.
type part uint8

const (
	whole part = iota
	elems      // the elements of a container, or what a pointer points to
	keys       // the keys of a map
)

// A port is a part of a parameter. A receiver counts as the first parameter.
type port struct {
	Param int
	Part  part
}

// An expectation says that a part of a value is compared with a code.
type expectation struct {
	Param  int // 0 for variables and fields
	Part   part
	Use    Use
	Family sdk.Family
	// Exposed says that other values than codes may be compared with it, too.
	Exposed bool
	Except  []string // constants that it may be equal to although they are no codes
}

// A supply says what a part of a value may hold.
type supply struct {
	Result int // 0 for variables and fields
	Part   part
	Labels labels
	Consts []string // the constants among the values
	Params []port   // the parts of parameters that flow into it
	Majors []string // the versions of the SDK whose errors it may be
}

// A callback says what a function passes to a function that it is given.
type callback struct {
	Param int // the function
	Arg   int // which of its arguments
	Value supply
}

// A meeting says that a function compares parts of two parameters.
type meeting struct {
	A, B port
	Use  Use
}

// An outlet says that a parameter, field or variable gets to a sink.
type outlet struct {
	Param int // 0 for variables and fields
	Sink  sinkKey
	Role  Role
}

// A funcFact is what callers of a function or method need to know.
type funcFact struct {
	Expects  []expectation
	Supplies []supply
	Writes   []int    // the parameters whose contents may be written with anything
	Fills    []supply // what is stored through a parameter, by its index
	Calls    []callback
	Meets    []meeting
	Sinks    []outlet
	Returns  []returned
}

// A returned is a function that another one returns.
type returned struct {
	Result int
	Does   funcFact
}

// followsCodes reports whether the fact is about anything but sinks.
func (f *funcFact) followsCodes() bool {
	return len(f.Expects)+len(f.Supplies)+len(f.Fills)+len(f.Calls)+len(f.Meets)+len(f.Returns) > 0
}

func (*funcFact) AFact() {}

func (f *funcFact) String() string {
	var parts []string
	for _, e := range f.Expects {
		parts = append(parts, fmt.Sprintf("expects %d", e.Param))
	}
	for _, s := range f.Supplies {
		if s.Labels&(fromCode|fromSDK) != 0 {
			parts = append(parts, fmt.Sprintf("carries %d", s.Result))
		} else {
			parts = append(parts, fmt.Sprintf("passes %d", s.Result))
		}
	}
	for _, s := range f.Fills {
		parts = append(parts, fmt.Sprintf("fills %d", s.Result))
	}
	for _, c := range f.Calls {
		parts = append(parts, fmt.Sprintf("calls %d", c.Param))
	}
	for _, m := range f.Meets {
		parts = append(parts, fmt.Sprintf("compares %d %d", m.A.Param, m.B.Param))
	}
	for _, r := range f.Returns {
		parts = append(parts, fmt.Sprintf("returns %d: %s", r.Result, r.Does.String()))
	}
	for _, s := range f.Sinks {
		parts = append(parts, fmt.Sprintf("sinks %d", s.Param))
	}
	return strings.Join(parts, ", ")
}

// A coinedFact tells of names that a package has for errors besides Stytch's
// codes.
type coinedFact struct {
	Renamed []string // for errors of the SDK that it received
	Answers []string // in errors of its own, in the shape of Stytch's
}

func (*coinedFact) AFact() {}

func (f *coinedFact) String() string {
	return fmt.Sprintf("renames to %s; answers %s", strings.Join(f.Renamed, ", "), strings.Join(f.Answers, ", "))
}

// A varFact is what users of a package variable or struct field need to know.
type varFact struct {
	IsCode   bool       // the error_type of a struct in the shape of Stytch's errors
	Error    errorField // what it is of an error
	Expects  []expectation
	Supplies []supply
	Sinks    []outlet
	Does     *funcFact // the function that it holds
}

func (*varFact) AFact() {}

func (f *varFact) String() string {
	if f.IsCode {
		return "error_type"
	}
	if f.Error.Of != "" {
		return f.Error.String()
	}
	if f.Does != nil {
		return "holds " + f.Does.String()
	}
	return (&funcFact{Expects: f.Expects, Supplies: f.Supplies, Sinks: f.Sinks}).String()
}
