package stytchtarget

import (
	_ "embed"
	"go/ast"
	"go/types"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

//go:embed doc.go
var doc string

// Analyzer reports code that looks for the SDK's errors in a form that they
// never have.
var Analyzer = &analysis.Analyzer{
	Name:             "stytchtarget",
	Doc:              docs.Extract(doc, "stytchtarget"),
	URL:              "https://pkg.go.dev/github.com/stytchlint/stytchlint/analyzer/stytchtarget",
	Run:              run,
	Requires:         []*analysis.Analyzer{inspect.Analyzer, valueflow.Analyzer, valueflow.Errors, ignore.Analyzer},
	FactTypes:        factTypes,
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass) (any, error) {
	r := report.New(pass)
	defer r.Finish()
	c := newCheck(pass)
	c.report, c.errors = r, pass.ResultOf[valueflow.Errors].(*valueflow.ErrorResult)
	c.inherit()
	c.find()
	if !sdk.Reaches(pass.Pkg) {
		// No value of the SDK's types can be here, but helpers can.
		c.export()
		return nil, nil
	}
	c.pair()
	c.convert(pass.ResultOf[valueflow.Analyzer].(*valueflow.Result))
	c.export()

	c.pointers()
	c.standIns()
	c.comparisons()
	c.unchecked()
	return nil, nil
}

// A check is the work on one package.
//
// What asks an error of which type it is, is a search (search.go); helper.go hands it from
// the functions that are given an error to those that call them, fact.go to other packages,
// and both.go marks those that look for both forms.
//
// What is wrong is judged in pointer.go and major.go (searches that find nothing),
// standin.go (pointers in the place of errors), compare.go, and unchecked.go (assertions
// that panic). variable.go knows what variables are set to; fix.go says what a fix changes,
// and mend.go what becomes of a variable then.
type check struct {
	pass   *analysis.Pass
	info   *types.Info
	root   inspector.Cursor
	report *report.Reporter
	errors *valueflow.ErrorResult

	order     []inspector.Cursor               // the declarations of this package
	decls     map[*types.Func]inspector.Cursor // the functions among them
	searches  map[inspector.Cursor][]*search   // by declaration
	asks      map[*types.Func][]*asked         // what functions ask the errors for that they are given
	sites     map[*types.Func][]site           // the calls of those that may ask something
	functions map[*types.Var]*types.Func       // that variables hold
	held      map[*types.Func]*asksFact        // about those of them that are of other packages
	steps     int                              // how often a question was handed to a call

	habits    habits // of this package
	inherited habits // of what it imports
	makesAny  bool   // what it imports makes pointers, in tests too

	conversions map[ast.Expr]valueflow.Conversion // pointers and values that become errors
	pointed     []valueflow.Conversion            // the pointers that the program may have made
	literals    map[*types.TypeName]bool          // the types of the values that become errors where they are written down

	uses       func() *edit.Uses
	values     map[*types.Var]values
	declaresIs func() bool
	guards     map[*types.Var]bool // see calledGuarded
	records    map[inspector.Cursor]*record
	mended     map[*types.Var]bool // variables that a fix changes
}

// newCheck returns a check that knows the declarations of its package.
func newCheck(pass *analysis.Pass) *check {
	c := &check{
		pass:        pass,
		info:        pass.TypesInfo,
		root:        pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		decls:       make(map[*types.Func]inspector.Cursor),
		conversions: make(map[ast.Expr]valueflow.Conversion),
		literals:    make(map[*types.TypeName]bool),
		functions:   make(map[*types.Var]*types.Func),
		held:        make(map[*types.Func]*asksFact),
		values:      make(map[*types.Var]values),
		guards:      make(map[*types.Var]bool),
		records:     make(map[inspector.Cursor]*record),
		mended:      make(map[*types.Var]bool),
	}
	c.uses = sync.OnceValue(func() *edit.Uses { return edit.UsesIn(c.info, c.root) })
	c.declaresIs = sync.OnceValue(func() bool { return c.declares("Is") })
	for file := range c.root.Children() {
		for decl := range file.Children() {
			if decl.ParentEdgeKind() != edge.File_Decls {
				continue
			}
			c.order = append(c.order, decl)
			if fn := c.declared(decl); fn != nil && decl.Node().(*ast.FuncDecl).Body != nil {
				c.decls[fn] = decl
			}
		}
	}
	return c
}

// declared returns the function that a declaration declares, nil if it declares
// something else.
func (c *check) declared(decl inspector.Cursor) *types.Func {
	fd, ok := decl.Node().(*ast.FuncDecl)
	if !ok {
		return nil
	}
	fn, _ := c.info.Defs[fd.Name].(*types.Func)
	return fn
}

func outOfParens(cur inspector.Cursor) inspector.Cursor {
	for {
		if _, ok := cur.Parent().Node().(*ast.ParenExpr); !ok {
			return cur
		}
		cur = cur.Parent()
	}
}

// form returns the name of the SDK's error type that t is, or is a pointer to.
func form(t types.Type) (name *types.TypeName, pointer, ok bool) {
	if t == nil {
		return nil, false, false
	}
	if p, isPointer := types.Unalias(t).(*types.Pointer); isPointer {
		name, ok = sdk.ErrorType(p.Elem())
		return name, true, ok
	}
	name, ok = sdk.ErrorType(t)
	return name, false, ok
}

// isPointer reports whether an expression is a pointer to one of the SDK's errors.
func (c *check) isPointer(e ast.Expr) bool {
	_, pointer, ok := form(c.info.TypeOf(e))
	return ok && pointer
}

// display returns the name of a type as the code would write it.
func display(name *types.TypeName) string {
	return name.Pkg().Name() + "." + name.Name()
}

// isError reports whether an expression has type error, or that of an interface which
// extends it.
func (c *check) isError(e ast.Expr) bool { return library.IsErrorInterface(c.info.TypeOf(e)) }
