package stytchcredentials

import (
	"net/url"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
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

// names are what parts of the names of environment variables and such say, without
// regard to case and underscores. The first that is there counts.
var names = []struct {
	part string
	what what
}{
	{"publictoken", publicToken},
	{"projectid", project},
	{"secret", secret},
	{"project", project},
}

// whatOf returns what a name says.
func whatOf(name string) (what, bool) {
	name = strings.ToLower(strings.ReplaceAll(name, "_", ""))
	for _, n := range names {
		if strings.Contains(name, n.part) {
			return n.what, true
		}
	}
	return 0, false
}

// A credential is a value whose kind is known. It does not hold the value, so
// that no more than the prefix can end up in a message.
type credential struct {
	kind
	name     string // of the variable of the environment, which tells no more than what it is
	fallback bool
	sure     bool
}

// credentials returns the kinds of all values that an operand may have, or
// nothing if one of them is not known.
func credentials(texts valueflow.Texts) []credential {
	var list []credential
next:
	for _, t := range texts.List {
		for _, k := range kinds {
			if strings.HasPrefix(t.Value, k.prefix) {
				list = append(list, credential{kind: k, fallback: t.Fallback, sure: t.Sure && !texts.Empty})
				continue next
			}
		}
		return nil
	}
	for _, name := range texts.Env {
		is, ok := whatOf(name)
		if !ok {
			return nil
		}
		list = append(list, credential{kind: kind{what: is}, name: name})
	}
	return list
}

// servers are those of Stytch's API, and their environments.
var servers = map[string]string{
	"api.stytch.com":  "live",
	"test.stytch.com": "test",
}

// hostOf returns the host in a URI, "" if it is not known.
func hostOf(t valueflow.Text) string {
	u, err := url.Parse(t.Value)
	if err != nil || !t.Whole && u.Path == "" {
		return "" // the host may go on
	}
	return u.Host
}

// envOfServer returns the environment of the server that a URI names, "" if that may be
// another than Stytch's.
func envOfServer(t valueflow.Text) string { return servers[hostOf(t)] }

// envNamed returns the environment that a text of the SDK's type Env names.
func envNamed(t valueflow.Text) string {
	if !t.Whole || t.Value != "live" && t.Value != "test" {
		return ""
	}
	return t.Value
}

// envs returns the environments that texts stand for, or nothing if one of them is not
// known.
func envs(texts []valueflow.Text, env func(valueflow.Text) string) []credential {
	var list []credential
	for _, t := range texts {
		if env(t) == "" {
			return nil
		}
		list = append(list, credential{kind: kind{env: env(t)}})
	}
	return list
}
