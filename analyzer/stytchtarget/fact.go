package stytchtarget

import (
	"fmt"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
)

// An asksFact is the fact about a function, or a variable that holds one, that asks an error of its caller's
// whether it is of certain types.
type asksFact struct {
	Asks []question
}

// A question is one of those types: that of the target which the caller
// passes, that of a type argument, or one of the SDK's.
type question struct {
	Err       int  // the parameter that is the error
	Target    int  // the parameter that is the target, -1 if none is
	TypeParam int  // the type parameter that is the type, -1 if none is
	Pointer   bool // a pointer to the type is asked for

	Type string // the SDK's type, if it is fixed: its package and name
}

func (*asksFact) AFact() {}

func (f *asksFact) String() string {
	var list []string
	for _, q := range f.Asks {
		star := ""
		if q.Pointer {
			star = "*"
		}
		switch {
		case q.Target >= 0:
			list = append(list, fmt.Sprintf("target %d", q.Target))
		case q.TypeParam >= 0:
			list = append(list, fmt.Sprintf("%stype %d", star, q.TypeParam))
		default:
			list = append(list, star+q.Type)
		}
	}
	return "asks for " + strings.Join(list, ", ")
}

// Habits are the fact about a package that makes or takes pointers to the
// SDK's errors knowingly. What a package makes holds for those that import it,
// too.
type habits struct {
	Makes bool // errors that are pointers, in code that is no test
	Both  bool // a function that looks for values and for pointers
	Is    bool // an error that says itself which errors of the SDK it equals
}

func (*habits) AFact() {}

func (h *habits) String() string {
	return fmt.Sprintf("makes pointers: %t, looks for both: %t, declares Is: %t", h.Makes, h.Both, h.Is)
}

var factTypes = []analysis.Fact{new(asksFact), new(habits)}

// inherit learns the habits of the packages that this one imports.
func (c *check) inherit() {
	for _, f := range c.pass.Files {
		for _, spec := range f.Imports {
			pkg := c.info.PkgNameOf(spec)
			var h habits
			if pkg == nil || !c.pass.ImportPackageFact(pkg.Imported(), &h) {
				continue
			}
			c.makesAny = c.makesAny || h.Makes
			// What only tests import does not make the program's errors. But a
			// package of nothing but tests is about what it imports.
			if !report.InTest(c.pass, spec.Pos()) || c.allTests() {
				c.inherited.Makes = c.inherited.Makes || h.Makes
			}
			c.inherited.Both = c.inherited.Both || h.Both
			c.inherited.Is = c.inherited.Is || h.Is
		}
	}
}

// allTests reports whether the package consists of tests alone.
func (c *check) allTests() bool {
	for _, f := range c.pass.Files {
		if !report.InTest(c.pass, f.FileStart) {
			return false
		}
	}
	return true
}

// export tells importers what the package does, and which types its exported functions
// ask errors for. Those of the libraries are known without.
func (c *check) export() {
	h := c.habits
	h.Is = c.declaresIs() || c.inherited.Is
	h.Makes = h.Makes || c.inherited.Makes
	if h != (habits{}) {
		c.pass.ExportPackageFact(&h)
	}
	for fn := range c.asks {
		c.exportAsks(fn, fn)
	}
	scope := c.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		c.exportAsks(scope.Lookup(name), c.functionIn(scope.Lookup(name)))
	}
}

// exportAsks tells importers what a function asks, which an object is or holds.
func (c *check) exportAsks(obj types.Object, fn *types.Func) {
	if fn == nil || !obj.Exported() || obj == fn && asking(fn).Does != 0 {
		return
	}
	fact := new(asksFact)
	for _, a := range c.askedBy(fn, nil) {
		fact.Asks = append(fact.Asks, a.question)
	}
	if len(fact.Asks) > 0 {
		c.pass.ExportObjectFact(obj, fact)
	}
}
