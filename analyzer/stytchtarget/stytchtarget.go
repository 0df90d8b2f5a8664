package stytchtarget

import (
	_ "embed"
	"go/ast"
	"go/types"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
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
	Requires:         []*analysis.Analyzer{inspect.Analyzer, valueflow.Analyzer, ignore.Analyzer},
	FactTypes:        factTypes,
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass) (any, error) {
	r := report.New(pass)
	defer r.Finish()
	c := &check{
		pass:   pass,
		info:   pass.TypesInfo,
		root:   pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		report: r,
		mended: make(map[*types.Var]bool),

		records: make(map[inspector.Cursor]*record),
		guards:  make(map[*types.Var]bool),
	}
	c.idents = sync.OnceValue(c.mendable)
	c.declaresIs = sync.OnceValue(c.findIs)
	c.inherit()
	c.index()
	c.find()
	if !sdk.Reaches(pass.Pkg) {
		// No value of the SDK's types can be here, but helpers can.
		c.exportSearches()
		c.exportHabits()
		return nil, nil
	}
	c.variables()
	c.collect()
	c.exportSearches()
	c.conversions()
	c.exportHabits()

	c.targets()
	c.built()
	c.comparisons()
	c.assertions()
	return nil, nil
}

// A check is the work on one package.
type check struct {
	pass   *analysis.Pass
	info   *types.Info
	root   inspector.Cursor
	report *report.Reporter

	order    []inspector.Cursor                 // the declarations of this package
	decls    map[*types.Func]inspector.Cursor   // the functions among them
	asks     map[*types.Func][]*asked           // what they ask errors for
	sites    map[*types.Func][]site             // the calls of those that take errors
	calls    map[*types.Func][]inspector.Cursor // where they are called
	vars     map[*types.Var]*variable
	tries    []*try
	within   map[inspector.Cursor][]*try // the same, by declaration
	steps    int                         // how often a question was handed to a call
	pointers []conversion                // pointers that become errors
	values   []conversion                // literals that become errors, but those in tests

	habits    habits // of this package
	inherited habits // of what it imports
	asked     bool   // code that is no test looks for a pointer alone

	mended map[*types.Var]bool // variables that a fix changes

	// What is found out once.
	records    map[inspector.Cursor]*record               // by declaration
	guards     map[*types.Var]bool                        // see calledGuarded
	idents     func() map[types.Object][]inspector.Cursor // where variables that fixes change are named
	declaresIs func() bool
}

// index finds the declarations of the package.
func (c *check) index() {
	c.decls = make(map[*types.Func]inspector.Cursor)
	for cur := range c.root.Children() {
		for decl := range cur.Children() {
			switch n := decl.Node().(type) {
			case *ast.GenDecl:
				c.order = append(c.order, decl)
			case *ast.FuncDecl:
				c.order = append(c.order, decl)
				if fn := c.declared(decl); fn != nil && n.Body != nil {
					c.decls[fn] = decl
				}
			}
		}
	}
}

// declaration returns the declaration at the top of a file that holds a node.
func declaration(cur inspector.Cursor) inspector.Cursor {
	for {
		parent := cur.Parent()
		if _, ok := parent.Node().(*ast.File); ok || parent.Node() == nil {
			return cur
		}
		cur = parent
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

// display returns the name of a type as the code would write it.
func display(name *types.TypeName) string {
	return name.Pkg().Name() + "." + name.Name()
}

var errorInterface = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// isErrorInterface reports whether t is error or an interface that extends it.
func isErrorInterface(t types.Type) bool {
	if t == nil {
		return false
	}
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return false
	}
	return types.IsInterface(t) && types.Implements(t, errorInterface)
}
