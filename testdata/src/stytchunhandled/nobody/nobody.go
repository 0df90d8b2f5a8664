// Package nobody goes on with the name of nobody, which the program's own functions return
// with a failure.
package nobody

import (
	"context"
	"html/template"
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"google.golang.org/grpc"
)

type key struct{}

type member struct{ id, org string }

type server struct {
	api  *stytchapi.API
	page *template.Template
	pay  func(ctx context.Context, id string) error
	show func(ctx context.Context, m *member) error
}

func (s *server) id(ctx context.Context, token string) (string, error) {
	resp, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		return "", err
	}
	return resp.User.UserID, nil
}

func (s *server) member(ctx context.Context, token string) (member, error) {
	resp, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		return member{}, err
	}
	return member{id: resp.User.UserID}, nil
}

func (s *server) found(ctx context.Context, token string) (*member, error) {
	resp, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		return nil, err
	}
	return &member{id: resp.User.UserID}, nil
}

func (s *server) guest(ctx context.Context, token string) (string, error) {
	resp, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		return "guest", err
	}
	return resp.User.UserID, nil
}

func (s *server) buy(ctx context.Context, token string) error {
	id, err := s.id(ctx, token) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	return s.pay(ctx, id)
}

func (s *server) buyAs(ctx context.Context, token string) error {
	m, err := s.member(ctx, token) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	return s.pay(ctx, m.id)
}

func (s *server) unary(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	id, err := s.id(ctx, "") // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	return next(context.WithValue(ctx, key{}, id), req)
}

func (s *server) unaryBefore(ctx context.Context, req any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	m, err := s.member(ctx, "") // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	ctx = context.WithValue(ctx, key{}, m.id)
	return next(ctx, req)
}

// Right:

func (s *server) buyAsGuest(ctx context.Context, token string) error {
	id, err := s.guest(ctx, token)
	if err != nil {
		log.Println(err)
	}
	return s.pay(ctx, id)
}

func (s *server) buyOrNot(ctx context.Context, token string) error {
	id, err := s.id(ctx, token)
	if err != nil {
		log.Println(err)
	}
	if id == "" {
		return nil
	}
	return s.pay(ctx, id)
}

// Whoever is shown something may be nobody.
func (s *server) showAll(ctx context.Context, token string) error {
	m, err := s.found(ctx, token)
	if err != nil {
		log.Println(err)
	}
	return s.show(ctx, m)
}

func (s *server) start(w http.ResponseWriter, r *http.Request) {
	id, err := s.id(r.Context(), r.Header.Get("X-Session"))
	if err != nil {
		log.Println(err)
	}
	if err := s.page.Execute(w, id); err != nil {
		log.Println(err)
	}
}

func (s *server) who(ctx context.Context, token string) (string, error) {
	id, err := s.id(ctx, token)
	if err != nil {
		log.Println(err)
	}
	return id, nil
}
