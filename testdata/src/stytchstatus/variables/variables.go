// Package variables keeps statuses, codes and errors in variables and fields.
package variables

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchstatus/variables/latest"
)

const notFound = "session_not_found"

const unauthorized = 401

type failure struct {
	err   stytcherror.Error
	cause *failure
}

type wrapped struct {
	stytcherror.Error
	retry bool
}

func variables(err error) bool {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return false
	}
	status, code := e.StatusCode, string(e.ErrorType)
	if status == 401 {
		return code == "session_not_found" // want `never true together with 401`
	}
	var again = status
	return again >= 500 && e.ErrorType == notFound // want `a status >= 500`
}

func constants(e stytcherror.Error) {
	_ = e.StatusCode == unauthorized && e.ErrorType == notFound // want `"session_not_found" always comes with status 404, so this is never true together with 401`
}

func fields(f failure, g *failure, w wrapped) {
	_ = f.err.StatusCode == 401 && f.err.ErrorType == "session_not_found"             // want `never true together with 401`
	_ = g.cause.err.StatusCode == 401 && g.cause.err.ErrorType == "session_not_found" // want `never true together with 401`
	_ = w.StatusCode == 401 && w.ErrorType == "session_not_found"                     // want `never true together with 401`
	_ = f.err.StatusCode == 401 && g.err.ErrorType == "session_not_found"
	_ = g.err.StatusCode == 401 && g.cause.err.ErrorType == "session_not_found"
	if f.err.StatusCode == 401 {
		f = *g
		_ = f.err.ErrorType == "session_not_found"
	}
}

func changed(err error, e stytcherror.Error) {
	status := e.StatusCode
	e = stytcherror.Error{}
	_ = status == 401 && e.ErrorType == "session_not_found"

	var f stytcherror.Error
	code := f.ErrorType
	_ = errors.As(err, &f)
	code = f.ErrorType
	_ = f.StatusCode == 401 && code == "session_not_found"

	local := f.StatusCode
	local++
	_ = local == 401 && f.ErrorType == "session_not_found"
}

var last stytcherror.Error

func global() bool {
	return last.StatusCode == 401 && last.ErrorType == "session_not_found"
}

func calls(get func() stytcherror.Error, list []stytcherror.Error, i int) {
	_ = get().StatusCode == 401 && get().ErrorType == "session_not_found"
	_ = list[i].StatusCode == 401 && list[i].ErrorType == "session_not_found" // want `never true together with 401`
}

func (w *wrapped) load() { w.Error = stytcherror.Error{} }

func (w wrapped) look() {}

func load(p *stytcherror.Error) { *p = stytcherror.Error{} }

// Functions that get an error by pointer may change it.
func byPointer(w wrapped, p *stytcherror.Error, e stytcherror.Error) {
	if w.StatusCode == 401 {
		w.look()
		_ = w.ErrorType == "session_not_found" // want `never true together with 401`
	}
	if w.StatusCode == 401 {
		w.load()
		_ = w.ErrorType == "session_not_found"
	}
	if p.StatusCode == 401 {
		load(p)
		_ = p.ErrorType == "session_not_found"
	}
	if e.StatusCode == 401 {
		println(e.Error())
		_ = e.ErrorType == "session_not_found" // want `never true together with 401`
	}
}

func (w wrapped) method(other wrapped) {
	status := w.StatusCode
	_ = status == 401 && w.ErrorType == "session_not_found" // want `never true together with 401`
}

func (w wrapped) setting(other wrapped) {
	status := w.StatusCode
	w = other
	_ = status == 401 && w.ErrorType == "session_not_found"
}

// Another package may set it in between.
func ofOthers() bool {
	return latest.Error.StatusCode == 401 && latest.Error.ErrorType == "session_not_found"
}

type counted struct {
	err   stytcherror.Error
	count int
}

// Another field is set.
func countedUp(c *counted) bool {
	c.count++
	return c.err.StatusCode == 401 && c.err.ErrorType == "session_not_found" // want `"session_not_found" always comes with status 404`
}

// The program has a status of its own for a code.
func ownStatus(e stytcherror.Error) int {
	if e.ErrorType == "session_not_found" {
		e.StatusCode = 401
	}
	if e.StatusCode == 401 && e.ErrorType == "session_not_found" {
		return 1
	}
	switch e.StatusCode {
	case 401:
		if e.ErrorType == "session_not_found" {
			return 2
		}
	}
	return 0
}

func ownCode(err error) bool {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return false
	}
	if e.StatusCode == 401 {
		(e.ErrorType) = "session_not_found"
	}
	return e.StatusCode == 401 && e.ErrorType == "session_not_found"
}

type report struct {
	stytch stytcherror.Error
	count  int
}

func ownInside(f *report) bool {
	f.stytch.StatusCode++
	return f.stytch.StatusCode == 401 && f.stytch.ErrorType == "session_not_found"
}
