package paths

import (
	"slices"
	"strconv"
	"strings"
)

// An Answer is what a path has found out about the error of a call.
type Answer struct {
	Is      []string // its code is one of them; nil if it may be any
	Not     []string // its code is none of them
	Foreign bool     // it is not one of the API's
	status  []asked
}

// An asked is a condition on the status of an error, and whether it holds.
type asked struct {
	cond func(status int) bool
	is   bool
}

// MayBe reports whether the error may have a code that comes with some statuses.
// Where a condition holds for one of them, it is meant to hold for the code.
func (a *Answer) MayBe(code string, statuses []int) bool {
	if a.Foreign || slices.Contains(a.Not, code) || a.Is != nil && !slices.Contains(a.Is, code) {
		return false
	}
	return len(statuses) == 0 || !slices.ContainsFunc(a.status, func(q asked) bool { return slices.ContainsFunc(statuses, q.cond) != q.is })
}

// Answer returns what the path has found out about the error of an event. isCode
// tells the texts that are codes.
func (p *Path) Answer(e *Event, isCode func(string) bool) Answer {
	var a Answer
	if e.err == 0 {
		return a
	}
	for _, c := range p.s.conds {
		if !p.t.holds(c.v, e.err) {
			continue
		}
		n := p.t.nodes[c.v]
		if n.kind == kIs || n.kind == kPure && (strings.HasSuffix(n.str, "stytcherror.Error") && strings.HasPrefix(n.str, isPrefix)) {
			a.Foreign = a.Foreign || !c.is
			continue
		}
		if codes := p.codesAsked(c.v, isCode); len(codes) > 0 {
			switch {
			case !c.is:
				a.Not = append(a.Not, codes...)
			case a.Is == nil:
				a.Is = codes
			default:
				a.Is = slices.DeleteFunc(a.Is, func(s string) bool { return !slices.Contains(codes, s) })
			}
			continue
		}
		if f := p.statusAsked(c.v); f != nil {
			a.status = append(a.status, asked{f, c.is})
		}
	}
	if a.Is != nil {
		a.Is = slices.DeleteFunc(a.Is, func(s string) bool { return slices.Contains(a.Not, s) })
	}
	return a
}

// codesAsked returns the codes that a condition asks for.
func (p *Path) codesAsked(v Value, isCode func(string) bool) []string {
	n := p.t.nodes[v]
	one := func(v Value) []string {
		if s, ok := p.text(v); ok {
			return []string{s}
		}
		return nil
	}
	if v, of := p.membership(n); of != 0 {
		if p.isCode(v) {
			return p.texts(of)
		}
		return nil
	}
	switch n.kind {
	case kEq:
		if p.isCode(n.a) {
			return one(n.b)
		}
	case kPure:
		args := p.t.elements(n.a)
		if len(args) != 2 {
			return nil
		}
		switch strings.TrimRight(n.str, "!?") {
		case "strings.EqualFold":
			if p.isCode(args[0]) {
				return one(args[1])
			} else if p.isCode(args[1]) {
				return one(args[0])
			}
		case "strings.Contains", "strings.HasPrefix", "strings.HasSuffix":
			if codes := one(args[1]); len(codes) > 0 && isCode(codes[0]) && p.t.kind(args[0]) == kPure || p.isCode(args[0]) {
				return codes
			}
		}
	}
	return nil
}

// isCode reports whether a value is the code of an error, or a text that is.
func (p *Path) isCode(v Value) bool {
	n := p.t.nodes[v]
	switch n.kind {
	case kField:
		return n.str == "ErrorType"
	case kPure:
		args := p.t.elements(n.a)
		switch n.str {
		case "fmt.Sprint", "fmt.Sprintf":
			last := args[len(args)-1]
			return p.t.kind(last) == kWith && p.isCode(p.t.nodes[last].b) && p.t.kind(p.t.nodes[last].a) != kWith
		case "strings.ToLower", "strings.ToUpper":
			return p.isCode(args[0])
		}
	}
	return false
}

// text returns the text that a value is.
func (p *Path) text(v Value) (string, bool) {
	n := p.t.nodes[v]
	if n.kind != kConst {
		return "", false
	}
	s, err := strconv.Unquote(n.str)
	return s, err == nil
}

// texts returns the texts in a list, a set or the like.
func (p *Path) texts(v Value) []string {
	var list []string
	for _, s := range p.members(v) {
		if s, err := strconv.Unquote(s); err == nil {
			list = append(list, s)
		}
	}
	return list
}

// members returns the constants in a list, a set or the like; none if it holds
// something else, too.
func (p *Path) members(v Value) []string {
	n := p.t.nodes[v]
	for n.kind == kAt && p.t.kind(n.a) == kAt {
		n = p.t.nodes[n.a]
	}
	if n.kind == kAt && p.t.kind(n.a) == kGlobal {
		return p.initial(p.t.nodes[n.a].str)
	}
	var list []string
	for _, c := range p.s.cells {
		if p.t.nodes[c.at].kind == kElemAddr && p.t.nodes[c.at].a == v {
			n := &p.t.nodes[c.val]
			if n.kind != kConst {
				return nil
			}
			list = append(list, n.str)
		}
	}
	for ; n.kind == kWith; n = p.t.nodes[n.a] {
		b := &p.t.nodes[n.b]
		if b.kind != kConst {
			return nil
		}
		list = append(list, b.str)
	}
	return list
}
