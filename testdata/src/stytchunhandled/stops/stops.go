// Package stops ends a request after a failure in the way of each framework.
package stops

import (
	"context"
	"log"

	"connectrpc.com/connect"
	"github.com/gofiber/fiber/v2"
	"github.com/hibiken/asynq"
	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"google.golang.org/grpc"
)

type server struct {
	api  *stytchapi.API
	seen []string
}

func params(token string) *sessions.AuthenticateParams {
	return &sessions.AuthenticateParams{SessionToken: token}
}

type request struct{ Token string }

type reply struct{ UserID string }

// Connect answers an error that has no code as Unknown.
func (s *server) Get(ctx context.Context, req *connect.Request[request]) (*connect.Response[reply], error) {
	res, err := s.api.Sessions.Authenticate(ctx, params(req.Msg.Token)) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	return connect.NewResponse(&reply{res.User.UserID}), nil
}

func (s *server) List(ctx context.Context, req *connect.Request[request], stream *connect.ServerStream[reply]) error {
	res, err := s.api.Sessions.Authenticate(ctx, params(req.Msg.Token)) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	stream.Send(&reply{res.User.UserID})
	return nil
}

func (s *server) Connect(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		_, err := s.api.Sessions.Authenticate(ctx, params(ctx.Value("token").(string))) // want `the error is only logged: .* calls the next handler`
		if err != nil {
			log.Println(err)
		}
		return next(ctx, req)
	}
}

// An interceptor of gRPC has a status, which the file does not import.
func (s *server) Unary(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	_, err := s.api.Sessions.Authenticate(ctx, params(info.FullMethod)) // want `the error is only logged: .* calls the next handler`
	if err != nil {
		log.Println(err)
	}
	return handler(ctx, req)
}

func (s *server) Stream(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	_, err := s.api.Sessions.Authenticate(ss.Context(), params(info.FullMethod)) // want `the error is only logged: .* calls the next handler`
	if err != nil {
		log.Println(err)
	}
	return handler(srv, ss)
}

// An error that answers has to be returned.
func (s *server) echo(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		_, err := s.api.Sessions.Authenticate(c.Request().Context(), params(c.QueryParam("session"))) // want `^the answer is made, but not returned: with an expired or revoked session, line \d+ still calls the next handler as if the call had succeeded; return it$`
		if err != nil {
			log.Println(err)
			echo.NewHTTPError(401, "sign in")
		}
		return next(c)
	}
}

func (s *server) fiber(c *fiber.Ctx) error {
	_, err := s.api.Sessions.Authenticate(c.UserContext(), params(c.Cookies("session"))) // want `the answer is made, but not returned: .*; return it`
	if err != nil {
		fiber.NewError(fiber.StatusUnauthorized)
	}
	return c.Next()
}

func (s *server) Made(ctx context.Context, req *connect.Request[request]) (*connect.Response[reply], error) {
	res, err := s.api.Sessions.Authenticate(ctx, params(req.Msg.Token)) // want `the answer is made, but not returned`
	if err != nil {
		connect.NewError(connect.CodeUnauthenticated, err)
	}
	return connect.NewResponse(&reply{res.User.UserID}), nil
}

// Who works on a queue answers nobody by a return: the message is done, or comes
// again.
func (s *server) task(ctx context.Context, task *asynq.Task) error {
	res, err := s.api.Sessions.Authenticate(ctx, params(string(task.Payload()))) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	s.keep(res.User.UserID)
	return nil
}

func (s *server) keep(id string) { s.seen = append(s.seen, id) }

// job is the program's own message.
type job struct{ Token string }

func (s *server) job(ctx context.Context, j job) {
	res, err := s.api.Sessions.Authenticate(ctx, params(j.Token)) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	s.keep(res.User.UserID)
}

func (s *server) payload(ctx context.Context, payload []byte) {
	res, err := s.api.Sessions.Authenticate(ctx, params(string(payload))) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	s.keep(res.User.UserID)
}

// A loop has others to look at.
func (s *server) work(ctx context.Context) {
	for _, token := range s.seen {
		res, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged`
		if err != nil {
			log.Println(err)
		}
		s.keep(res.User.UserID)
	}
}

func (s *server) workAll(ctx context.Context) error {
	for _, token := range s.seen {
		res, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged`
		if err != nil {
			log.Println(err)
		}
		s.keep(res.User.UserID)
	}
	return nil
}

// A function of plain values may work on a queue, too.
func (s *server) plain(ctx context.Context, token string) {
	res, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged`
	if err != nil {
		log.Println(err)
	}
	s.keep(res.User.UserID)
}

// Comments that are aligned would be moved.
func (s *server) aligned(c *fiber.Ctx) error {
	_, err := s.api.Sessions.Authenticate(c.UserContext(), params(c.Cookies("session"))) // want `the answer is made, but not returned: .*; return it`
	if err != nil {
		log.Println(err)                         // for those on call
		fiber.NewError(fiber.StatusUnauthorized) // for the user
	}
	return c.Next()
}
