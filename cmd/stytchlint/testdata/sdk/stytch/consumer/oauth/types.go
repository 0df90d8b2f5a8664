// Package oauth stands in for the SDK's package of that name.
package oauth

// AuthenticateParams are what is sent.
type AuthenticateParams struct {
	Token                  string
	SessionDurationMinutes int32
}

// AuthenticateResponse is what comes back.
type AuthenticateResponse struct {
	UserID       string
	SessionToken string
}
