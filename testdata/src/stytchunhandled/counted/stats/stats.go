// Package stats counts what happens.
package stats

import "sync/atomic"

// Stats are the numbers of a server.
type Stats struct{ signInsFailed atomic.Int64 }

// SignInFailed counts a failed sign-in.
func (s *Stats) SignInFailed() { s.signInsFailed.Add(1) }
