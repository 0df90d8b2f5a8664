// Package codes stands in for the status codes of gRPC.
package codes

type Code uint32

const (
	OK               Code = 0
	Unknown          Code = 2
	InvalidArgument  Code = 3
	NotFound         Code = 5
	PermissionDenied Code = 7
	Internal         Code = 13
	Unavailable      Code = 14
	Unauthenticated  Code = 16
)
