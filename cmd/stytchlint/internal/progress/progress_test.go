package progress

import (
	"strings"
	"testing"
	"time"
)

// A clock is set by the test.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

// newStatus returns a status on a terminal, its clock, and a function that
// advances the clock, ticks, and returns what is written then.
func newStatus(t *testing.T) (s *Status, tick func(time.Duration) string, out *strings.Builder) {
	t.Helper()
	c := &clock{at: time.Unix(0, 0)}
	out = new(strings.Builder)
	s = &Status{w: out, now: c.now, start: c.at}
	return s, func(d time.Duration) string {
		c.at = c.at.Add(d)
		out.Reset()
		s.show()
		return out.String()
	}, out
}

func TestShow(t *testing.T) {
	t.Parallel()
	s, tick, out := newStatus(t)
	s.Done()
	if got := tick(1900 * time.Millisecond); got != "" {
		t.Errorf("too early: %q", got)
	}
	s.Done()
	if got := tick(200 * time.Millisecond); got != "\rstytchlint: 2 packages checked, 2s" {
		t.Errorf("got %q", got)
	}
	if got := tick(10 * time.Second); got != "\rstytchlint: 2 packages checked, 12s" {
		t.Errorf("got %q", got)
	}
	line := len("stytchlint: 2 packages checked, 12s")
	wiped := "\r" + strings.Repeat(" ", line) + "\r"
	out.Reset()
	if n, err := s.Write([]byte("go: downloading x\n")); n != 18 || err != nil {
		t.Errorf("%d bytes written, %v", n, err)
	}
	if got, want := out.String(), wiped+"go: downloading x\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	tick(time.Second)
	out.Reset()
	s.Stop()
	if got := out.String(); got != wiped {
		t.Errorf("got %q, want %q", got, wiped)
	}
	out.Reset()
	s.Stop()
	if got := out.String(); got != "" {
		t.Errorf("a second stop writes %q", got)
	}
}

func TestTicks(t *testing.T) {
	t.Parallel()
	s, _, out := newStatus(t)
	s.start = s.start.Add(-time.Minute)
	ticks := make(chan time.Time)
	ended := false
	s.run(ticks, func() { ended = true })
	ticks <- time.Time{}
	ticks <- time.Time{} // the first was dealt with
	s.Stop()
	if got := out.String(); !strings.HasPrefix(got, "\rstytchlint: 0 packages checked, 60s\r") || !strings.HasSuffix(got, " \r") || !ended {
		t.Errorf("got %q, ended: %t", got, ended)
	}
}

func TestNoTerminal(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	s := New(&out, false)
	s.Done()
	if s.stop != nil {
		t.Error("something waits for ticks")
	}
	if _, err := s.Write([]byte("message\n")); err != nil {
		t.Fatal(err)
	}
	s.Stop()
	if out.String() != "message\n" {
		t.Errorf("got %q", &out)
	}
}

func TestTerminal(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	s := New(&out, true)
	s.Stop() // at once, and so nothing is shown
	if out.String() != "" {
		t.Errorf("got %q", &out)
	}
}
