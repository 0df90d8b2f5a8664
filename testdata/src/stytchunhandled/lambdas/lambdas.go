// Package lambdas answers by what it returns to API Gateway.
package lambdas

import (
	"context"
	"errors"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/events"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

type functions struct{ api *stytchapi.API }

func (f *functions) session(ctx context.Context, r request) error {
	_, err := f.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: r.Headers["X-Session"]})
	return err
}

func (f *functions) literal(ctx context.Context, r request) (response, error) {
	if err := f.session(ctx, r); err != nil {
		return response{StatusCode: 500}, nil // want `an expired or revoked session`
	}
	return response{StatusCode: 200}, nil
}

// a variable, and another type
func (f *functions) variable(ctx context.Context, r request) (events.APIGatewayV2HTTPResponse, error) {
	var out events.APIGatewayV2HTTPResponse
	out.StatusCode = http.StatusOK
	res, err := f.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: r.QueryStringParameters["token"]})
	if err != nil {
		log.Print(err)
		out.StatusCode = http.StatusBadGateway
		return out, nil // want `a spent or unknown OAuth token`
	}
	out.Body = res.UserID
	return out, nil
}

// a pointer
func (f *functions) pointer(ctx context.Context, r request) (*response, error) {
	if err := f.session(ctx, r); err != nil {
		return &response{StatusCode: 503}, nil // want `an expired or revoked session`
	}
	return &response{StatusCode: 200}, nil
}

// without an error
func (f *functions) lone(ctx context.Context, r request) response {
	if err := f.session(ctx, r); err != nil {
		return response{StatusCode: 500} // want `an expired or revoked session`
	}
	return response{StatusCode: 200}
}

func respond(status int, body string) (response, error) {
	return response{StatusCode: status, Body: body}, nil
}

func (f *functions) helper(ctx context.Context, r request) (response, error) {
	if err := f.session(ctx, r); err != nil {
		return respond(http.StatusInternalServerError, "session") // want `an expired or revoked session`
	}
	return respond(http.StatusOK, "welcome")
}

// route only hands on what is answered elsewhere.
func (f *functions) route(ctx context.Context, r request) (response, error) {
	if r.Body == "" {
		return f.literal(ctx, r)
	}
	res, err := f.helper(ctx, r)
	return res, err
}

func (f *functions) good(ctx context.Context, r request) (response, error) {
	err := f.session(ctx, r)
	var e stytcherror.Error
	switch {
	case errors.As(err, &e):
		return respond(e.StatusCode, string(e.ErrorType))
	case err != nil:
		return respond(http.StatusBadGateway, "session")
	}
	return respond(http.StatusOK, "welcome")
}

// guest answers for a page that everybody may see, and for a mistake of its own.
func (f *functions) guest(ctx context.Context, r request) (response, error) {
	if err := f.session(ctx, r); err != nil {
		return respond(http.StatusUnauthorized, "sign in")
	}
	if err := ctx.Err(); err != nil {
		return respond(http.StatusServiceUnavailable, "too late")
	}
	return respond(http.StatusOK, "welcome")
}
