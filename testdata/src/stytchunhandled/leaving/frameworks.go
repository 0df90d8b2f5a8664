package leaving

import (
	"context"
	"log"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// unreachable is what gRPC's handlers return elsewhere.
var unreachable = status.Error(codes.Unavailable, "unreachable")

func (s *server) gin(c *gin.Context) {
	_, err := s.api.Sessions.Authenticate(c, params(c.GetHeader("X-Session"))) // want `the error is only logged: .* calls the next handler`
	if err != nil {
		log.Println(err)
	}
	c.Next()
}

func (s *server) ginAnswered(c *gin.Context) {
	_, err := s.api.Sessions.Authenticate(c, params(c.GetHeader("X-Session"))) // want `the failure is answered, but the function does not return`
	if err != nil {
		c.JSON(401, gin.H{"error": "sign in"})
	}
	c.Next()
}

func (s *server) echo(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		_, err := s.api.Sessions.Authenticate(c.Request().Context(), params(c.QueryParam("session"))) // want `the error is only logged: .* calls the next handler`
		if err != nil {
			log.Println(err)
		}
		return next(c)
	}
}

func (s *server) fiberAnswered(c *fiber.Ctx) error {
	_, err := s.api.Sessions.Authenticate(c.UserContext(), params(c.Cookies("session"))) // want `the failure is answered, but the function does not return`
	if err != nil {
		c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

// The package of the framework has no name there.
func (s *server) fiberShadowed(c *fiber.Ctx) error {
	fiber := c
	_, err := s.api.Sessions.Authenticate(fiber.UserContext(), params(fiber.Cookies("session"))) // want `the error is only logged: .* calls the next handler`
	if err != nil {
		log.Println(err)
	}
	return fiber.Next()
}

func (s *server) grpc(ctx context.Context, token string) (*point, error) {
	_, err := s.api.Sessions.Authenticate(ctx, params(token)) // want `the error is only logged: .* returns`
	if err != nil {
		log.Println(err)
	}
	return &point{1, 2}, nil
}
