// Package policy has helpers for trying again whose callers may say what is tried again.
// It knows nothing of the SDK.
package policy

import (
	"context"
	"errors"
	"log"
	"net"
	"time"
)

// A Policy is what a caller sets.
type Policy struct {
	Max    int
	If     func(error) bool
	Checks []func(error) bool
	Wait   func(int) time.Duration
	Failed func(error)
}

// Run asks the predicate, if there is one.
func (p Policy) Run(ctx context.Context, f func(context.Context) error) (err error) { // want Run:"events 0, retries 1"
	for i := range p.Max {
		if err = f(ctx); err == nil || p.If != nil && !p.If(err) {
			return err
		}
		if p.Failed != nil {
			p.Failed(err)
		}
		if p.Wait != nil {
			time.Sleep(p.Wait(i))
		}
	}
	return err
}

// Default puts a predicate in the place of one that is missing.
func (p Policy) Default(f func() error) (err error) { // want Default:"events 0, retries 1"
	if p.If == nil {
		p.If = func(error) bool { return true }
	}
	for range p.Max {
		if err = f(); err == nil {
			return nil
		}
		if !p.If(err) {
			break
		}
	}
	return err
}

// Each asks all of several predicates.
func (p Policy) Each(f func() error) (err error) { // want Each:"events 0, retries 1"
	for range p.Max {
		if err = f(); err == nil {
			return nil
		}
		for _, check := range p.Checks {
			if !check(err) {
				return err
			}
		}
	}
	return err
}

// Do may be handed no settings.
func Do(f func() error, p *Policy) (err error) { // want Do:"events 0, retries 1"
	for range 3 {
		if err = f(); err == nil {
			return nil
		}
		if p != nil && p.If != nil && !p.If(err) {
			return err
		}
	}
	return err
}

// Value hands its settings on.
func Value(p Policy, f func(context.Context) error) error { // want Value:"events 0, retries 1"
	return p.Run(context.Background(), f)
}

// May is handed a predicate that may be nil.
func May(f func() error, may func(error) bool) (err error) { // want May:"events 0, retries 1"
	for range 3 {
		if err = f(); err == nil || nil != may && !may(err) {
			return err
		}
	}
	return err
}

// Map makes another error of it, nil to end.
func Map(f func() error, to func(error) error) (err error) { // want Map:"events 0, retries 1"
	for range 3 {
		if err = f(); err == nil {
			return nil
		}
		if to != nil {
			if err := to(err); err != nil {
				return err
			}
		}
	}
	return err
}

// A Strategy says what is tried again.
type Strategy interface {
	Retry(err error) bool
}

// With asks a strategy.
func With(s Strategy, f func() error) (err error) { // want With:"events 0, retries 1"
	for range 3 {
		if err = f(); err == nil {
			return nil
		}
		if s != nil && !s.Retry(err) {
			return err
		}
	}
	return err
}

// A Backoff may be a Strategy, too.
type Backoff interface {
	Next(n int) time.Duration
}

// After asks what it is handed, if that can tell.
func After(b Backoff, f func() error) (err error) { // want After:"events 0, retries 1"
	for i := range 3 {
		if err = f(); err == nil {
			return nil
		}
		if s, ok := b.(Strategy); ok && !s.Retry(err) {
			return err
		}
		time.Sleep(b.Next(i))
	}
	return err
}

type options struct {
	max int
	ok  func(error) bool
}

// An Option sets something.
type Option func(*options)

// If sets the predicate.
func If(f func(error) bool) Option { return func(o *options) { o.ok = f } }

// Options asks the predicate that an option has set.
func Options(f func() error, opts ...Option) (err error) { // want Options:"events 0, retries 1"
	o := options{max: 3}
	for _, set := range opts {
		set(&o)
	}
	for range o.max {
		if err = f(); err == nil {
			return nil
		}
		if o.ok != nil && !o.ok(err) {
			return err
		}
	}
	return err
}

// Always begins with a predicate.
func Always(f func() error, opts ...Option) (err error) { // want Always:"events 0, retries 1"
	o := options{max: 3, ok: func(error) bool { return true }}
	for _, set := range opts {
		set(&o)
	}
	for range o.max {
		if err = f(); err == nil || !o.ok(err) {
			return err
		}
	}
	return err
}

// A Setter sets something.
type Setter interface{ set(o *options) }

// Setters has options of another kind.
func Setters(f func() error, opts ...Setter) (err error) { // want Setters:"events 0, retries 1"
	o := options{max: 3, ok: func(error) bool { return true }}
	for _, s := range opts {
		s.set(&o)
	}
	for range o.max {
		if err = f(); err == nil || !o.ok(err) {
			return err
		}
	}
	return err
}

// Logs has options that have nothing to do with it.
func Logs(f func() error, opts ...func(*log.Logger)) (err error) { // want Logs:"events 0, retries 1"
	l := log.Default()
	for _, set := range opts {
		set(l)
	}
	for range 3 {
		if err = f(); err == nil {
			return nil
		}
		l.Print(err)
	}
	return err
}

// A Retrier is made with a predicate, and asks only that.
type Retrier struct {
	may   func(error) bool
	state func() string
}

// New returns one.
func New(may func(error) bool) *Retrier { return &Retrier{may: may} }

// Run asks what nobody else can see.
func (r *Retrier) Run(f func() error) (err error) {
	for range 3 {
		if err = f(); err == nil {
			return nil
		}
		if r.state != nil {
			log.Print(r.state())
		}
		if may := r.predicate(); may != nil && !may(err) {
			return err
		}
	}
	return err
}

func (r *Retrier) predicate() func(error) bool {
	for range 20 {
		if r.may != nil && r.state() != "closed" {
			return r.may
		}
	}
	return nil
}

// A Mode says when something is tried again.
type Mode int

// The modes.
const (
	Never Mode = iota
	OnNetwork
	OnAll
)

// In has modes.
func In(m Mode, f func() error) (err error) { // want In:"events 0, retries 1"
	for range 3 {
		err = f()
		var ne net.Error
		switch {
		case err == nil, m == Never, m == OnNetwork && !errors.As(err, &ne):
			return err
		}
	}
	return err
}

// Times tries a number of times.
func Times(n int, f func() error) (err error) { // want Times:"events 0, retries 1"
	for i := 0; i < n; i++ {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

// Left counts what is left.
func Left(n int, f func() error) error { // want Left:"events 0, retries 1"
	err := f()
	for err != nil && n > 1 {
		n--
		err = f()
	}
	return err
}

// Settings are modes of their own.
type Settings struct {
	Max         int
	NetworkOnly bool
	Kind        string
	Failed      func(error)
}

// Run asks the settings.
func (s *Settings) Run(f func() error) (err error) { // want Run:"events 0, retries 1"
	for range s.Max {
		err = f()
		var ne net.Error
		if err == nil || (s.NetworkOnly || s.Kind == "network") && !errors.As(err, &ne) {
			return err
		}
	}
	return err
}

// Again hands its mode on.
func Again(m Mode, f func() error) error { return In(m, f) } // want Again:"events 0, retries 1"

// A Way sets something.
type Way func(*Settings)

// NetworkOnly is a mode.
func NetworkOnly() Way { return func(s *Settings) { s.NetworkOnly = true } }

// Max is how often.
func Max(n int) Way { return func(s *Settings) { s.Max = n } }

// Ways has modes as options.
func Ways(f func() error, ways ...Way) (err error) { // want Ways:"events 0, retries 1"
	s := Settings{Max: 3, Failed: func(err error) { log.Print(err) }}
	for _, way := range ways {
		way(&s)
	}
	for range s.Max {
		err = f()
		var ne net.Error
		if err == nil || s.NetworkOnly && !errors.As(err, &ne) || s.Kind == "network" && !errors.As(err, &ne) {
			return err
		}
		if s.Failed != nil {
			s.Failed(err)
		}
	}
	return err
}
