// Package library knows what other people's packages do, as far as a check has to
// know it: which functions answer a request and where their status stands, which
// log, wrap an error, ask one what it is, try again, compare two values in a test,
// or never return. It is the same for all checks.
//
// What is known stands in rows, in a file for each family of packages. A package
// that is new to us gets rows in one of them, and nothing else.
package library

import (
	"go/types"
	"slices"
	"strings"
	"sync"
)

// A Row says what a function, a method or a variable of a package is for.
type Row struct {
	Name   string
	Does   Role
	Arg    int8  // the argument that the role is about; the receiver does not count
	With   int8  // the argument that this one is compared with, or that is set
	Traits Trait // beside those of the package and the type
	Answer Answer
}

// Is reports whether what a row describes has one of some traits.
func (r Row) Is(traits Trait) bool { return r.Traits&traits != 0 }

// Answers reports whether what a row describes answers a request, at once or when its
// value is returned.
func (r Row) Answers() bool { return r.Does == Answers || r.Does == AnswersLate }

// OfErrors reports whether what has a role makes an error, or asks one.
func (r Role) OfErrors() bool { return NewError <= r && r <= ErrorIsLike }

// A pkg has the rows of a package.
type pkg struct {
	path   string // as Path returns it
	like   string // a package whose rows hold here, too, where this one has none
	traits Trait  // of all its functions and methods
	rows   []Row  // of functions and variables, by name
	types  []typ  // by name
}

// A typ has the rows of a type.
type typ struct {
	name   string
	kind   Kind
	traits Trait // of all its methods
	rows   []Row // of methods, by name
}

// families are the packages of all files. They are laid out by the compiler: nothing
// is computed when the program starts.
var families = [...][]pkg{
	errorPackages, httpPackages, logPackages, queuePackages, retryPackages, sessionPackages, standardPackages, testPackages, textPackages,
}

// index has the packages by path.
var index = sync.OnceValue(func() map[string]*pkg {
	n := 0
	for _, family := range families {
		n += len(family)
	}
	m := make(map[string]*pkg, n)
	for _, family := range families {
		for i := range family {
			m[family[i].path] = &family[i]
		}
	}
	return m
})

// typeNames has the names of all types that have rows: whatever is called otherwise is known
// for nothing, and its path need not be taken apart.
var typeNames = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool)
	for _, p := range index() {
		for i := range p.types {
			m[p.types[i].name] = true
		}
	}
	return m
})

// Of returns what is known of a function, a method or a variable of a package. It
// returns the zero Row for what is not known, and for nil.
func Of(obj types.Object) Row {
	var recv types.Type
	switch o := obj.(type) {
	case *types.Func:
		if o == nil {
			return Row{}
		}
		if r := o.Signature().Recv(); r != nil {
			recv = r.Type()
		}
	case *types.Var:
		if o == nil || o.Pkg() == nil || o.Parent() != o.Pkg().Scope() {
			return Row{}
		}
	default:
		return Row{}
	}
	path := ""
	if obj.Pkg() != nil {
		path = Path(obj.Pkg().Path())
	}
	var row Row
	traits := traitsOf(path)
	for p := index()[path]; p != nil; p = index()[p.like] {
		rows := p.rows
		if recv != nil {
			traits &^= Pure // of the functions of the package
			t := p.typ(recv)
			if t == nil {
				rows = nil
			} else {
				rows = t.rows
				traits |= t.traits
			}
		}
		r := find(rows, obj.Name())
		if name, ok := strings.CutSuffix(obj.Name(), "f"); r == nil && ok && traits&TakesTest != 0 {
			r = find(rows, name)
		}
		if r != nil {
			row = *r
			break
		}
		if p.like == "" {
			break
		}
	}
	if fn, ok := obj.(*types.Func); ok && traits&TakesTest != 0 && takesTest(fn.Signature()) {
		row.Arg++
		row.With++
	}
	row.Traits |= traits
	if row.Does == ErrorAs {
		row.Traits |= Writes
	}
	if row.Traits&(Writes|Reorders) != 0 {
		row.Traits &^= Steady | Pure | ReadsOnly | Harmless
	}
	return row
}

// takesTest reports whether a function takes the test as its first parameter: an
// interface with methods, or a pointer to one of testing's types.
func takesTest(sig *types.Signature) bool {
	if sig.Recv() != nil || sig.Params().Len() == 0 {
		return false
	}
	switch t := sig.Params().At(0).Type().Underlying().(type) {
	case *types.Interface:
		return t.NumMethods() > 0
	case *types.Pointer:
		return true
	}
	return false
}

// traitsOf returns what holds for all functions and methods of a package: what is said
// of it, and what the packages above it hand down.
func traitsOf(path string) Trait {
	var traits Trait
	if p := index()[path]; p != nil {
		traits = p.traits
	}
	for i := strings.LastIndexByte(path, '/'); i >= 0; i = strings.LastIndexByte(path[:i], '/') {
		if p := index()[path[:i]]; p != nil {
			traits |= p.traits & below
		}
	}
	return traits
}

// Knows reports whether anything is known of a package.
func Knows(path string) bool { return index()[Path(path)] != nil }

// KindOf returns what values of a type, or of what it points to, are for.
func KindOf(t types.Type) Kind {
	name := TypeName(t)
	if name == nil || name.Pkg() == nil || !typeNames()[name.Name()] {
		return 0
	}
	for p := index()[Path(name.Pkg().Path())]; p != nil; p = index()[p.like] {
		if t := p.typ(t); t != nil {
			return t.kind
		}
		if p.like == "" {
			break
		}
	}
	return 0
}

// typ returns the rows of a type of the package, or of what it points to.
func (p *pkg) typ(t types.Type) *typ {
	name := TypeName(t)
	if name == nil {
		return nil
	}
	for i := range p.types {
		if p.types[i].name == name.Name() {
			return &p.types[i]
		}
	}
	return nil
}

// find returns the row with a name, nil if there is none.
func find(rows []Row, name string) *Row {
	i, ok := slices.BinarySearchFunc(rows, name, func(r Row, name string) int { return strings.Compare(r.Name, name) })
	if !ok {
		return nil
	}
	return &rows[i]
}
