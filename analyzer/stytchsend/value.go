package stytchsend

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A value is what is known of the value of an expression on one path.
type value struct {
	kind   kind
	of     *failure       // of failed (nil if it is the program's own), details, code and text
	marks  []string       // of failed: the error variables of the program that are in it
	mixed  bool           // of failed: other errors may be in it
	made   bool           // of failed: it is one even if the call did not fail
	con    constant.Value // of literal
	obj    *object        // of structure
	target *types.Var     // of pointer
	fn     *closure       // of function
	list   []value        // of tuple and list

	// roots are the places that it comes from, sorted: two values of which one
	// was made from the other have one in common.
	roots []string
}

type kind uint8

const (
	opaque    kind = iota // nothing but its roots is known
	literal               // a constant
	null                  // nil
	failed                // an error that says why a call failed, if it did
	details               // the SDK's error in one
	code                  // the error code in that
	text                  // the text of an error
	status                // the status in details
	structure             // a struct, or a pointer to one
	pointer               // a pointer to a variable
	function              // a function
	tuple                 // the results of a call
	list                  // a list of constants, or the keys of a map of them to true
)

// An object is a struct whose fields were seen to be set. It is never changed.
type object struct {
	typ    types.Type
	fields map[string]value
}

// with returns o with a field set.
func (o *object) with(field string, v value) *object {
	fields := maps.Clone(o.fields)
	if fields == nil {
		fields = make(map[string]value)
	}
	fields[field] = v
	return &object{typ: o.typ, fields: fields}
}

// A closure is a function of the package that can be looked into.
type closure struct {
	lit  *ast.FuncLit
	decl *types.Func
	recv *value // of a method value
}

// A failure is what went wrong in a call, or the error or code that a
// parameter holds.
type failure struct {
	id    int
	send  *send
	codes []string // what the call ends with if nobody has the address
	param int      // the parameter, -1 for a call
	site  site
}

// A site is a call, and the functions walked through around it, the first one
// first.
type site struct {
	frames []*frame
	call   *ast.CallExpr
}

func constantOf(c constant.Value) value {
	return value{kind: literal, con: c, roots: []string{"=" + c.ExactString()}}
}

func boolean(b bool) value { return constantOf(constant.MakeBool(b)) }

func from(roots ...string) value { return value{roots: roots} }

// maxRoot is the length in bytes of what stands for a place among roots.
const maxRoot = 1000

// part returns a part of a value of which nothing is known but its roots. Those
// that would become too long are left out: what is put into a variable again and
// again, as an index of itself, may double each time.
func (v value) part(suffix string) value {
	roots := make([]string, 0, len(v.roots))
	for _, r := range v.roots {
		if len(r)+len(suffix) <= maxRoot {
			roots = append(roots, r+suffix)
		}
	}
	return from(roots...)
}

// maxValue bounds what is kept of a value: the number of values in it, and the
// length of their roots.
const maxValue = 1 << 16

// isLarge reports whether a value is too much to be kept. Structs may hold each
// other, and grow with each round of a loop.
func (v value) isLarge() bool {
	left := maxValue
	return !v.fits(&left)
}

// fits reports whether a value is not more than what is left.
func (v value) fits(left *int) bool {
	*left--
	for _, r := range v.roots {
		*left -= len(r)
	}
	if *left < 0 {
		return false
	}
	if v.obj != nil {
		for _, f := range v.obj.fields {
			if !f.fits(left) {
				return false
			}
		}
	}
	if v.fn != nil && v.fn.recv != nil && !v.fn.recv.fits(left) {
		return false
	}
	return !slices.ContainsFunc(v.list, func(e value) bool { return !e.fits(left) })
}

// isTrue and isFalse report whether a value is that constant.
func (v value) isTrue() bool {
	return v.kind == literal && v.con.Kind() == constant.Bool && constant.BoolVal(v.con)
}

func (v value) isFalse() bool {
	return v.kind == literal && v.con.Kind() == constant.Bool && !constant.BoolVal(v.con)
}

// str returns the constant string that v is.
func (v value) str() (string, bool) {
	if v.kind != literal || v.con.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v.con), true
}

// tells reports whether v says something about a failure.
func (v value) tells() bool {
	switch v.kind {
	case failed, details, code, text, status:
		return true
	case structure:
		for _, f := range v.obj.fields {
			if f.tells() {
				return true
			}
		}
	case tuple, list:
		return slices.ContainsFunc(v.list, value.tells)
	case function:
		return v.fn.recv != nil && v.fn.recv.tells()
	}
	return false
}

// key is the same for values that are alike.
func (v value) key() string {
	var b strings.Builder
	v.write(&b)
	return b.String()
}

func (v value) write(b *strings.Builder) {
	b.WriteString(strconv.Itoa(int(v.kind)))
	if v.of != nil {
		b.WriteString("#" + strconv.Itoa(v.of.id))
	}
	if v.mixed {
		b.WriteByte('m')
	}
	if v.made {
		b.WriteByte('w')
	}
	for _, m := range v.marks {
		b.WriteString("!" + m)
	}
	switch {
	case v.obj != nil:
		b.WriteByte('{')
		for _, name := range slices.Sorted(maps.Keys(v.obj.fields)) {
			b.WriteString(name + ":")
			v.obj.fields[name].write(b)
			b.WriteByte(',')
		}
		b.WriteByte('}')
	case v.target != nil:
		fmt.Fprintf(b, "&%d", v.target.Pos())
	case v.fn != nil && v.fn.lit != nil:
		fmt.Fprintf(b, "f%d", v.fn.lit.Pos())
	case v.fn != nil && v.fn.decl != nil:
		b.WriteString("f" + v.fn.decl.FullName())
	}
	for _, e := range v.list {
		b.WriteByte('[')
		e.write(b)
	}
	for _, r := range v.roots {
		b.WriteString(" " + r)
	}
}

// union returns the sorted union of roots.
func union(a, b []string) []string {
	if len(a) == 0 {
		return b
	}
	if len(b) == 0 {
		return a
	}
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// common reports whether two lists have something in common.
func common(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}
