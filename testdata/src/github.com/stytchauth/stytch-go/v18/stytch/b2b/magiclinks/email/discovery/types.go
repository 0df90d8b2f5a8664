package discovery

type SendParams struct {
	EmailAddress         string `json:"email_address,omitempty"`
	DiscoveryRedirectURL string `json:"discovery_redirect_url,omitempty"`
}

type SendResponse struct {
	RequestID  string `json:"request_id,omitempty"`
	StatusCode int32  `json:"status_code,omitempty"`
}
