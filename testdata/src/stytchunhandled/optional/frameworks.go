package optional

import (
	"context"
	"log"
	"net/http"

	"connectrpc.com/connect"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/render"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

func (s *server) gin(c *gin.Context) {
	var userID string
	if resp, err := s.api.Sessions.Authenticate(c.Request.Context(), &sessions.AuthenticateParams{SessionToken: c.GetHeader("X-Session")}); err == nil {
		userID = resp.User.UserID
	}
	news, err := s.store.news(c, userID)
	if err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": "the news cannot be read"})
		return
	}
	c.JSON(http.StatusOK, news)
}

func (s *server) ginMiddleware() gin.HandlerFunc {
	return func(c *gin.Context) {
		token, err := c.Cookie("session")
		if err == nil {
			resp, authErr := s.api.Sessions.Authenticate(c, &sessions.AuthenticateParams{SessionToken: token})
			if authErr == nil {
				c.Set("user", resp.User)
			} else {
				log.Println(authErr)
			}
		}
		if err := s.store.visit(c, token); err != nil {
			c.AbortWithStatusJSON(http.StatusInternalServerError, gin.H{"error": "no"})
			return
		}
		c.Next()
	}
}

func (s *server) ginGuest(c *gin.Context) {
	resp, err := s.api.Sessions.Authenticate(c, &sessions.AuthenticateParams{SessionToken: c.GetHeader("X-Session")})
	if err != nil {
		news, err := s.store.news(c, "guest")
		if err != nil {
			c.AbortWithError(http.StatusInternalServerError, err)
			return
		}
		c.JSON(http.StatusOK, news)
		return
	}
	c.JSON(http.StatusOK, resp.User)
}

func (s *server) echo(c echo.Context) error {
	userID := "guest"
	resp, err := s.api.Sessions.Authenticate(c.Request().Context(), &sessions.AuthenticateParams{SessionToken: c.QueryParam("session")})
	if err == nil {
		userID = resp.User.UserID
	}
	news, nerr := s.store.news(c.Request().Context(), userID)
	if nerr != nil {
		return echo.NewHTTPError(http.StatusInternalServerError, "the news cannot be read")
	}
	return c.JSON(http.StatusOK, news)
}

func (s *server) echoMiddleware(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if cookie, err := c.Cookie("session"); err == nil {
			resp, err := s.api.Sessions.Authenticate(c.Request().Context(), &sessions.AuthenticateParams{SessionToken: cookie.Value})
			if err == nil {
				c.Set("user", resp.User.UserID)
			}
		}
		if err := s.store.visit(c.Request().Context(), c.Param("page")); err != nil {
			return c.JSON(http.StatusInternalServerError, echo.Map{"error": "no"})
		}
		return next(c)
	}
}

func (s *server) fiber(c *fiber.Ctx) error {
	var userID string
	if resp, err := s.api.Sessions.Authenticate(c.UserContext(), &sessions.AuthenticateParams{SessionToken: c.Cookies("session")}); err != nil {
		log.Println(err)
	} else {
		userID = resp.User.UserID
	}
	news, err := s.store.news(c.UserContext(), userID)
	if err != nil {
		return c.Status(fiber.StatusInternalServerError).JSON(fiber.Map{"error": "no"})
	}
	return c.JSON(news)
}

func (s *server) fiberMiddleware(c *fiber.Ctx) error {
	resp, err := s.api.Sessions.Authenticate(c.UserContext(), &sessions.AuthenticateParams{SessionToken: c.Cookies("session")})
	switch err {
	case nil:
		c.Locals("user", resp.User)
	default:
		c.Locals("user", nil)
	}
	if verr := s.store.visit(c.UserContext(), c.Params("page")); verr != nil {
		return fiber.ErrInternalServerError
	}
	return c.Next()
}

func (s *server) routes(r chi.Router) {
	r.Use(func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if resp, err := s.auth(r); err == nil {
				r = r.WithContext(context.WithValue(r.Context(), key{}, resp.User))
			}
			if err := s.store.visit(r.Context(), r.URL.Path); err != nil {
				render.Status(r, http.StatusInternalServerError)
				render.JSON(w, r, render.M{"error": "no"})
				return
			}
			next.ServeHTTP(w, r)
		})
	})
	r.Get("/news", func(w http.ResponseWriter, r *http.Request) {
		var userID string
		if resp, err := s.auth(r); err == nil {
			userID = resp.User.UserID
		}
		news, err := s.store.news(r.Context(), userID)
		if err != nil {
			render.Status(r, http.StatusInternalServerError)
			render.JSON(w, r, render.M{"error": "no"})
			return
		}
		render.JSON(w, r, news)
	})
}

type request struct{ Session string }

type reply struct{ News []string }

func (s *server) Connect(ctx context.Context, req *connect.Request[request]) (*connect.Response[reply], error) {
	var userID string
	if resp, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: req.Msg.Session}); err == nil {
		userID = resp.User.UserID
	}
	news, err := s.store.news(ctx, userID)
	if err != nil {
		return nil, connect.NewError(connect.CodeInternal, err)
	}
	return connect.NewResponse(&reply{News: news}), nil
}

func (s *server) GRPC(ctx context.Context, req *request) (*reply, error) {
	var userID string
	resp, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: req.Session})
	if err != nil {
		log.Println(err)
	} else {
		userID = resp.User.UserID
	}
	news, err := s.store.news(ctx, userID)
	if err != nil {
		return nil, status.Errorf(codes.Internal, "news: %v", err)
	}
	return &reply{News: news}, nil
}

func (s *server) intercept(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if resp, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: req.(*request).Session}); err == nil {
		ctx = context.WithValue(ctx, key{}, resp.User)
	}
	if err := s.store.visit(ctx, info.FullMethod); err != nil {
		return nil, status.Error(codes.Unavailable, "no")
	}
	return handler(ctx, req)
}
