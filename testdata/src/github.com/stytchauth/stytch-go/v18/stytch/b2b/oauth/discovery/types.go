package discovery

import (
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/discovery"
)

type AuthenticateParams struct {
	DiscoveryOAuthToken    string         `json:"discovery_oauth_token,omitempty"`
	SessionToken           string         `json:"session_token,omitempty"`
	SessionDurationMinutes int32          `json:"session_duration_minutes,omitempty"`
	SessionJWT             string         `json:"session_jwt,omitempty"`
	SessionCustomClaims    map[string]any `json:"session_custom_claims,omitempty"`
	PkceCodeVerifier       string         `json:"pkce_code_verifier,omitempty"`
}

type AuthenticateResponse struct {
	RequestID                string                             `json:"request_id,omitempty"`
	IntermediateSessionToken string                             `json:"intermediate_session_token,omitempty"`
	EmailAddress             string                             `json:"email_address,omitempty"`
	DiscoveredOrganizations  []discovery.DiscoveredOrganization `json:"discovered_organizations,omitempty"`
	StatusCode               int32                              `json:"status_code,omitempty"`
	ProviderType             string                             `json:"provider_type,omitempty"`
}
