// Package interceptors calls what follows, after a failure as after a success.
package interceptors

import (
	"context"
	"log"
	"net/http"

	"connectrpc.com/connect"
	"github.com/99designs/gqlgen/graphql"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

type key struct{}

type server struct{ api *stytchapi.API }

func (s *server) session(ctx context.Context) (*sessions.AuthenticateResponse, error) {
	token, _ := ctx.Value(key{}).(string)
	return s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
}

// directive is that of a field.
func (s *server) directive(ctx context.Context, obj any, next graphql.Resolver) (any, error) {
	if _, err := s.session(ctx); err != nil { // want `the error is only logged: .* calls the next handler`
		log.Println(err)
	}
	return next(ctx)
}

func (s *server) directiveWithUser(ctx context.Context, obj any, next graphql.Resolver) (res any, err error) {
	resp, err := s.session(ctx) // want `the error is only logged: .* uses the response|calls the next handler`
	if err != nil {
		log.Println(err)
	}
	return next(context.WithValue(ctx, key{}, resp.User))
}

func (s *server) operation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	if _, err := s.session(ctx); err != nil { // want `the error is only logged: .* calls the next handler`
		log.Println(err)
	}
	return next(ctx)
}

func (s *server) unary(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if _, err := s.session(ctx); err != nil { // want `the answer is made, but not returned: .* calls the next handler`
		status.Error(codes.Unauthenticated, "sign in")
	}
	return handler(ctx, req)
}

func (s *server) connect() connect.UnaryInterceptorFunc {
	return func(next connect.UnaryFunc) connect.UnaryFunc {
		return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
			if _, err := s.session(ctx); err != nil { // want `the error is only logged: .* calls the next handler`
				log.Println(err)
			}
			return next(ctx, req)
		}
	}
}

func (s *server) streams(next connect.StreamingHandlerFunc) connect.StreamingHandlerFunc {
	return func(ctx context.Context, conn connect.StreamingHandlerConn) error {
		if _, err := s.session(ctx); err != nil { // want `the error is only logged: .* calls the next handler`
			log.Println(err)
		}
		return next(ctx, conn)
	}
}

// resolver and endpoint are the program's own.
type (
	resolver               func(ctx context.Context) (any, error)
	endpoint[Req, Res any] func(ctx context.Context, req Req) (Res, error)
)

func (s *server) ownDirective(ctx context.Context, obj any, next resolver) (any, error) {
	if _, err := s.session(ctx); err != nil { // want `the error is only logged: .* calls the next handler`
		log.Println(err)
	}
	return next(ctx)
}

func around[Req, Res any](s *server, next endpoint[Req, Res]) endpoint[Req, Res] {
	return func(ctx context.Context, req Req) (Res, error) {
		if _, err := s.session(ctx); err != nil { // want `the error is only logged: .* calls the next handler`
			log.Println(err)
		}
		return next(ctx, req)
	}
}

// wrapped calls a handler by its method.
func (s *server) wrapped(h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := s.session(r.Context()); err != nil { // want `the error is only logged: .* calls the next handler`
			log.Println(err)
		}
		h.ServeHTTP(w, r)
	}
}

// unnamed and decorated know what follows by its type alone.
func (s *server) unnamed(ctx context.Context, req any, next func(context.Context, any) (any, error)) (any, error) {
	if _, err := s.session(ctx); err != nil { // want `the error is only logged: .* calls the next handler`
		log.Println(err)
	}
	return next(ctx, req)
}

func (s *server) decorated(next func(context.Context) error) func(context.Context) error {
	return func(ctx context.Context) error {
		if _, err := s.session(ctx); err != nil { // want `the error is only logged: .* calls the next handler`
			log.Println(err)
		}
		return next(ctx)
	}
}

func decoratedFor[Req, Res any](s *server, next func(context.Context, *Req) (*Res, error)) func(context.Context, *Req) (*Res, error) {
	return func(ctx context.Context, req *Req) (*Res, error) {
		if _, err := s.session(ctx); err != nil { // want `the error is only logged: .* calls the next handler`
			log.Println(err)
		}
		return next(ctx, req)
	}
}

// Right:

func (s *server) unnamedStopped(ctx context.Context, req any, next func(context.Context, any) (any, error)) (any, error) {
	if _, err := s.session(ctx); err != nil {
		return nil, err
	}
	return next(ctx, req)
}

func (s *server) unnamedOptional(next func(context.Context) error) func(context.Context) error {
	return func(ctx context.Context) error {
		if resp, err := s.session(ctx); err == nil {
			ctx = context.WithValue(ctx, key{}, resp.User)
		}
		return next(ctx)
	}
}

// computedFor runs what it is given for a key.
func (s *server) computedFor(ctx context.Context, key string, compute func(context.Context, int) (any, error)) (any, error) {
	if _, err := s.session(ctx); err != nil {
		log.Println(err)
	}
	return compute(ctx, len(key))
}

func (s *server) stopped(ctx context.Context, obj any, next graphql.Resolver) (any, error) {
	if _, err := s.session(ctx); err != nil {
		return nil, err
	}
	return next(ctx)
}

func (s *server) optional(ctx context.Context, obj any, next graphql.Resolver) (any, error) {
	if resp, err := s.session(ctx); err == nil {
		ctx = context.WithValue(ctx, key{}, resp.User)
	}
	return next(ctx)
}

func (s *server) unaryStopped(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if _, err := s.session(ctx); err != nil {
		return nil, status.Error(codes.Unauthenticated, "sign in")
	}
	return handler(ctx, req)
}

// later runs what it is given, which is no handler.
func (s *server) later(ctx context.Context, done func(context.Context) error) error {
	if _, err := s.session(ctx); err != nil {
		log.Println(err)
	}
	return done(ctx)
}

type finding func(ctx context.Context, key string) (any, error)

// found asks for something else with what it is given.
func (s *server) found(ctx context.Context, find finding) (string, error) {
	if _, err := s.session(ctx); err != nil {
		log.Println(err)
	}
	res, err := find(ctx, "key")
	text, _ := res.(string)
	return text, err
}

func (s *server) ownOptional(ctx context.Context, obj any, next resolver) (any, error) {
	if resp, err := s.session(ctx); err == nil {
		ctx = context.WithValue(ctx, key{}, resp.User)
	}
	return next(ctx)
}

func (s *server) ownStopped(ctx context.Context, obj any, next resolver) (any, error) {
	if _, err := s.session(ctx); err != nil {
		return nil, err
	}
	return next(ctx)
}

var loaders map[string]resolver

// loaded calls a function that was not handed in.
func (s *server) loaded(ctx context.Context) (any, error) {
	load := loaders["all"]
	if _, err := s.session(ctx); err != nil {
		log.Println(err)
	}
	return load(ctx)
}

// computed runs what it is given, which has no name.
func (s *server) computed(ctx context.Context, compute func(context.Context) (any, error)) (any, error) {
	if _, err := s.session(ctx); err != nil {
		log.Println(err)
	}
	return compute(ctx)
}
