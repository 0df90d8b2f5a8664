// Package chi stands in for the router of that name.
package chi

import (
	"context"
	"net/http"
)

type Router interface {
	Get(pattern string, h http.HandlerFunc)
	Post(pattern string, h http.HandlerFunc)
	Use(middlewares ...func(http.Handler) http.Handler)
}

func URLParam(r *http.Request, key string) string { return "" }

func URLParamFromCtx(ctx context.Context, key string) string { return "" }
