// Package sessions stands in for the SDK's package of that name.
package sessions

// AuthenticateParams are what Authenticate takes.
type AuthenticateParams struct{ SessionToken string }

// AuthenticateResponse is what it returns.
type AuthenticateResponse struct{ SessionToken string }
