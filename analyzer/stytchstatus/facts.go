package stytchstatus

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
)

// A chain is a condition made of && alone; all of it holds, or none counts.
type chain *ast.BinaryExpr

// A test is something that is known of a status.
type test struct {
	op     token.Token // of status op values[0]; ILLEGAL if it is one of several values
	values []int
	value  ast.Expr // where the value of == is written
	chain  chain    // the condition that it is part of
}

// holds reports whether a status passes a test.
func (t test) holds(status int) bool {
	v := t.values[0]
	switch t.op {
	case token.EQL:
		return status == v
	case token.NEQ:
		return status != v
	case token.LSS:
		return status < v
	case token.LEQ:
		return status <= v
	case token.GTR:
		return status > v
	case token.GEQ:
		return status >= v
	}
	return slices.Contains(t.values, status)
}

// String describes the statuses that pass a test, behind "with".
func (t test) String() string {
	switch t.op {
	case token.EQL:
		return fmt.Sprint(t.values[0])
	case token.NEQ:
		return fmt.Sprintf("a status other than %d", t.values[0])
	case token.ILLEGAL:
		return either(t.values)
	}
	return fmt.Sprintf("a status %s %d", t.op, t.values[0])
}

// negated returns the test that holds where t does not.
func (t test) negated() (test, bool) {
	op, ok := map[token.Token]token.Token{
		token.EQL: token.NEQ,
		token.NEQ: token.EQL,
		token.LSS: token.GEQ,
		token.LEQ: token.GTR,
		token.GTR: token.LEQ,
		token.GEQ: token.LSS,
	}[t.op]
	return test{op: op, values: t.values}, ok
}

// Facts are what is known of one error.
type facts struct {
	tests []test
	codes []string // the code is one of them; nil if it may be any
	chain chain    // the condition that says so of the code
}

// A state is what is known of all errors. States are never changed, only
// copied.
type state map[errfield.Place]facts

// with returns s with more tests of the status of an error.
func (s state) with(p errfield.Place, tests ...test) state {
	s = s.copied()
	f := s[p]
	f.tests = slices.Concat(f.tests, tests)
	s[p] = f
	return s
}

// withCodes returns s with the code of an error being one of a list.
func (s state) withCodes(p errfield.Place, codes []string, ch chain) state {
	s = s.copied()
	f := s[p]
	f.codes, f.chain = codes, ch
	s[p] = f
	return s
}

func (s state) copied() state {
	if s == nil {
		return make(state)
	}
	return maps.Clone(s)
}
