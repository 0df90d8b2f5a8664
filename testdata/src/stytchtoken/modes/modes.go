// Package modes holds tokens that are spent in what a helper of another package calls again,
// which is told by its caller when to do that.
package modes

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

	"stytchtoken/policy"
)

type service struct {
	api *stytchapi.API
	max int
}

func (s *service) spend(ctx context.Context, token string) func() error {
	return func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	}
}

func (s *service) network(ctx context.Context, token string) error {
	return policy.In(policy.OnNetwork, func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) never(ctx context.Context, token string) error {
	return policy.In(policy.Never, func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) all(ctx context.Context, token string) error {
	return policy.In(policy.OnAll, func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

// Nobody knows which mode this is, and there is one that is wrong.
func (s *service) any(ctx context.Context, m policy.Mode, token string) error {
	return policy.In(m, func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func (s *service) again(ctx context.Context, token string) error {
	return policy.Again(policy.OnNetwork, func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) againAll(ctx context.Context, token string) error {
	return policy.Again(policy.OnAll, s.spend(ctx, token))
}

func (s *service) once(ctx context.Context, token string) error {
	return policy.Times(1, func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) twice(ctx context.Context, token string) error {
	return policy.Times(2, func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func (s *service) configured(ctx context.Context, token string) error {
	return policy.Times(s.max, func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func (s *service) left(ctx context.Context, token string) error {
	return policy.Left(1, func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) leftTwice(ctx context.Context, token string) error {
	return policy.Left(2, func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func (s *service) networkOnly(ctx context.Context, token string) error {
	set := &policy.Settings{Max: 3, NetworkOnly: true}
	return set.Run(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) networkKind(ctx context.Context, token string) error {
	set := &policy.Settings{Max: 3}
	set.Kind = "network"
	return set.Run(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	})
}

func (s *service) otherKind(ctx context.Context, token string) error {
	set := &policy.Settings{Max: 3, Kind: "all"}
	return set.Run(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func (s *service) ways(ctx context.Context, token string) error {
	return policy.Ways(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	}, policy.NetworkOnly(), policy.Max(2))
}

func (s *service) noWays(ctx context.Context, token string) error {
	return policy.Ways(func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}
