package stytchcredentials

import (
	"net/url"
	"strings"
)

// A kind is what a prefix says a credential is.
type kind struct {
	prefix string
	what   what
	env    string // "live" or "test"; "" where the prefix does not tell
}

type what uint8

const (
	project what = iota
	secret
	publicToken
	workspaceKey
)

var kinds = []kind{
	{"project-live-", project, "live"},
	{"project-test-", project, "test"},
	{"secret-live-", secret, "live"},
	{"secret-test-", secret, "test"},
	{"public-token-live-", publicToken, "live"},
	{"public-token-test-", publicToken, "test"},
	{"workspace-key-", workspaceKey, ""},
}

// kindOf returns the kind of a value, if its prefix is a known one.
func kindOf(v value) (kind, bool) {
	for _, k := range kinds {
		if strings.HasPrefix(v.text, k.prefix) {
			return k, true
		}
	}
	return kind{}, false
}

// A credential is a value whose kind is known. It does not hold the value, so
// that no more than the prefix can end up in a message.
type credential struct {
	kind
	fallback bool
}

// credentials returns the kinds of all values that an argument may have, or
// nothing if one of them is not known.
func credentials(values []value) []credential {
	var list []credential
	for _, v := range values {
		k, ok := kindOf(v)
		if !ok {
			return nil
		}
		list = append(list, credential{k, v.fallback})
	}
	return list
}

// hosts are the servers of Stytch's API, and their environments.
var hosts = map[string]string{
	"api.stytch.com":  "live",
	"test.stytch.com": "test",
}

// isStytch reports whether all values are URIs of Stytch's API.
func isStytch(values []value) bool {
	for _, v := range values {
		if hosts[hostOf(v)] == "" {
			return false
		}
	}
	return len(values) > 0
}

// hostOf returns the host in a URI, "" if it is not known.
func hostOf(v value) string {
	u, err := url.Parse(v.text)
	if err != nil || !v.whole && u.Path == "" {
		return "" // the host may go on
	}
	return u.Host
}
