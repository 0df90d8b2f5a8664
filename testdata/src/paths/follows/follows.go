// Package follows asks the same twice on some paths, with all between that tells
// them apart. What is expected says how the first call ended, and what the path
// has found out about its error.
package follows

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/url"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"paths/asked"
)

// Conditions.

func straight(x string) {
	asked.Ask(x)
	asked.Ask(x) // want `unknown, unexamined`
}

func succeeded(x string) {
	if _, err := asked.Ask(x); err != nil {
		return
	}
	asked.Ask(x) // want `succeeded, unexamined`
}

func failed(x string) {
	if _, err := asked.Ask(x); err != nil {
		asked.Ask(x) // want `failed, unexamined`
	}
}

func ofAPI(x string) {
	_, err := asked.Ask(x)
	var e stytcherror.Error
	if errors.As(err, &e) {
		asked.Ask(x) // want `failed, definite`
	} else if err != nil {
		asked.Ask("other " + x)
	}
}

func byStatus(x string) {
	_, err := asked.Ask(x)
	if e, ok := errors.AsType[stytcherror.Error](err); ok && e.StatusCode >= 500 {
		asked.Ask(x) // want `failed, examined`
	}
}

func byCode(x string) {
	_, err := asked.Ask(x)
	if e, ok := err.(stytcherror.Error); ok && e.ErrorType == "session_not_found" {
		asked.Ask(x) // want `failed, examined`
	}
}

func byType(x string) {
	_, err := asked.Ask(x)
	switch err.(type) {
	case nil:
		asked.Ask(x) // want `succeeded, unexamined`
	case stytcherror.Error:
		asked.Ask(x) // want `failed, definite`
	default:
		asked.Ask(x) // want `failed, examined`
	}
}

func bySentinel(x string) {
	if _, err := asked.Ask(x); errors.Is(err, context.Canceled) {
		asked.Ask(x) // want `foreign`
	}
}

func byOtherSentinel(x string) {
	if _, err := asked.Ask(x); err != nil && !errors.Is(err, context.Canceled) {
		asked.Ask(x) // want `failed, unexamined`
	}
}

func byOtherType(x string) {
	_, err := asked.Ask(x)
	var u *url.Error
	var n net.Error
	switch {
	case err == nil:
	case errors.As(err, &u):
		asked.Ask(x) // want `failed, foreign`
	case errors.As(err, &n) && n.Timeout():
		asked.Ask(x) // want `failed, foreign`
	default:
		asked.Ask(x) // want `failed, (unexamined|foreign)`
	}
}

func byVerifier(x string) {
	if _, err := asked.Ask(x); err != nil && !errors.Is(err, stytcherror.ErrJWKSNotInitialized) {
		asked.Ask(x) // want `failed, examined`
	}
}

// The text of an error is all that some ask for.
func byAnyType(x string) {
	_, err := asked.Ask(x)
	var e interface{ Error() string }
	if err != nil && !errors.As(err, &e) {
		asked.Ask(x) // want `failed, examined`
	}
}

func definite(x string) {
	_, err := asked.Ask(x)
	var e stytcherror.Error
	if errors.As(err, &e) && !errors.Is(err, context.Canceled) {
		asked.Ask(x) // want `failed, examined`
	}
}

func byAnswer(x string) {
	if a, _ := asked.Ask(x); a.StatusCode < 500 {
		asked.Ask(x) // want `judged`
	}
}

func unauthorized(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.StatusCode == 401
}

func byHelper(x string) {
	if _, err := asked.Ask(x); unauthorized(err) {
		asked.Ask(x) // want `failed, examined`
	}
}

func ranges(x string, n int) {
	if n >= 500 {
		asked.Ask(x)
	}
	if n < 500 {
		asked.Ask(x)
	}
	if n >= 500 {
		asked.Ask(x) // want `unknown, unexamined`
	}
}

func correlated(x string, a bool) {
	done := false
	if a {
		asked.Ask(x)
		done = true
	}
	if !done {
		asked.Ask(x)
	}
}

// Memory.

type box struct {
	text  string
	inner *box
}

func fields(b *box, c box) {
	asked.Ask(b.inner.text)
	asked.Ask(b.text)
	d := b.inner
	asked.Ask(d.text) // want `unknown`
	asked.Ask(c.text)
	e := c
	e.text += "x"
	asked.Ask(e.text)
	asked.Ask(c.text) // want `unknown`
}

func changed(b *box, change func(*box)) {
	asked.Ask(b.text)
	change(b)
	asked.Ask(b.text)
}

func swapped(a, b box) {
	asked.Ask(a.text)
	a, b = b, a
	asked.Ask(a.text)
	asked.Ask(b.text) // want `unknown`
}

// Calls.

func helper(x string) error {
	_, err := asked.Ask(x)
	return err
}

func byHelpers(x string) {
	if helper(x) != nil {
		return
	}
	helper(x) // want `succeeded`
}

func across(x string) {
	if err := asked.Through(x); err != nil {
		asked.Through(x) // want `failed, unexamined`
	}
	if asked.Refused("y" + x) {
		asked.Refused("y" + x) // want `failed, unexamined`
	}
}

func again(x string) error {
	return asked.Twice(func() error { return helper(x) }) // want `failed, unexamined, again`
}

func wrapped(x string) {
	err := helper(x)
	if err != nil {
		err = fmt.Errorf("ask: %w", err)
	}
	if err == nil {
		helper(x) // want `succeeded`
	}
}

func recursive(x string, n int) error {
	err := helper(x)
	if err != nil && n > 0 {
		return recursive(x, n-1) // want `failed, unexamined`
	}
	return err
}

func mutual(x string, n int) error {
	if err := helper(x); err == nil {
		return nil
	}
	return other(x, n) // want `failed, unexamined`
}

func other(x string, n int) error {
	if n == 0 {
		return errors.New("enough")
	}
	return mutual(x, n-1)
}

func never(x string) {
	asked.Ask(x)
	log.Fatal("enough")
	asked.Ask(x)
}

// Literals, methods as values, and what is deferred.

func atOnce(x string) {
	err := func() error { return helper(x) }()
	if err != nil {
		func() {
			helper(x) // want `failed, unexamined`
		}()
	}
}

func captured(x string) {
	var err error
	ask := func() { _, err = asked.Ask(x) }
	ask()
	if err == nil {
		ask() // want `succeeded`
	}
}

type asker struct{ x string }

func (a *asker) ask() error { return helper(a.x) }

func methodValue(a *asker) {
	f := a.ask
	if f() == nil {
		f() // want `succeeded`
	}
}

func deferred(x string) (err error) {
	defer func() {
		if err != nil {
			helper(x) // want `failed, unexamined`
		}
	}()
	return helper(x)
}

type question interface{ ask() error }

func byInterface(q question) {
	if q.ask() == nil {
		q.ask() // want `succeeded`
	}
}

func generic[T any](v T, f func(T) string) {
	x := f(v)
	asked.Ask(x)
	asked.Ask(x) // want `unknown`
}

func instance(n int) { generic(n, func(int) string { return "" }) }

// Loops.

func rounds(x string, list []string) {
	for _, y := range list {
		asked.Ask(y)
		asked.Ask("x" + x) // want `unknown`
	}
}

func counted(x string) {
	for i := 0; i < 3; i++ {
		if i == 1 {
			asked.Ask(x)
		}
	}
}

func until(x string) error {
	for {
		_, err := asked.Ask(x) // want `failed, unexamined`
		if err == nil {
			return nil
		}
	}
}

// At the top of a package.
var handler = func(x string) {
	asked.Ask(x)
	asked.Ask(x) // want `unknown`
}
