package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// The exit codes, explained in the package documentation.
const (
	exitClean    = 0
	exitFindings = 1
	exitError    = 2
)

// errFindings says that everything worked and that something was found, which
// has been printed already.
var errFindings = errors.New("something was found")

// A failure is an error for people: what went wrong in one line, and what to
// do about it.
type failure struct {
	detail string // lines of the go command to print first; may be empty
	msg    string // one line
	hint   string // one line, perhaps with a list below it; may be empty
}

func (f *failure) Error() string { return f.msg }

// exitCode returns the exit code that belongs to err, and prints err unless it
// is about findings only.
func exitCode(stderr io.Writer, err error) int {
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	}
	say(stderr, describe(err))
	return exitError
}

// describe returns err the way people see it.
func describe(err error) string {
	var b strings.Builder
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, err := range joined.Unwrap() {
			b.WriteString(describe(err))
		}
		return b.String()
	}
	f, ok := errors.AsType[*failure](err)
	if !ok {
		f = &failure{msg: err.Error()}
	}
	if f.detail != "" {
		fmt.Fprintln(&b, strings.TrimRight(f.detail, "\n"))
	}
	fmt.Fprintf(&b, "stytchlint: %s\n", f.msg)
	if f.hint != "" {
		fmt.Fprintf(&b, "hint: %s\n", f.hint)
	}
	return b.String()
}

// say writes where nobody can be told of an error in writing: to standard
// error, or to a shell that asks for completions.
func say(w io.Writer, text string) {
	_, _ = io.WriteString(w, text)
}
