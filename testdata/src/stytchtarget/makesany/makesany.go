// want package:"makes pointers: true"

// Package makesany keeps its own pointers as values of any type before they
// become errors.
package makesany

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type key struct{}

func refuse(ctx context.Context) context.Context {
	return context.WithValue(ctx, key{}, &stytcherror.Error{StatusCode: 403})
}

// the pointer that refuse made
func refusal(ctx context.Context) error {
	if e, ok := ctx.Value(key{}).(*stytcherror.Error); ok {
		return e
	}
	return nil
}

func refused(ctx context.Context) int {
	var e *stytcherror.Error
	if errors.As(refusal(ctx), &e) {
		return e.StatusCode
	}
	return 0
}
