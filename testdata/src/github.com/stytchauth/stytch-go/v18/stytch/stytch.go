// Package stytch stands in for the SDK's package of that name.
package stytch

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type Client interface {
	NewRequest(ctx context.Context, params RequestParams) error
	RawRequest(ctx context.Context, params RequestParams) ([]byte, error)
}

type RequestParams struct {
	Method      string
	Path        string
	QueryParams map[string]string
	Body        []byte
	V           interface{}
	Headers     map[string][]string
}

type DefaultClient struct{}

func New(projectID string, secret string) *DefaultClient { return &DefaultClient{} }

func (c *DefaultClient) NewRequest(ctx context.Context, params RequestParams) error {
	_, err := c.RawRequest(ctx, params)
	return err
}

func (c *DefaultClient) RawRequest(ctx context.Context, params RequestParams) ([]byte, error) {
	return nil, stytcherror.Error{StatusCode: 404, ErrorType: "session_not_found"}
}
