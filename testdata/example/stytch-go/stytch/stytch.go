// Package stytch is a small stand-in for the SDK's package of that name: enough
// of it to build and test the shop without a network.
package stytch

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type Client interface {
	NewRequest(ctx context.Context, params RequestParams) error
}

type RequestParams struct {
	Method string
	Path   string
	Body   []byte
	V      any
}

type DefaultClient struct {
	BaseURI   string
	ProjectID string
	Secret    string
}

func New(projectID string, secret string) *DefaultClient {
	return &DefaultClient{BaseURI: "https://test.stytch.com", ProjectID: projectID, Secret: secret}
}

func (c *DefaultClient) NewRequest(ctx context.Context, params RequestParams) error {
	req, err := http.NewRequestWithContext(ctx, params.Method, c.BaseURI+params.Path, bytes.NewReader(params.Body))
	if err != nil {
		return err
	}
	req.SetBasicAuth(c.ProjectID, c.Secret)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode < 300 {
		return json.NewDecoder(res.Body).Decode(params.V)
	}
	var refused stytcherror.Error
	if err := json.NewDecoder(res.Body).Decode(&refused); err != nil {
		return err
	}
	refused.StatusCode = res.StatusCode
	return refused
}
