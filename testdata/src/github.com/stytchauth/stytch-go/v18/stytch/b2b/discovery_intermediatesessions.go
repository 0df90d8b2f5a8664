package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/discovery/intermediatesessions"
)

type DiscoveryIntermediateSessionsClient struct {
	C stytch.Client
}

func NewDiscoveryIntermediateSessionsClient(c stytch.Client) *DiscoveryIntermediateSessionsClient {
	return &DiscoveryIntermediateSessionsClient{
		C: c,
	}
}

func (c *DiscoveryIntermediateSessionsClient) Exchange(ctx context.Context, body *intermediatesessions.ExchangeParams) (*intermediatesessions.ExchangeResponse, error) {
	return request[intermediatesessions.ExchangeResponse](ctx, c.C, "POST", "/v1/b2b/discovery/intermediate_sessions/exchange", body)
}
