// Package graphql stands in for what directives of gqlgen are handed.
package graphql

import "context"

type Resolver func(ctx context.Context) (res any, err error)

type Response struct{ Data []byte }

type ResponseHandler func(ctx context.Context) *Response

type OperationHandler func(ctx context.Context) ResponseHandler
