// Package paths follows what holds on each path through the functions of a package:
// the values of variables, the conditions that were gone by, and the calls that a
// check asked to remember, with what is known of how they ended. Functions of the
// program are looked into, or taken by what they do to what they are handed, which
// facts tell to other packages.
//
// The README beside it says what is followed, and what it costs.
package paths

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/flow"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/program"
)

// A Check is what an analysis asks of the paths through a package.
type Check struct {
	// Matters reports whether a call of a function is one that the check wants to
	// see. Only functions with such calls, and those that use them, are followed.
	Matters func(fn *types.Func) bool
	// Call runs a call that a path comes to, and returns its results, if the check
	// knows what it does.
	Call func(p *Path, c *Call) (results []Value, ok bool)
	// Meet is told of an event in a function that a path calls, and says whether it
	// counts.
	Meet func(p *Path, e *Event) bool
	// Found is told what the paths of a function have noted, if all could be
	// followed.
	Found func(notes map[ssa.CallInstruction]any)
	// Inside says that functions in which something matters are looked into, in the
	// state of their callers, and that their ends are told apart by all that they find out.
	// Otherwise their summaries are taken, in which ends that look alike are one: what only
	// one of them does may not happen, and so does not count.
	Inside bool
	// Field, if there is one, gives the status and the code of errors the names
	// StatusCode and ErrorType, whatever struct they are in, and all other fields
	// other names; "" is for the name that a field has.
	Field func(f *types.Var) string
	// Asked, if there is one, is told of each comparison in the function itself, and
	// of each way in which a call ends that returns a boolean there: v is the
	// condition, and the call has led from one path to the other.
	Asked func(before, after *Path, at ssa.Value, v Value)
	// Implied, if there is one, reports whether the path knows already by what the
	// check knows of the world that a condition holds, or that it does not. Then it
	// learns nothing where that turns out.
	Implied func(p *Path, v Value, is bool) bool
	// Tells reports whether a function in which a name or a literal stands may find
	// out what the check wants to know about an error, and so has to be told of to
	// packages that use it. It is nil if summaries need not tell that.
	Tells func(n ast.Expr) bool
	// Helpers says that functions of the program in which nothing matters are told of to
	// other packages, too, if they may be used on an error, or answer a request: see
	// helperLimit. What they do is known then, as far as Inside has it.
	Helpers bool
	// Chains says that where a function of the program makes a literal that calls the
	// function which it was handed, as a middleware does, both are followed as one. So
	// are a method by which a type of functions answers requests and the function.
	Chains bool
	// End, if there is one, is told of each event when the path ends, or what the event
	// is about is computed anew.
	End func(p *Path, e *Event)
	// Branch, if there is one, is told of each condition that a path goes by at a
	// branch, and Return of what the function itself returns.
	Branch func(p *Path, cond Value, is bool)
	Return func(p *Path, results []Value)
	// Behind, if there is one, is told what each function does behind its calls whose events
	// are Compared, if all paths could be followed. Then an error counts as examined that
	// others may look at, or that nobody holds when the function is left that it happened in.
	// Does is told of each call that is not looked into, with what it does, and Back of each
	// way in which a call in the function itself ended, or in one that Chains has run. Step is
	// told of the instructions that a path comes to and that are no calls, here and in
	// functions that are looked into, as far as they do or ask something.
	Behind func(b *Behind)
	Does   func(p *Path, c *Call, does Deed)
	Back   func(p *Path, c *Call, results []Value)
	Step   func(p *Path, instr ssa.Instruction)
	// NewFact returns an empty fact about a function that matters, and NewHelper one
	// about a function that only calls others again, or that is a helper.
	NewFact, NewHelper func() Fact
}

// An engine is the work on one package.
type engine struct {
	pass    *analysis.Pass
	syntax  *program.Syntax
	check   *Check
	graphs  *flow.Graphs
	t       *table
	outline *outline

	bodies    map[*types.Func]*ssa.Function // those that are followed
	order     []*ssa.Function               // those to begin with, in the order of the source
	functions map[*ssa.Function]*function
	weights   map[weighed]int
	summaries map[*ssa.Function]*summary
	turns     map[*ssa.Function]*turn  // of those that are being walked, and that depend on them
	pending   []*ssa.Function          // the latter
	facts     map[*types.Func]*summary // of functions of other packages
	rules     map[*types.Func]library.Row
	methods   map[*types.Func][]*types.Func // what methods of interfaces may mean
	filled    map[*types.Var]*filling       // what the package puts into fields
	own       map[string]bool               // the packages that are part of the program, as far as that shows
	named     []*types.Named                // the types that may implement interfaces
	questions map[*ssa.Function][]questions // what may be asked from each block on
	types     map[string]types.Type         // those that values speak of, by name
	names     map[types.Type]string         // of these
	literals  map[*ssa.Alloc]bool           // whether function literals write to variables
	read      map[*ssa.Function][]Value     // the package-level variables that functions read
}

// Run follows the paths through the functions of a package that matter to a
// check, and exports facts about those that other packages can call. It returns
// at once where there are none. Those of tests are left out if the analyzer requires
// [program.Analyzer].
func Run(pass *analysis.Pass, check *Check) {
	e := &engine{pass: pass, syntax: program.Of(pass), check: check, t: newTable(), facts: make(map[*types.Func]*summary), methods: make(map[*types.Func][]*types.Func), rules: make(map[*types.Func]library.Row), types: make(map[string]types.Type), names: make(map[types.Type]string)}
	e.declare()
	e.outline = e.look()
	if e.outline == nil {
		return
	}
	pkg := build(pass, e.syntax.Files, e.outline.keeps)
	if pkg == nil {
		return
	}
	e.graphs = flow.New(e.syntax.Files, pass.TypesInfo)
	e.bodies = make(map[*types.Func]*ssa.Function)
	e.weights = make(map[weighed]int)
	e.functions = make(map[*ssa.Function]*function)
	e.summaries = make(map[*ssa.Function]*summary)
	e.turns = make(map[*ssa.Function]*turn)
	e.read = make(map[*ssa.Function][]Value)
	e.questions = make(map[*ssa.Function][]questions)
	e.literals = make(map[*ssa.Alloc]bool)
	e.collect(pkg)
	for _, fn := range e.order {
		e.summary(nil, fn)
	}
	e.export()
}

// collect finds the functions to begin with.
func (e *engine) collect(pkg *ssa.Package) {
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if len(fn.Blocks) == 0 {
			return
		}
		if e.outline.begins(fn.Syntax()) {
			e.order = append(e.order, fn)
		}
		for _, lit := range fn.AnonFuncs {
			add(lit)
		}
	}
	for _, d := range e.outline.decls {
		if fn := pkg.Prog.FuncValue(d.obj); fn != nil && len(fn.Blocks) > 0 {
			e.bodies[d.obj] = fn
			add(fn)
		}
	}
	if init := pkg.Func("init"); init != nil {
		for _, lit := range init.AnonFuncs {
			add(lit)
		}
	}
}

// matter reports whether something in a function matters to the check.
func (e *engine) matter(fn *ssa.Function) bool { return e.outline.relevant[fn.Syntax()] }

// matters reports whether the arguments of a call matter.
func (e *engine) matters(c *ssa.CallCommon) bool {
	fn := Callee(c)
	if fn == nil {
		_, builtin := c.Value.(*ssa.Builtin)
		return !builtin
	}
	if e.check.Matters(fn) || e.bodies[fn] != nil || e.imported(fn) != nil {
		return true
	}
	row := e.Rule(fn)
	if e.check.Helpers && (row.Answers() || row.Does == library.SetsCookie) {
		return true
	}
	return row.Does == library.Starts || row.Does == library.RetryAll || row.Does == library.RetryMarked || len(e.implementations(fn)) > 0
}

// Rule returns what is known of a function of a library.
func (e *engine) Rule(fn *types.Func) library.Row {
	row, ok := e.rules[fn]
	if !ok {
		row = library.Of(fn)
		e.rules[fn] = row
	}
	return row
}
