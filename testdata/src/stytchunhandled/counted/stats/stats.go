// Package stats counts what happens.
package stats

import (
	"sync"
	"sync/atomic"
)

// Stats are the numbers of a server.
type Stats struct {
	signInsFailed atomic.Int64

	mu      sync.Mutex
	refused int
	weight  int
	blocked map[string]bool
}

// SignInFailed counts a failed sign-in.
func (s *Stats) SignInFailed() { s.signInsFailed.Add(1) }

// Refused counts who was refused, twice as much as others.
func (s *Stats) Refused() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refused++
	s.weight += 2
}

// Block counts, and does something else.
func (s *Stats) Block(host string) {
	s.refused++
	s.blocked[host] = true
}
