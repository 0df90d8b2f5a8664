// Package loops holds tokens that are spent again in the next round.
package loops

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"strings"
	"time"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/passwords/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type server struct {
	stytch *stytchapi.API
}

func (s *server) same(ctx context.Context, token string, users []string) {
	for range users {
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `this OAuth token stays the same in the loop, but works once: from the second round on the call ends with "oauth_token_not_found"; make the call once, before the loop`
	}
}

func (s *server) forever(ctx context.Context, token string) {
	for {
		resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `stays the same in the loop`
		if err != nil {
			log.Print(err)
		}
		log.Print(resp)
		time.Sleep(time.Minute)
	}
}

func (s *server) eachToken(ctx context.Context, tokens []string) {
	for _, t := range tokens {
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: t})
	}
	for i := range tokens {
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: tokens[i]})
	}
	for i := 0; i < len(tokens); i++ {
		s.stytch.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: tokens[i]})
	}
}

func (s *server) eachKey(ctx context.Context, tokens map[string]string, ch chan string) {
	for user, t := range tokens {
		log.Print(user)
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: t})
	}
	for t := range tokens {
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: t})
	}
	for t := range ch {
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: t})
	}
	for user := range tokens {
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: tokens[user]})
	}
}

func (s *server) readEachTime(ctx context.Context, method string, read func() string) {
	for {
		var code string
		fmt.Scanln(&code)
		if _, err := s.stytch.OTPs.Authenticate(ctx, &otp.AuthenticateParams{MethodID: method, Code: code}); err == nil {
			break
		}
	}
	var code string
	for {
		fmt.Sscan(read(), &code)
		if _, err := s.stytch.OTPs.Authenticate(ctx, &otp.AuthenticateParams{MethodID: method, Code: code}); err == nil {
			break
		}
	}
	for t := read(); t != ""; t = read() {
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: t})
	}
}

// Another password may be what was wanted.
func (s *server) otherPassword(ctx context.Context, token string, read func() string) error {
	for {
		_, err := s.stytch.Passwords.Email.Reset(ctx, &email.ResetParams{Token: token, Password: read()})
		if err == nil {
			return nil
		}
		log.Print(err)
	}
}

func (s *server) once(ctx context.Context, token string, items []string) {
	first := true
	for _, item := range items {
		if first {
			s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
			first = false
		}
		log.Print(item)
	}
	for i, item := range items {
		if i == 0 {
			s.stytch.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
		}
		log.Print(item)
	}
}

func (s *server) leaves(ctx context.Context, token string, items []string) (*oauth.AuthenticateResponse, error) {
	for _, item := range items {
		if item == "oauth" {
			return s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		}
		if item == "link" {
			s.stytch.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
			break
		}
	}
	return nil, errors.New("nothing")
}

// From here on: loops that try again.

func (s *server) retries(ctx context.Context, token string) (resp *oauth.AuthenticateResponse, err error) {
	for i := 0; i < 3; i++ {
		resp, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `this OAuth token works once, so a retry after an answer of the API ends with "oauth_token_not_found"; retry only failures that are not a stytcherror.Error`
		if err == nil {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
	return nil, err
}

func (s *server) retriesRange(ctx context.Context, token string) error {
	var err error
	for attempt := range 3 {
		if attempt > 0 {
			time.Sleep(time.Second << attempt)
		}
		if _, err = s.stytch.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}); err == nil { // want `this magic link token works once, so a retry`
			break
		}
		log.Printf("attempt %d: %v", attempt, err)
	}
	return err
}

func (s *server) retriesWhile(ctx context.Context, token string) {
	_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	for err != nil {
		_, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
	}
}

func (s *server) retriesSelect(ctx context.Context, token string) error {
	for {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
			continue
		}
	}
}

func (s *server) retriesGoto(ctx context.Context, token string) {
	n := 0
again:
	_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
	if err != nil && n < 3 {
		n++
		goto again
	}
}

func (s *server) retriesLabel(ctx context.Context, token string, hosts []string) {
outer:
	for _, h := range hosts {
		for range 2 {
			if _, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}); err != nil { // want `so a retry`
				log.Print(h)
				continue outer
			}
			return
		}
	}
}

func (s *server) retriesOnce(ctx context.Context, token string) error {
	_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		_, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
	}
	return err
}

func (s *server) retriesAPI(ctx context.Context, token string) error {
	_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	var e stytcherror.Error
	if errors.As(err, &e) {
		_, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry|already`
	}
	return err
}

func (s *server) retriesUntil(ctx context.Context, token string) error {
	deadline := time.Now().Add(time.Minute)
	var err error
	for time.Now().Before(deadline) {
		_, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		if err == nil {
			return nil
		}
	}
	return fmt.Errorf("too late: %w", err)
}

// From here on: loops that know what they try again.

func (s *server) stopsAtAPI(ctx context.Context, token string) (resp *oauth.AuthenticateResponse, err error) {
	for range 3 {
		resp, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		if err == nil {
			return resp, nil
		}
		var e stytcherror.Error
		if errors.As(err, &e) {
			return nil, err
		}
		time.Sleep(time.Second)
	}
	return nil, err
}

func (s *server) stopsAtAssertion(ctx context.Context, token string) (err error) {
	for range 3 {
		_, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		if _, ok := err.(stytcherror.Error); err == nil || ok {
			break
		}
	}
	return err
}

func (s *server) stopsAtType(ctx context.Context, token string) error {
	for {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		switch err.(type) {
		case nil:
			return nil
		case stytcherror.Error:
			return err
		}
		time.Sleep(time.Second)
	}
}

func (s *server) retriesTimeouts(ctx context.Context, token string) error {
	for {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		var timeout net.Error
		switch {
		case err == nil:
			return nil
		case errors.As(err, &timeout) && timeout.Timeout():
			continue
		}
		return err
	}
}

func (s *server) retriesText(ctx context.Context, token string) error {
	for {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		if err != nil && strings.Contains(err.Error(), "connection reset") {
			continue
		}
		return err
	}
}

func (s *server) retriesTemporary(ctx context.Context, token string) error {
	for {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		if err != nil && temporary(err) {
			continue
		}
		return err
	}
}

func temporary(err error) bool {
	var e stytcherror.Error
	return !errors.As(err, &e)
}

func (s *server) retriesStatus(ctx context.Context, token string) error {
	for {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		var e stytcherror.Error
		if errors.As(err, &e) && e.StatusCode >= 500 {
			continue
		}
		return err
	}
}

func (s *server) retriesOnceChecked(ctx context.Context, token string) error {
	_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if errors.Is(err, context.DeadlineExceeded) {
		_, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
	return err
}

type policy struct{ again bool }

func (p *policy) see(err error) { p.again = err != nil && temporary(err) }

func (s *server) retriesPolicy(ctx context.Context, token string) error {
	var p policy
	for {
		_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		p.see(err)
		if !p.again {
			return err
		}
	}
}

// Each client belongs to a project of its own.
func eachClient(ctx context.Context, clients []*stytchapi.API, token string) *oauth.AuthenticateResponse {
	for _, c := range clients {
		if resp, err := c.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}); err == nil {
			return resp
		}
	}
	return nil
}

func twoClients(ctx context.Context, test, live *stytchapi.API, token string) (*oauth.AuthenticateResponse, error) {
	if resp, err := live.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}); err == nil {
		return resp, nil
	}
	return test.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
}

func bothClients(ctx context.Context, test, live *stytchapi.API, token string) error {
	_, err := live.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	_, err2 := test.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil && err2 != nil {
		return errors.Join(err, err2)
	}
	return nil
}

// What worked with one client works with no other.
func bothClientsAnyhow(ctx context.Context, test, live *stytchapi.API, token string) {
	if _, err := live.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}); err != nil {
		return
	}
	test.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated`
}
