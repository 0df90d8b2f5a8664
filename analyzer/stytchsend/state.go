package stytchsend

import (
	"cmp"
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A state is what is known at a point of a path. It is never changed.
type state struct {
	vars  map[*types.Var]value
	known map[*failure]knowledge
	made  []made // what was created, where that is asked for
}

// Knowledge is what is known of a failure.
type knowledge struct {
	outcome outcome
	codes   []string // its code is one of them, nil if it may be any
	not     []string // its code is none of them
	address []string // roots of the address that was sent to
	foreign bool     // it is no error of the API, and has no code
	created bool     // a user was created for that address
}

type outcome uint8

const (
	unknown outcome = iota
	succeeded
	wentWrong
)

// A made is a user that was created for an address.
type made struct {
	what    *creation
	field   string // that holds the address
	address []string
}

// with returns s with a variable set, to a value of which nothing is known if it
// is large.
func (s *state) with(v *types.Var, val value) *state {
	if val.isLarge() {
		val = value{}
	}
	vars := maps.Clone(s.vars)
	if vars == nil {
		vars = make(map[*types.Var]value)
	}
	vars[v] = val
	return &state{vars: vars, known: s.known, made: s.made}
}

// without returns s without the variables that drop picks.
func (s *state) without(drop func(*types.Var) bool) *state {
	vars := maps.Clone(s.vars)
	maps.DeleteFunc(vars, func(v *types.Var, _ value) bool { return drop(v) })
	if len(vars) == len(s.vars) {
		return s
	}
	return &state{vars: vars, known: s.known, made: s.made}
}

// learn returns s with other knowledge of a failure.
func (s *state) learn(f *failure, k knowledge) *state {
	known := maps.Clone(s.known)
	if known == nil {
		known = make(map[*failure]knowledge)
	}
	known[f] = k
	return &state{vars: s.vars, known: known, made: s.made}
}

// creates returns s with another user made.
func (s *state) creates(m made) *state {
	return &state{vars: s.vars, known: s.known, made: append(slices.Clone(s.made), m)}
}

// key is the same for states that are alike.
func (s *state) key() string {
	var b strings.Builder
	vars := slices.SortedFunc(maps.Keys(s.vars), func(a, b *types.Var) int { return cmp.Compare(a.Pos(), b.Pos()) })
	for _, v := range vars {
		b.WriteString(strconv.Itoa(int(v.Pos())) + "=")
		s.vars[v].write(&b)
		b.WriteByte(';')
	}
	failures := slices.SortedFunc(maps.Keys(s.known), func(a, b *failure) int { return cmp.Compare(a.id, b.id) })
	for _, f := range failures {
		k := s.known[f]
		fmt.Fprintf(&b, "#%d:%d %q %q %q %t %t;", f.id, k.outcome, k.codes, k.not, k.address, k.foreign, k.created)
	}
	for _, m := range s.made {
		fmt.Fprintf(&b, "+%s %s %q;", m.what.name, m.field, m.address)
	}
	return b.String()
}

// asked returns what is known where the code of a failure is, and where it is
// not, one of a list; nil where that cannot be.
func (s *state) asked(f *failure, codes []string) (yes, no *state) {
	k := s.known[f]
	if k.outcome == succeeded || k.foreign {
		return nil, s
	}
	in, out := codes, []string(nil)
	if k.codes != nil {
		in, out = nil, nil
		for _, c := range k.codes {
			if slices.Contains(codes, c) {
				in = append(in, c)
			} else {
				out = append(out, c)
			}
		}
	}
	in = slices.DeleteFunc(slices.Clone(in), func(c string) bool { return slices.Contains(k.not, c) })
	if len(in) > 0 {
		is := k
		is.outcome, is.codes = wentWrong, in
		yes = s.learn(f, is)
	}
	if k.codes == nil || len(out) > 0 {
		isNot := k
		isNot.codes = out
		isNot.not = union(k.not, slices.Sorted(slices.Values(codes)))
		no = s.learn(f, isNot)
	}
	return yes, no
}

// excludes returns what is known where a failure has none of the codes that it
// ends with if nobody has the address.
func (s *state) excludes(f *failure) *state {
	_, no := s.asked(f, f.codes)
	return no
}

// open reports whether a failure may still be that nobody has the address.
func (k knowledge) open(f *failure) bool {
	if k.codes != nil {
		return common(k.codes, f.codes)
	}
	return k.outcome != succeeded && !k.foreign && !common(k.not, f.codes)
}

// split returns what is known where a call failed, and where it did not; nil
// where that cannot be.
func (s *state) split(f *failure) (yes, no *state) {
	k := s.known[f]
	if k.outcome != succeeded {
		is := k
		is.outcome = wentWrong
		yes = s.learn(f, is)
	}
	if k.outcome != wentWrong {
		isNot := k
		isNot.outcome = succeeded
		no = s.learn(f, isNot)
	}
	return yes, no
}
