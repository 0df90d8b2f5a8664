// Package grpc stands in for the interceptors of gRPC.
package grpc

import "context"

type UnaryHandler func(ctx context.Context, req any) (any, error)

type UnaryServerInfo struct{ FullMethod string }

type UnaryServerInterceptor func(ctx context.Context, req any, info *UnaryServerInfo, handler UnaryHandler) (any, error)

type ServerStream interface{ Context() context.Context }

type StreamServerInfo struct{ FullMethod string }

type StreamHandler func(srv any, stream ServerStream) error
