package m2m

type TokenParams struct {
	ClientID     string
	ClientSecret string
	Scopes       []string
}

type TokenResponse struct {
	AccessToken string `json:"access_token,omitempty"`
	ExpiresIn   int    `json:"expires_in,omitempty"`
	TokenType   string `json:"token_type,omitempty"`
}

type AuthenticateTokenParams struct {
	AccessToken    string
	RequiredScopes []string
}

type AuthenticateTokenResponse struct {
	Scopes   []string
	ClientID string
}
