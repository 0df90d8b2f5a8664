package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/organizations/members"
)

type OrganizationsMembersClient struct {
	C stytch.Client
}

func NewOrganizationsMembersClient(c stytch.Client) *OrganizationsMembersClient {
	return &OrganizationsMembersClient{
		C: c,
	}
}

func (c *OrganizationsMembersClient) Create(ctx context.Context, body *members.CreateParams, methodOptions ...*members.CreateRequestOptions) (*members.CreateResponse, error) {
	return request[members.CreateResponse](ctx, c.C, "POST", "/v1/b2b/organizations/members", body)
}

func (c *OrganizationsMembersClient) Get(ctx context.Context, body *members.GetParams) (*members.GetResponse, error) {
	return request[members.GetResponse](ctx, c.C, "GET", "/v1/b2b/organizations/members", body)
}
