package consumer

import (
	"context"
	"encoding/json"

	"github.com/stytchauth/stytch-go/v18/stytch"
)

// request posts body to path and decodes the answer.
func request[R any](ctx context.Context, c stytch.Client, method, path string, body any) (*R, error) {
	b, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	var out R
	err = c.NewRequest(ctx, stytch.RequestParams{Method: method, Path: path, Body: b, V: &out})
	return &out, err
}
