package forgotten

import (
	"encoding/json"
	"os"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type project struct{ ID, Secret string }

type config struct {
	Name   string
	Stytch project
}

func client(p project) (*stytchapi.API, error) { return stytchapi.NewClient(p.ID, p.Secret) }

func (p *project) client() (*stytchapi.API, error) { return stytchapi.NewClient(p.ID, p.Secret) }

func field(prod bool) (*stytchapi.API, error) {
	p := project{ID: "project-test-1", Secret: "secret-test-2"}
	if prod {
		p.ID = "project-live-1" // want `^"secret-test-…" gets together with the project id "project-live-…" on some path; take both from the same environment there: Stytch probably answers "project_not_found"$`
	}
	return client(p)
}

func fieldOfPointer(prod bool) (*stytchapi.API, error) {
	p := &project{"project-test-1", "secret-test-2"}
	if prod {
		p.Secret = "secret-live-2" // want `^"secret-live-…" gets together with the project id "project-test-…" on some path`
	}
	return p.client()
}

func nested(prod bool) (*stytchapi.API, error) {
	c := config{Name: "x", Stytch: project{ID: "project-test-1", Secret: "secret-test-2"}}
	if prod {
		c.Stytch.ID = "project-live-1" // want `gets together with`
	}
	return client(c.Stytch)
}

func replaced(prod bool) (*stytchapi.API, error) {
	var c config
	c.Stytch = project{ID: "project-test-1", Secret: "secret-test-2"}
	switch {
	case prod:
		c.Stytch.ID = "project-live-1" // want `gets together with`
	}
	return stytchapi.NewClient(c.Stytch.ID, c.Stytch.Secret)
}

func byAssignments(prod bool) (*stytchapi.API, error) {
	var c config
	c.Stytch.Secret = "secret-test-2"
	if prod {
		c.Stytch.ID = "project-live-1" // want `gets together with`
	} else {
		c.Stytch.ID = "project-test-1"
	}
	return client(c.Stytch)
}

func inOneBlock(prod bool) (*stytchapi.API, error) {
	var c config
	if prod {
		c.Stytch.ID = "project-live-1"
		c.Stytch.Secret = "secret-test-2" // want `belongs to the test environment`
	}
	return client(c.Stytch)
}

// Both halves, together or one after the other.
func wholeFields(prod, live bool) {
	p := project{ID: "project-test-1", Secret: "secret-test-2"}
	if prod {
		p.ID = "project-live-1"
		if live {
			p.Secret = "secret-live-2"
		} else {
			p.Secret = "secret-live-3"
		}
	}
	client(p)
	q := project{ID: "project-test-1", Secret: "secret-test-2"}
	if prod {
		q.ID = "project-live-1"
	}
	if prod {
		q.Secret = "secret-live-2"
	}
	client(q)
	r := project{ID: "project-test-1", Secret: "secret-test-2"}
	if prod {
		r.ID, r.Secret = "project-live-1", "secret-live-2"
	}
	client(r)
}

// The other half comes from elsewhere.
func halfFromElsewhere(prod bool, keys map[string]string) {
	p := project{ID: "project-test-1", Secret: "secret-test-2"}
	if prod {
		p.ID = "project-live-1"
	}
	if v := os.Getenv("STYTCH_SECRET"); v != "" {
		p.Secret = v
	}
	client(p)
	q := project{ID: "project-test-1", Secret: "secret-test-2"}
	if prod {
		q.ID = "project-live-1"
		q.Secret, _ = keys["live"]
	}
	client(q)
}

// Who gets it by a pointer, or keeps it, may set the other half.
func handedOn(prod bool) (p project) {
	p = project{ID: "project-test-1", Secret: "secret-test-2"}
	if prod {
		p.ID = "project-live-1"
	}
	json.Unmarshal([]byte(os.Getenv("STYTCH")), &p)
	client(p)
	q := project{ID: "project-test-1", Secret: "secret-test-2"}
	if prod {
		q.ID = "project-live-1"
	}
	os.Args = append(os.Args, fill(&q.Secret))
	client(q)
	r := &project{ID: "project-test-1", Secret: "secret-test-2"}
	if prod {
		r.ID = "project-live-1"
	}
	s := r
	s.Secret = "secret-live-2"
	client(*r)
	t := project{ID: "project-test-1", Secret: "secret-test-2"}
	if prod {
		t.ID = "project-live-1"
	}
	return t
}

func fill(s *string) string { return *s }

// One is for each.
func each(prod bool) {
	test := project{ID: "project-test-1", Secret: "secret-test-2"}
	live := project{ID: "project-live-1", Secret: "secret-live-2"}
	if prod {
		test = live
	}
	client(test)
	if prod {
		p := project{ID: "project-test-1", Secret: "secret-test-2"}
		client(p)
	} else {
		var p project
		p.ID = "project-live-1"
		client(p)
	}
}

// A method that sets the other half.
type filled struct{ ID, Secret string }

func (f *filled) fromEnv(live bool) {
	if live {
		f.Secret = os.Getenv("STYTCH_SECRET")
	}
}

func filledLater(prod bool) {
	f := filled{ID: "project-test-1", Secret: "secret-test-2"}
	if prod {
		f.ID = "project-live-1"
	}
	f.fromEnv(prod)
	stytchapi.NewClient(f.ID, f.Secret)
}

// A function that gets it sets the other half.
type passed struct{ ID, Secret string }

func (p passed) client(live bool) {
	if live {
		p.Secret = os.Getenv("STYTCH_SECRET")
	}
	stytchapi.NewClient(p.ID, p.Secret)
}

func passedOn(prod bool) {
	p := passed{ID: "project-test-1", Secret: "secret-test-2"}
	if prod {
		p.ID = "project-live-1"
	}
	p.client(prod)
}

// A function that is looked at anew for each call.
type twice struct{ ID, Secret string }

func of(prod bool) {
	t := twice{ID: "project-test-1", Secret: "secret-test-2"}
	if prod {
		t.ID = "project-live-1" // want `gets together with`
	}
	stytchapi.NewClient(t.ID, t.Secret)
}

func calls() {
	of(true)
	of(false)
}
