// Package grpcs answers over gRPC.
package grpcs

import (
	"context"
	"errors"
	"log"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

type server struct{ api *stytchapi.API }

// Reply is an answer.
type Reply struct{ UserID string }

func (s *server) Internal(ctx context.Context, token string) (*Reply, error) {
	res, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		return nil, status.Errorf(codes.Internal, "authenticate: %v", err) // want `^an expired or revoked session \("session_not_found"\) is answered here as a failure of the server \(Internal\); answer Unauthenticated for it$`
	}
	return &Reply{UserID: res.User.UserID}, nil
}

func (s *server) Unknown(ctx context.Context, token string) (*Reply, error) {
	res, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		log.Println(err)
		return nil, status.Error(codes.Unknown, err.Error()) // want `\(Unknown\)`
	}
	return &Reply{UserID: res.User.UserID}, nil
}

func (s *server) New(ctx context.Context, token string) (*Reply, error) {
	res, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		return nil, status.New(codes.Unavailable, "stytch").Err() // want `\(Unavailable\)`
	}
	return &Reply{UserID: res.User.UserID}, nil
}

func (s *server) Variable(ctx context.Context, token string) (*Reply, error) {
	res, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		st := status.Newf(codes.Internal, "authenticate: %v", err) // want `\(Internal\)`
		return nil, st.Err()
	}
	return &Reply{UserID: res.User.UserID}, nil
}

func internal(err error) error {
	log.Println(err)
	return status.Error(codes.Internal, "internal error")
}

func (s *server) Helper(ctx context.Context, token string) (*Reply, error) {
	res, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		return nil, internal(err) // want `\(Internal\)`
	}
	return &Reply{UserID: res.User.UserID}, nil
}

// Interceptor is one for unary calls.
func (s *server) Interceptor(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	_, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: info.FullMethod}) // want `the error is only logged: .* calls the next handler`
	if err != nil {
		log.Println(err)
	}
	return handler(ctx, req)
}

type key struct{}

func (s *server) User(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	res, _ := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: info.FullMethod}) // want `the error is never checked`
	return handler(context.WithValue(ctx, key{}, res.User), req)
}

// Stream is an interceptor of streams.
func (s *server) Stream(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	_, err := s.api.Sessions.Authenticate(ss.Context(), &sessions.AuthenticateParams{SessionToken: info.FullMethod})
	if err != nil {
		return status.Errorf(codes.Internal, "authenticate: %v", err) // want `\(Internal\)`
	}
	return handler(srv, ss)
}

// Right:

func (s *server) Unauthenticated(ctx context.Context, token string) (*Reply, error) {
	res, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		return nil, status.Error(codes.Unauthenticated, "sign in")
	}
	return &Reply{UserID: res.User.UserID}, nil
}

func (s *server) Plain(ctx context.Context, token string) (*Reply, error) { // want Plain:`fails as consumer Sessions.Authenticate`
	res, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		return nil, err
	}
	return &Reply{UserID: res.User.UserID}, nil
}

func toStatus(err error) error {
	var e stytcherror.Error
	if errors.As(err, &e) && e.StatusCode < 500 {
		return status.Error(codes.Unauthenticated, "sign in")
	}
	return status.Error(codes.Internal, "internal error")
}

func (s *server) Mapped(ctx context.Context, token string) (*Reply, error) {
	res, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		return nil, toStatus(err)
	}
	return &Reply{UserID: res.User.UserID}, nil
}
