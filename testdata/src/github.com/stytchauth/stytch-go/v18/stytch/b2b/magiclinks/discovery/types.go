package discovery

import (
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/discovery"
)

type AuthenticateParams struct {
	DiscoveryMagicLinksToken string `json:"discovery_magic_links_token,omitempty"`
	PkceCodeVerifier         string `json:"pkce_code_verifier,omitempty"`
}

type AuthenticateResponse struct {
	RequestID                string                             `json:"request_id,omitempty"`
	IntermediateSessionToken string                             `json:"intermediate_session_token,omitempty"`
	EmailAddress             string                             `json:"email_address,omitempty"`
	DiscoveredOrganizations  []discovery.DiscoveredOrganization `json:"discovered_organizations,omitempty"`
	StatusCode               int32                              `json:"status_code,omitempty"`
}
