// Package predicates holds tokens that are spent in what a helper calls again, which asks
// its caller what is tried again.
package predicates

import (
	"context"
	"errors"
	"log"
	"time"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchtoken/policy"
)

type service struct {
	api    *stytchapi.API
	policy policy.Policy
	own    own
}

func network(err error) bool {
	var e stytcherror.Error
	return !errors.As(err, &e)
}

type netOnly struct{}

func (netOnly) Retry(err error) bool { return network(err) }

func (netOnly) Next(int) time.Duration { return time.Second }

func (s *service) run(ctx context.Context, token string) error {
	p := policy.Policy{Max: 3, If: network}
	return p.Run(ctx, func(ctx context.Context) error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) runAlways(ctx context.Context, token string) error {
	p := policy.Policy{Max: 3, Failed: func(err error) { log.Print(err) }}
	return p.Run(ctx, func(ctx context.Context) error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func (s *service) set(ctx context.Context, token string) error {
	p := &policy.Policy{Max: 3}
	p.If = network
	return p.Run(ctx, func(ctx context.Context) error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) setNothing(ctx context.Context, token string) error {
	p := &policy.Policy{}
	p.Max = 3
	return p.Run(ctx, func(ctx context.Context) error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

var stored = policy.Policy{Max: 3, If: network}

func (s *service) storedPolicy(ctx context.Context, token string) error {
	return stored.Run(ctx, func(ctx context.Context) error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func newService(api *stytchapi.API) *service {
	return &service{api: api, policy: policy.Policy{Max: 3, If: network}}
}

func (s *service) field(ctx context.Context, token string) error {
	return s.policy.Run(ctx, func(ctx context.Context) error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) def(ctx context.Context, token string) error {
	return policy.Policy{Max: 3, If: network}.Default(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) defAlways(ctx context.Context, token string) error {
	return policy.Policy{Max: 3}.Default(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func (s *service) each(ctx context.Context, token string) error {
	return policy.Policy{Max: 3, Checks: []func(error) bool{network}}.Each(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) none(ctx context.Context, token string) error {
	return policy.Policy{Max: 3}.Each(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func (s *service) do(ctx context.Context, token string) error {
	return policy.Do(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	}, &policy.Policy{If: network})
}

func (s *service) doNothing(ctx context.Context, token string) error {
	return policy.Do(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	}, &policy.Policy{Max: 3})
}

func (s *service) doAlways(ctx context.Context, token string) error {
	return policy.Do(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	}, nil)
}

func (s *service) value(token string) error {
	return policy.Value(policy.Policy{If: network}, func(ctx context.Context) error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) valueAlways(token string) error {
	return policy.Value(policy.Policy{Max: 3}, func(ctx context.Context) error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func (s *service) may(ctx context.Context, token string) error {
	return policy.May(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	}, network)
}

func (s *service) mayAlways(ctx context.Context, token string) error {
	return policy.May(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	}, nil)
}

func (s *service) mapped(ctx context.Context, token string) error {
	return policy.Map(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	}, func(err error) error {
		if network(err) {
			return nil
		}
		return err
	})
}

func (s *service) with(ctx context.Context, token string) error {
	return policy.With(netOnly{}, func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) withNothing(ctx context.Context, token string) error {
	return policy.With(nil, func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func (s *service) after(ctx context.Context, token string) error {
	return policy.After(netOnly{}, func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) options(ctx context.Context, token string) error {
	return policy.Options(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	}, policy.If(network))
}

func (s *service) noOptions(ctx context.Context, token string) error {
	return policy.Options(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func (s *service) always(ctx context.Context, token string) error {
	return policy.Always(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func (s *service) notAlways(ctx context.Context, token string) error {
	return policy.Always(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	}, policy.If(network))
}

func (s *service) setters(ctx context.Context, token string, opts []policy.Setter) error {
	return policy.Setters(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	}, opts...)
}

func (s *service) logs(ctx context.Context, token string) error {
	return policy.Logs(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	}, func(l *log.Logger) { l.SetPrefix("x") })
}

func (s *service) retrier(ctx context.Context, token string) error {
	return policy.New(network).Run(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

// The same in one package.
type own struct {
	max int
	may func(error) bool
}

func (o own) run(f func() error) (err error) {
	for range o.max {
		if err = f(); err == nil || o.may != nil && !o.may(err) {
			return err
		}
	}
	return err
}

func (s *service) ownField(ctx context.Context, token string) error {
	return s.own.run(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) ownAlways(ctx context.Context, token string) error {
	return own{max: 3}.run(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

type option func(*own)

func may(f func(error) bool) option { return func(o *own) { o.may = f } }

func run(f func() error, opts ...option) (err error) {
	o := own{max: 3, may: func(error) bool { return true }}
	for _, set := range opts {
		set(&o)
	}
	for range o.max {
		if err = f(); err == nil || !o.may(err) {
			return err
		}
	}
	return err
}

func (s *service) ownOption(ctx context.Context, token string) error {
	return run(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	}, may(network))
}

func (s *service) ownNoOption(ctx context.Context, token string) error {
	return run(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func with(s policy.Strategy, f func() error) (err error) {
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

func (s *service) ownStrategy(ctx context.Context, token string) error {
	return with(netOnly{}, func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

// A token is spent twice, whatever hooks there are.
func (s *service) hooks(ctx context.Context, token string, failed func(error) bool) error {
	if _, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}); err != nil {
		return err
	}
	if failed == nil {
		log.Print("no hook")
	}
	_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
	return err
}
