// Package unrelated has nothing to do with Stytch.
package unrelated

import "strings"

func gone(err error) bool { return strings.Contains(err.Error(), "session_not_found") }
