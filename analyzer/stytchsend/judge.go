package stytchsend

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// addresses are the fields in which a creation has the address.
var addresses = []string{"Email", "PhoneNumber"}

// call runs a call that sends to an address or creates a user.
func (c *check) call(p *paths.Path, call *paths.Call) ([]paths.Value, bool) {
	r := c.request(call.Fn)
	if r == nil {
		return nil, false
	}
	form := call.Param(sdk.ParamsAt(call.Fn))
	sent := p.All(form)
	parts, whole := p.Parts(sent)
	switch {
	case r.create != nil:
		c.creates(p, call, r.create, form, sent)
	case !setsAny(parts, existing):
		e := paths.Event{
			Name:    r.send.name,
			Subject: p.List(p.Origin(p.Field(form, r.send.address))),
			Args:    sent,
			Call:    p.At(call),
		}
		if events := p.Events(); slices.ContainsFunc(events, isCreation) {
			for i := range events {
				if b := &events[i]; b.Name == e.Name && b.Call != e.Call && created(events, b, r.send) {
					c.compare(p, b, r.send, parts, whole) // it is sent again
				}
			}
		}
		return p.Happens(call, e), true
	}
	return p.Results(call), true
}

// creates runs a call that creates a user: an event for each address for which the
// twin of a send would do.
func (c *check) creates(p *paths.Path, call *paths.Call, what *creation, form, sent paths.Value) {
	parts, whole := p.Parts(sent)
	for _, field := range addresses {
		e := paths.Event{
			Name:    what.name + " " + field,
			Subject: p.List(p.Origin(p.Field(form, field))),
			Args:    sent,
			Call:    p.At(call),
		}
		if !c.meet(p, &e) {
			continue
		}
		for i, events := 0, p.Events(); i < len(events); i++ {
			if s := sendOf(&events[i]); s != nil && s.fits(what) && events[i].Subject == e.Subject {
				c.compare(p, &events[i], s, parts, whole)
			}
		}
		p.Happens(call, e)
	}
}

// isFor reports whether a creation with some parameters, which may be all, is one for an
// address alone, for which the twin of a send would do.
func (what *creation) isFor(field string, parts []paths.Part, whole bool) bool {
	probe := &send{address: field}
	other := func(part paths.Part) bool { return !what.accepts(probe, part.Name) }
	return !slices.ContainsFunc(parts, other) && (!whole || setsAny(parts, []string{field}))
}

// meet judges an event in the light of those before. It reports whether the event matters.
func (c *check) meet(p *paths.Path, e *paths.Event) bool {
	what, field, ok := creationOf(e.Name)
	if !ok {
		return true
	}
	if parts, whole := p.Parts(e.Args); !what.isFor(field, parts, whole) {
		return false
	}
	events := p.Events()
	for i := range events {
		before := &events[i]
		s := sendOf(before)
		if s == nil || s.address != field || !s.fits(what) || before.Subject != e.Subject || before.Call == e.Call {
			continue
		}
		a := p.Answer(before, c.isCode)
		n := c.note(p, before)
		m := n.meetings[e.Call]
		if m == nil {
			m = &meeting{send: s, what: what}
			n.meetings[e.Call] = m
		}
		if a.Is == nil || p.Ending(before) == paths.Succeeded {
			m.other = true
		}
		for _, code := range codesOf(s.name) {
			if a.Is != nil && c.mayBe(&a, code) {
				m.code = code
			}
		}
	}
	return true
}

// creationOf returns the creation that an event is, and the field with the address.
func creationOf(name string) (what *creation, field string, ok bool) {
	for _, field := range addresses {
		if name, ok := strings.CutSuffix(name, " "+field); ok {
			what := creationNamed(name)
			return what, field, what != nil
		}
	}
	return nil, "", false
}

func isCreation(e paths.Event) bool {
	_, _, ok := creationOf(e.Name)
	return ok
}

// isCode reports whether a text is a code.
func (c *check) isCode(s string) bool {
	_, ok := c.codes.Lookup(s)
	return ok
}

// mayBe reports whether an error may have a code.
func (c *check) mayBe(a *paths.Answer, code string) bool {
	known, _ := c.codes.Lookup(code)
	return a.MayBe(code, known.Statuses())
}

// end looks at what is left of a send at the end of a path: it may have failed
// because nobody has the address, and no user was created. Then something else
// decides who may sign up, and the twin would not.
func (c *check) end(p *paths.Path, e *paths.Event) {
	if s := sendOf(e); s != nil && c.isOpen(p, e, s) && !created(p.Events(), e, s) {
		c.note(p, e).chosen = true
	}
}

// isOpen reports whether a send may have failed because nobody has the address.
func (c *check) isOpen(p *paths.Path, e *paths.Event, s *send) bool {
	if p.Ending(e) == paths.Succeeded {
		return false
	}
	a := p.Answer(e, c.isCode)
	return slices.ContainsFunc(codesOf(s.name), func(code string) bool { return c.mayBe(&a, code) })
}

// created reports whether a user was created for the address of a send.
func created(events []paths.Event, e *paths.Event, s *send) bool {
	return slices.ContainsFunc(events, func(o paths.Event) bool {
		what, field, ok := creationOf(o.Name)
		return ok && field == s.address && o.Subject == e.Subject && s.fits(what)
	})
}

// compare notes where a call behind a send asks for something that the send did
// not: a fix would lose it.
func (c *check) compare(p *paths.Path, before *paths.Event, s *send, parts []paths.Part, whole bool) {
	sent, all := p.Parts(before.Args)
	if !whole || !all || slices.ContainsFunc(parts, func(part paths.Part) bool {
		return part.Name != s.address && !slices.Contains(sent, part)
	}) {
		c.note(p, before).extra = true
	}
}

// note returns what is noted of a send.
func (c *check) note(p *paths.Path, e *paths.Event) *note {
	return p.Note(e.Call, func() any {
		return &note{meetings: make(map[ssa.CallInstruction]*meeting)}
	}).(*note)
}

// A note is what the paths through a function tell of a send.
type note struct {
	meetings map[ssa.CallInstruction]*meeting // by the call that creates the user
	chosen   bool                             // a path ends on which that is not done
	extra    bool                             // more is asked for behind the send than by it
}

// A meeting is a send, and a call behind it that creates a user for the same
// address.
type meeting struct {
	send  *send
	what  *creation
	code  string // of an unknown address, with which it was reached
	other bool   // it is reached with any other outcome, too
}
