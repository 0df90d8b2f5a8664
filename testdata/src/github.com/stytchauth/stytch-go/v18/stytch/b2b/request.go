package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
)

func request[R any](ctx context.Context, c stytch.Client, method, path string, body any) (*R, error) {
	var out R
	err := c.NewRequest(ctx, stytch.RequestParams{Method: method, Path: path, V: &out})
	return &out, err
}
