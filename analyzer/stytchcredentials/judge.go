package stytchcredentials

import (
	"fmt"
	"go/ast"
)

// A problem is what is wrong with an argument of a client.
type problem struct {
	expr     ast.Expr
	category string
	message  string
	swapped  bool // the project id and the secret are the wrong way round
}

// The sources know of a project and a secret that do not belong together as a
// cause of project_not_found, and of bad credentials in general as that of
// unauthorized_credentials. They do not say that it is always so.
const (
	mismatched   = `Stytch probably answers "project_not_found"`
	unauthorized = `Stytch probably answers "unauthorized_credentials"`
)

// judge returns what is wrong with a client.
func judge(c client) []problem {
	ids, secrets := credentials(c.id.values), credentials(c.secret.values)
	if list := misplaced(c, ids, secrets); len(list) > 0 {
		return list
	}
	if apart(ids, secrets) {
		return []problem{{
			expr:     c.secret.expr,
			category: "environment",
			message: fmt.Sprintf("%s belongs to the %s environment but the project id %s to the %s one; take both from the same environment: %s",
				show(secrets[0]), secrets[0].env, show(ids[0]), ids[0].env, mismatched),
		}}
	}
	if p, ok := elsewhere(c, ids, "the project id"); ok {
		return []problem{p}
	}
	if p, ok := elsewhere(c, secrets, "the secret"); ok {
		return []problem{p}
	}
	return nil
}

// misplaced returns what is wrong with credentials of the wrong kind.
func misplaced(c client, ids, secrets []credential) []problem {
	if all(ids, secret) && all(secrets, project) {
		return []problem{{
			expr:     c.id.expr,
			category: "swapped",
			message:  fmt.Sprintf("%s is a secret and %s a project id, the wrong way round; swap them: %s", show(ids[0]), show(secrets[0]), unauthorized),
			swapped:  true,
		}}
	}
	var list []problem
	for _, arg := range [...]struct {
		argument
		credentials []credential
		right       what
		name        string
	}{
		{c.id, ids, project, "the project id"},
		{c.secret, secrets, secret, "the secret"},
	} {
		if len(arg.credentials) == 0 || some(arg.credentials, arg.right) {
			continue
		}
		first := arg.credentials[0]
		category, is := "swapped", ""
		switch first.what {
		case project:
			is = "a project id"
		case secret:
			is = "a secret"
		case publicToken:
			category, is = "publictoken", "a public token, which is made for browsers and apps,"
		case workspaceKey:
			category, is = "workspacekey", "a key of the management API"
		}
		list = append(list, problem{
			expr:     arg.expr,
			category: category,
			message:  fmt.Sprintf("%s is %s in the place of %s; pass %[3]s: %s", show(first), is, arg.name, unauthorized),
		})
	}
	return list
}

// elsewhere returns what is wrong with a client whose requests go to another
// environment than that of its project id or secret.
func elsewhere(c client, have []credential, name string) (problem, bool) {
	if len(have) == 0 {
		return problem{}, false
	}
	belongs := fmt.Sprintf("%s %s belongs to the %s environment", name, show(have[0]), have[0].env)
	if servers := hostEnvs(c.uri.values); apart(servers, have) {
		return problem{
			expr:     c.uri.expr,
			category: "baseuri",
			message:  fmt.Sprintf("%q is the server of the %s environment, but %s; leave WithBaseURI out: %s", hostOf(c.uri.values[0]), servers[0].env, belongs, mismatched),
		}, true
	}
	if envs := namedEnvs(c.env.values); apart(envs, have) {
		return problem{
			expr:     c.env.expr,
			category: "option",
			message:  fmt.Sprintf("%q is the wrong environment: %s; pass that one: %s", envs[0].env, belongs, mismatched),
		}, true
	}
	return problem{}, false
}

// hostEnvs returns the environments of URIs, all of which are Stytch's.
func hostEnvs(values []value) []credential {
	var list []credential
	for _, v := range values {
		list = append(list, credential{kind: kind{env: hosts[hostOf(v)]}})
	}
	return list
}

// namedEnvs returns the environments that values of the SDK's type Env name,
// or nothing if one of them is not known.
func namedEnvs(values []value) []credential {
	var list []credential
	for _, v := range values {
		if !v.whole || v.text != "live" && v.text != "test" {
			return nil
		}
		list = append(list, credential{kind: kind{env: v.text}})
	}
	return list
}

// apart reports whether no a can be of the same environment as any b.
func apart(a, b []credential) bool {
	for _, x := range a {
		for _, y := range b {
			if x.env == "" || y.env == "" || x.env == y.env {
				return false
			}
		}
	}
	return len(a) > 0 && len(b) > 0
}

func all(list []credential, w what) bool {
	for _, c := range list {
		if c.what != w {
			return false
		}
	}
	return len(list) > 0
}

func some(list []credential, w what) bool {
	for _, c := range list {
		if c.what == w {
			return true
		}
	}
	return false
}

// show returns a credential as messages name it: by its prefix alone.
func show(c credential) string {
	if c.fallback {
		return fmt.Sprintf("%q (the default)", c.prefix+"…")
	}
	return fmt.Sprintf("%q", c.prefix+"…")
}
