package b2b

import (
	"github.com/stytchauth/stytch-go/v18/stytch"
)

type DiscoveryClient struct {
	C                    stytch.Client
	IntermediateSessions *DiscoveryIntermediateSessionsClient
}

func NewDiscoveryClient(c stytch.Client) *DiscoveryClient {
	return &DiscoveryClient{
		C:                    c,
		IntermediateSessions: NewDiscoveryIntermediateSessionsClient(c),
	}
}
