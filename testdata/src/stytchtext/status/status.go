package status

import (
	"context"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/organizations/members"
)

const notFound = "404"

func get(ctx context.Context, api *b2bstytchapi.API) int {
	_, err := api.Organizations.Members.Get(ctx, &members.GetParams{})
	if err == nil {
		return 0
	}
	switch {
	case strings.Contains(err.Error(), notFound): // want `^the text of an SDK error is searched for "404"; compare StatusCode of a stytcherror.Error \(found with errors.As\) instead$`
	case strings.Contains(err.Error(), "status code: 401"): // want `searched for "status code: 401"; compare StatusCode`
	case strings.Contains(err.Error(), "status_code=429"): // want `searched for "status_code=429"`
	case strings.Contains(err.Error(), "HTTP 503"): // want `searched for "HTTP 503"`
	case strings.Contains(err.Error(), "500 Internal Server Error"): // want `searched for "500 Internal Server Error"`
	case strings.HasPrefix(err.Error(), " 409 "): // want `searched for " 409 "`
	case strings.Contains(err.Error(), "4040"):
	case strings.Contains(err.Error(), "127.0.0.1:443"):
	case strings.Contains(err.Error(), "200"):
	case strings.Contains(err.Error(), "v18.1.0"):
	case strings.Contains(err.Error(), "request-id-test-404abc"):
	}
	return 1
}
