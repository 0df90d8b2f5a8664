// Package progress shows on a terminal that a long run is still at work.
package progress

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

const (
	delay  = 2 * time.Second // a shorter run shows nothing
	period = time.Second / 2
)

// A Status is a line at the bottom of a terminal. Messages are written above it.
type Status struct {
	w   io.Writer
	now func() time.Time

	mu    sync.Mutex
	start time.Time
	done  int // packages
	shown int // bytes of the line on the terminal

	stop    chan struct{}
	stopped sync.WaitGroup
}

// New returns a status on w. Unless w is a terminal, only messages are shown.
func New(w io.Writer, terminal bool) *Status {
	s := &Status{w: w, now: time.Now}
	s.start = s.now()
	if terminal {
		ticker := time.NewTicker(period)
		s.run(ticker.C, ticker.Stop)
	}
	return s
}

// run shows the line at each tick until the status is stopped.
func (s *Status) run(ticks <-chan time.Time, end func()) {
	stop := make(chan struct{})
	s.stop = stop
	s.stopped.Go(func() {
		defer end()
		for {
			select {
			case <-ticks:
				s.show()
			case <-stop:
				return
			}
		}
	})
}

// Done says that one more package was checked.
func (s *Status) Done() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done++
}

// show replaces the line by what is true now.
func (s *Status) show() {
	s.mu.Lock()
	defer s.mu.Unlock()
	elapsed := s.now().Sub(s.start)
	if elapsed < delay {
		return
	}
	text := fmt.Sprintf("stytchlint: %d packages checked, %ds", s.done, elapsed/time.Second)
	padding := strings.Repeat(" ", max(0, s.shown-len(text)))
	_, _ = fmt.Fprint(s.w, "\r", text, padding)
	s.shown = max(s.shown, len(text))
}

// clear removes the line.
func (s *Status) clear() {
	if s.shown > 0 {
		_, _ = fmt.Fprint(s.w, "\r", strings.Repeat(" ", s.shown), "\r")
		s.shown = 0
	}
}

// Write writes a message, which should be whole lines.
func (s *Status) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clear()
	return s.w.Write(p)
}

// Stop removes the line for good. It may be called more than once, one call
// after the other.
func (s *Status) Stop() {
	if s.stop != nil {
		close(s.stop)
		s.stop = nil
		s.stopped.Wait()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.clear()
}
