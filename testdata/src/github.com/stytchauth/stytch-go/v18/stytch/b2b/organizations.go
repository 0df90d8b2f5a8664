package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/organizations"
)

type OrganizationsClient struct {
	C       stytch.Client
	Members *OrganizationsMembersClient
}

func NewOrganizationsClient(c stytch.Client) *OrganizationsClient {
	return &OrganizationsClient{
		C:       c,
		Members: NewOrganizationsMembersClient(c),
	}
}

func (c *OrganizationsClient) Get(ctx context.Context, body *organizations.GetParams) (*organizations.GetResponse, error) {
	return request[organizations.GetResponse](ctx, c.C, "GET", "/v1/b2b/organizations", body)
}
