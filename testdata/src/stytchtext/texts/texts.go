// Package texts helps others with the texts of errors.
package texts

import (
	"fmt"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func Mentions(err error, words ...string) bool {
	for _, w := range words {
		if strings.Contains(err.Error(), w) {
			return true
		}
	}
	return false
}

func Text(err error) string { return strings.ToLower(err.Error()) }

func Wrap(err error, action string) error { return fmt.Errorf("%s: %w", action, err) }

func Hide(err error) error { return fmt.Errorf("hidden: %v", err) }

func Status(e stytcherror.Error) int { return e.StatusCode }

func Missing(name string) error { return fmt.Errorf("no %s", name) }
