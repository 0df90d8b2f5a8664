// Package auth stands in for the package of gRPC middleware.
package auth

import "context"

// AuthFromMD returns what a request is authorized by.
func AuthFromMD(ctx context.Context, expectedScheme string) (string, error) { return "", nil }
