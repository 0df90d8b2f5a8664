// Package connects answers over Connect.
package connects

import (
	"context"
	"errors"

	"connectrpc.com/connect"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type server struct{ api *b2bstytchapi.API }

type request struct{ Token string }

type reply struct{ MemberID string }

func (s *server) Get(ctx context.Context, req *connect.Request[request]) (*connect.Response[reply], error) {
	_, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: req.Msg.Token})
	if err != nil {
		return nil, connect.NewError(connect.CodeInternal, err) // want `^an expired or revoked session \("session_not_found"\) is answered here as a failure of the server \(Internal\); answer Unauthenticated for it$`
	}
	return connect.NewResponse(&reply{}), nil
}

func (s *server) Text(ctx context.Context, req *connect.Request[request]) (*connect.Response[reply], error) {
	_, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: req.Msg.Token})
	if err != nil {
		return nil, connect.NewError(connect.CodeUnavailable, errors.New("try again")) // want `\(Unavailable\)`
	}
	return connect.NewResponse(&reply{}), nil
}

// Right:

func (s *server) Mapped(ctx context.Context, req *connect.Request[request]) (*connect.Response[reply], error) {
	_, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: req.Msg.Token})
	if err != nil {
		code := connect.CodeInternal
		var e stytcherror.Error
		if errors.As(err, &e) {
			code = connect.CodeUnauthenticated
		}
		return nil, connect.NewError(code, err)
	}
	return connect.NewResponse(&reply{}), nil
}
