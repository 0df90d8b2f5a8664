package stytchcredentials

import (
	"fmt"
	"go/ast"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// A problem is what is wrong with a pair.
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

// A judged is a pair, and what its two sides may be.
type judged struct {
	valueflow.Pair
	ids, secrets []credential
}

// judged returns a pair as the names of both values have it, if nothing else is known of
// them and the names say that they are the wrong way round.
func (c *check) judged(p valueflow.Pair) judged {
	first, ok := byName(c.pass.TypesInfo, p.ID)
	second, both := byName(c.pass.TypesInfo, p.Secret)
	if ok && both && first.what == secret && second.what == project {
		return judged{p, []credential{first}, []credential{second}}
	}
	return judged{p, credentials(p.ID.Texts), credentials(p.Secret.Texts)}
}

// A side is one of the two of a pair, and what it should be.
type side struct {
	valueflow.Operand
	is    []credential
	right what
	name  string
}

func (p judged) sides() [2]side {
	return [...]side{{p.ID, p.ids, project, "the project id"}, {p.Secret, p.secrets, secret, "the secret"}}
}

// problems returns what is wrong with the pair, whatever the way is on which it
// gets to the client.
func (p judged) problems() []problem {
	if p.Over != nil {
		if all(p.ids, project) && all(p.secrets, secret) && apart(p.ids, p.secrets) {
			return []problem{onPath(p.Over, p.ids[0], p.secrets[0])}
		}
		return nil
	}
	if list := p.misplaced(); len(list) > 0 {
		return list
	}
	if !apart(p.ids, p.secrets) {
		return nil
	}
	return []problem{{
		expr:     p.Secret.Expr,
		category: "environment",
		message: fmt.Sprintf("%s belongs to the %s environment but the project id %s to the %s one; take both from the same environment: %s",
			show(p.secrets[0]), p.secrets[0].env, show(p.ids[0]), p.ids[0].env, mismatched),
	}}
}

// misplaced returns what is wrong with credentials of the wrong kind.
func (p judged) misplaced() []problem {
	if all(p.ids, secret) && all(p.secrets, project) {
		return []problem{{
			expr:     p.ID.Expr,
			category: "swapped",
			message:  fmt.Sprintf("%s is a secret and %s a project id, the wrong way round; swap them: %s", show(p.ids[0]), show(p.secrets[0]), unauthorized),
			swapped:  true,
		}}
	}
	var list []problem
	byName := 0 // a single name may mean anything
	for _, side := range p.sides() {
		if len(side.is) == 0 || slices.ContainsFunc(side.is, func(c credential) bool { return c.what == side.right }) {
			continue
		}
		first := side.is[0]
		if first.name != "" {
			byName++
		}
		list = append(list, problem{
			expr:     side.Expr,
			category: misplacements[first.what].category,
			message:  fmt.Sprintf("%s is %s in the place of %s; pass %[3]s: %s", show(first), misplacements[first.what].noun, side.name, unauthorized),
		})
	}
	if byName == len(list) && byName < 2 {
		return nil
	}
	return list
}

// misplacements say what credentials are that stand in a wrong place.
var misplacements = [...]struct{ category, noun string }{
	project:      {"swapped", "a project id"},
	secret:       {"swapped", "a secret"},
	publicToken:  {"publictoken", "a public token, which is made for browsers and apps,"},
	workspaceKey: {"workspacekey", "a key of the management API"},
}

// elsewhere returns what is wrong with a client whose requests go to another
// environment than that of its project id or secret.
func (p judged) elsewhere(s server) []problem {
	for _, side := range p.sides() {
		if !apart(s.envs, side.is) {
			continue
		}
		belongs := fmt.Sprintf("%s %s belongs to the %s environment", side.name, show(side.is[0]), side.is[0].env)
		if s.host == "" {
			return []problem{{
				expr:     s.expr,
				category: "option",
				message:  fmt.Sprintf("%q is the wrong environment: %s; pass that one: %s", s.envs[0].env, belongs, mismatched),
			}}
		}
		return []problem{{
			expr:     s.expr,
			category: "baseuri",
			message:  fmt.Sprintf("%q is the server of the %s environment, but %s; leave WithBaseURI out: %s", s.host, s.envs[0].env, belongs, mismatched),
		}}
	}
	return nil
}

// sometimes returns what is wrong with a pair on one path: that of variables whose
// values do not go together, if there is one, or of a value that goes with none of
// the other side, where one half of a switch was forgotten.
func (p judged) sometimes(variables *judged) []problem {
	if variables != nil {
		return []problem{onPath(p.Secret.Expr, variables.ids[0], variables.secrets[0])}
	}
	if !sure(p.ids) || !sure(p.secrets) || !all(p.ids, project) || !all(p.secrets, secret) {
		return nil
	}
	for _, id := range p.ids {
		if apart([]credential{id}, p.secrets) {
			return []problem{onPath(p.Secret.Expr, id, p.secrets[0])}
		}
	}
	for _, secret := range p.secrets {
		if apart(p.ids, []credential{secret}) {
			return []problem{onPath(p.Secret.Expr, p.ids[0], secret)}
		}
	}
	return nil
}

// onPath returns the problem of an id and a secret that get together on one path.
func onPath(expr ast.Expr, id, secret credential) problem {
	return problem{
		expr:     expr,
		category: "environment",
		message: fmt.Sprintf("%s gets together with the project id %s on some path; take both from the same environment there: %s",
			show(secret), show(id), mismatched),
	}
}

// inPlace reports whether what the pair becomes, parameters or fields, is called
// after what it is, so that it is what is done with those that is wrong.
func (p judged) inPlace() bool {
	right, wrong := 0, 0
	for _, side := range p.sides() {
		if side.Object == nil || len(side.is) == 0 {
			continue
		}
		if is, ok := whatOf(side.Object.Name()); ok && all(side.is, is) {
			right++
		} else if ok {
			wrong++
		}
	}
	return right > 0 && wrong == 0
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
	return len(list) > 0 && !slices.ContainsFunc(list, func(c credential) bool { return c.what != w })
}

func sure(list []credential) bool {
	return !slices.ContainsFunc(list, func(c credential) bool { return !c.sure })
}

// show returns a credential as messages name it: by its prefix alone.
func show(c credential) string {
	switch {
	case c.name != "":
		return fmt.Sprintf("%q", c.name)
	case c.fallback:
		return fmt.Sprintf("%q (the default)", c.prefix+"…")
	}
	return fmt.Sprintf("%q", c.prefix+"…")
}
