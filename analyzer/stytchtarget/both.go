package stytchtarget

import (
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
)

// pair marks the searches of a declaration that look for an error in both its forms. Which
// errors they ask counts for nothing: there is seldom more than one.
func (c *check) pair() {
	for _, decl := range c.order {
		forms := make(map[string][2]bool) // of a type: the value, and the pointer
		for _, s := range c.searches[decl] {
			f := forms[s.id]
			f[0], f[1] = f[0] || !s.pointer, f[1] || s.pointer
			forms[s.id] = f
		}
		for _, s := range c.searches[decl] {
			if s.id != "" && forms[s.id] == [2]bool{true, true} {
				s.mark()
			}
		}
	}
	for _, list := range c.searches {
		for _, s := range list {
			c.habits.Both = c.habits.Both || s.both && s.name != nil && !report.InTest(c.pass, s.at.Pos())
		}
	}
}

// mark notes that the other form is looked for as well, in the helper too.
func (s *search) mark() {
	if s.both {
		return
	}
	s.both = true
	if s.asked != nil {
		for _, inner := range s.asked.searches {
			inner.mark()
		}
	}
}
