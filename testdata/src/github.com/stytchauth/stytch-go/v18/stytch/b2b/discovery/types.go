package discovery

import (
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/organizations"
)

type DiscoveredOrganization struct {
	MemberAuthenticated bool                        `json:"member_authenticated,omitempty"`
	Organization        *organizations.Organization `json:"organization,omitempty"`
}
