package stytchsend

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// ask returns what is known where the code of a failure is one of a list, and
// where it is not.
func (c *check) ask(st *state, f *failure, codes ...string) []evaluated {
	yes, no := st.asked(f, codes)
	return decided(yes, no)
}

func decided(yes, no *state) []evaluated {
	var result []evaluated
	if yes != nil {
		result = append(result, evaluated{yes, boolean(true)})
	}
	if no != nil {
		result = append(result, evaluated{no, boolean(false)})
	}
	return result
}

// equal compares two values.
func (c *check) equal(st *state, x, y value) []evaluated {
	open := []evaluated{{st, value{}}}
	if y.kind == code && x.kind != code || y.kind == failed && x.kind != failed || x.kind == null {
		x, y = y, x
	}
	switch {
	case x.kind == literal && y.kind == literal:
		if x.con.Kind() != y.con.Kind() {
			return open
		}
		return []evaluated{{st, boolean(constant.Compare(x.con, token.EQL, y.con))}}
	case y.kind == null:
		return c.isNil(st, x)
	case x.kind == code && y.kind == code:
		return c.equalCodes(st, x.of, y.of)
	case x.kind == status || y.kind == status:
		return c.compareStatus(st, token.EQL, x, y)
	case x.kind == code:
		if s, ok := y.str(); ok {
			return c.ask(st, x.of, s)
		}
	case x.kind == failed && y.kind == failed && y.of == nil:
		return c.isMarked(st, x, y)
	case x.kind == failed && y.kind == failed && x.of == nil:
		return c.isMarked(st, y, x)
	}
	return open
}

// compareStatus compares the status of a failure with a constant. It may be
// that nobody has the address only where the status of that passes.
func (c *check) compareStatus(st *state, op token.Token, x, y value) []evaluated {
	open := []evaluated{{st, value{}}}
	of := x.of
	if of == nil {
		of = y.of
	}
	if len(of.codes) != 1 {
		return open
	}
	known, _ := c.codes.Lookup(of.codes[0])
	statuses := known.Statuses()
	if len(statuses) == 0 {
		return open
	}
	passes := false // with one of the statuses that it may come with
	for _, number := range statuses {
		for _, v := range []*value{&x, &y} {
			if v.kind == status {
				v.con = constant.MakeInt64(int64(number))
			} else if v.kind != literal || v.con.Kind() != constant.Int {
				return open
			}
		}
		passes = passes || constant.Compare(x.con, op, y.con)
	}
	result := []evaluated{{st, boolean(passes)}}
	if other := st.excludes(of); other != nil {
		result = append(result, evaluated{other, boolean(!passes)})
	}
	return result
}

// equalCodes compares two codes, one of which may be a parameter's.
func (c *check) equalCodes(st *state, x, y *failure) []evaluated {
	if x.param >= 0 && y.param < 0 {
		x, y = y, x
	}
	if y.param < 0 || x == y {
		return []evaluated{{st, value{}}}
	}
	return c.ask(st, x, paramCode(y.param))
}

// paramCode stands for the code that a parameter holds.
func paramCode(param int) string { return "$" + strconv.Itoa(param) }

// isNil compares a value with nil.
func (c *check) isNil(st *state, v value) []evaluated {
	switch v.kind {
	case null:
		return []evaluated{{st, boolean(true)}}
	case failed:
		if v.made || v.of == nil {
			return []evaluated{{st, boolean(false)}}
		}
		yes, no := st.split(v.of)
		return decided(no, yes)
	case details, structure, pointer, function:
		return []evaluated{{st, boolean(false)}}
	}
	return []evaluated{{st, value{}}}
}

// isMarked reports whether an error is, or wraps, an error variable.
func (c *check) isMarked(st *state, v, mark value) []evaluated {
	switch {
	case v.kind == null || v.kind == structure:
		return []evaluated{{st, boolean(false)}}
	case v.kind != failed || len(mark.marks) != 1:
		return []evaluated{{st, value{}}}
	case slices.Contains(v.marks, mark.marks[0]):
		return []evaluated{{st, boolean(true)}}
	case v.mixed:
		return []evaluated{{st, value{}}}
	}
	return []evaluated{{st, boolean(false)}}
}

// among looks for a code in a list.
func (c *check) among(st *state, v, in value) []evaluated {
	var codes []string
	for _, e := range in.list {
		if s, ok := e.str(); ok {
			codes = append(codes, s)
		}
	}
	if in.kind != list || len(codes) == 0 {
		return []evaluated{{st, value{}}}
	}
	return c.ask(st, v.of, codes...)
}

// asserted asserts that a value has a type: the values are tuples of the
// result and whether it has.
func (c *check) asserted(st *state, v value, t types.Type) []evaluated {
	yes := func(v value) evaluated {
		return evaluated{st, value{kind: tuple, list: []value{v, boolean(true)}}}
	}
	if t == nil {
		return []evaluated{{st, value{kind: tuple, list: []value{{}, {}}}}}
	}
	no := evaluated{st, value{kind: tuple, list: []value{zero(t), boolean(false)}}}
	switch v.kind {
	case null:
		return []evaluated{no}
	case failed:
		if v.of == nil && !v.mixed {
			return []evaluated{no}
		}
		if v.of != nil && isDetails(t) {
			return c.detailed(st, v, t)
		}
		if !v.mixed && c.isOwn(t) {
			return []evaluated{no}
		}
	case structure:
		if types.Identical(t, v.obj.typ) || pointsTo(t, v.obj.typ) {
			return []evaluated{yes(v)}
		}
		if !types.IsInterface(t) {
			return []evaluated{no}
		}
		return []evaluated{yes(v), no}
	}
	return []evaluated{{st, value{kind: tuple, list: []value{from(v.roots...), {}}}}}
}

// detailed asserts that an error is one of the SDK.
func (c *check) detailed(st *state, v value, t types.Type) []evaluated {
	k := st.known[v.of]
	no := k
	no.foreign = k.outcome != succeeded
	is := evaluated{st, value{kind: tuple, list: []value{{kind: details, of: v.of, roots: v.roots}, boolean(true)}}}
	isNot := evaluated{st.learn(v.of, no), value{kind: tuple, list: []value{zero(t), boolean(false)}}}
	switch {
	case k.outcome == succeeded || k.foreign:
		return []evaluated{isNot}
	case k.codes != nil:
		return []evaluated{is}
	}
	return []evaluated{is, isNot}
}

// isDetails reports whether t is the SDK's error type, or a pointer to it:
// that never matches, but is meant to.
func isDetails(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return true
	}
	name, ok := sdk.ErrorType(t)
	return ok && name.Name() == "Error"
}

// isOwn reports whether t is a type of this package, or a pointer to one, so
// that neither the SDK nor what it builds upon returns one.
func (c *check) isOwn(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() == c.pass.Pkg && !types.IsInterface(t)
}

func pointsTo(t, elem types.Type) bool {
	p, ok := types.Unalias(t).(*types.Pointer)
	return ok && elem != nil && types.Identical(p.Elem(), elem)
}
