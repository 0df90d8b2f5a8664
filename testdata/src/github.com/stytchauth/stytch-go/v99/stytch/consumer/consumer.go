package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v99/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v99/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v99/stytch/stytcherror"
)

type MagicLinksEmailClient struct{}

func (*MagicLinksEmailClient) Send(ctx context.Context, body *email.SendParams) (*email.SendResponse, error) {
	return new(email.SendResponse), stytcherror.Error{StatusCode: 404, ErrorType: "email_not_found"}
}

type UsersClient struct{}

func (*UsersClient) Create(ctx context.Context, body *users.CreateParams) (*users.CreateResponse, error) {
	return new(users.CreateResponse), nil
}
