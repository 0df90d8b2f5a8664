// Package driver runs analyzers on a package that is type-checked, and keeps the
// facts.
package driver

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"runtime/debug"

	"golang.org/x/tools/go/analysis"
)

// A Package was parsed and type-checked with the bodies of its functions.
type Package struct {
	Fset   *token.FileSet
	Files  []*ast.File
	Types  *types.Package
	Info   *types.Info // see NewInfo
	Sizes  types.Sizes
	Module *analysis.Module // nil if unknown

	// ReadFile reads a file again, for those who look at its text. If it is nil,
	// os.ReadFile does.
	ReadFile func(name string) ([]byte, error)
}

// Bytes of source for each expression, each use of an object, and each declaration, as most
// packages have them: maps that grow are copied again and again.
const (
	bytesPerType = 16
	bytesPerUse  = 22
	bytesPerDef  = 100
)

// NewInfo returns what a type-checker has to fill for analyzers, with room for what the
// files have.
func NewInfo(files []*ast.File) *types.Info {
	size := 0
	for _, f := range files {
		size += int(f.End() - f.Pos())
	}
	return &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue, size/bytesPerType),
		Defs:         make(map[*ast.Ident]types.Object, size/bytesPerDef),
		Uses:         make(map[*ast.Ident]types.Object, size/bytesPerUse),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}
}

// A Result is what an analyzer has made of a package.
type Result struct {
	Analyzer    *analysis.Analyzer
	Value       any // what its Run returns
	Diagnostics []analysis.Diagnostic
	Err         error // names the analyzer and the package
}

// A CrashError is an analyzer that panicked.
type CrashError struct {
	Value any
	Stack []byte
}

func (c *CrashError) Error() string { return fmt.Sprintf("panic: %v\n\n%s", c.Value, c.Stack) }

// Analyze runs analyzers, and those that they require, on a package. It adds to
// the facts that are known, and returns what each of the analyzers says.
func (p *Package) Analyze(analyzers []*analysis.Analyzer, known Facts) []Result {
	done := make(map[*analysis.Analyzer]*action)
	results := make([]Result, len(analyzers))
	for i, a := range analyzers {
		act := p.do(a, known, done)
		results[i] = Result{Analyzer: a, Value: act.result, Diagnostics: act.diagnostics}
		if act.err != nil {
			results[i] = Result{Analyzer: a, Err: fmt.Errorf("check %s failed in %s: %w", a.Name, p.Types.Path(), act.err)}
		}
	}
	return results
}

// An action is a run of an analyzer, perhaps for another one's sake.
type action struct {
	result      any
	err         error
	diagnostics []analysis.Diagnostic
}

func (p *Package) do(a *analysis.Analyzer, known Facts, done map[*analysis.Analyzer]*action) (act *action) {
	if act, ok := done[a]; ok {
		return act
	}
	act = new(action)
	done[a] = act
	results := make(map[*analysis.Analyzer]any)
	for _, req := range a.Requires {
		required := p.do(req, known, done)
		if required.err != nil {
			act.err = fmt.Errorf("failed prerequisites: %s", req.Name)
			if _, ok := errors.AsType[*CrashError](required.err); ok {
				act.err = required.err
			}
			return act
		}
		results[req] = required.result
	}
	readFile := p.ReadFile
	if readFile == nil {
		readFile = os.ReadFile
	}
	pass := &analysis.Pass{
		Analyzer:   a,
		Fset:       p.Fset,
		Files:      p.Files,
		Pkg:        p.Types,
		TypesInfo:  p.Info,
		TypesSizes: p.Sizes,
		Module:     p.Module,
		ResultOf:   results,
		ReadFile:   readFile,
		Report:     func(d analysis.Diagnostic) { act.diagnostics = append(act.diagnostics, d) },
		ImportObjectFact: func(obj types.Object, ptr analysis.Fact) bool {
			return known.get(factKey{pkg: obj.Pkg(), obj: obj}, ptr)
		},
		ExportObjectFact: func(obj types.Object, fact analysis.Fact) {
			known.set(factKey{pkg: obj.Pkg(), obj: obj}, fact)
		},
		ImportPackageFact: func(pkg *types.Package, ptr analysis.Fact) bool { return known.get(factKey{pkg: pkg}, ptr) },
		ExportPackageFact: func(fact analysis.Fact) { known.set(factKey{pkg: p.Types}, fact) },
		AllObjectFacts:    func() []analysis.ObjectFact { return known.objects(a) },
		AllPackageFacts:   func() []analysis.PackageFact { return known.packages(a) },
	}
	defer func() {
		if v := recover(); v != nil {
			act.err = &CrashError{Value: v, Stack: debug.Stack()}
		}
	}()
	act.result, act.err = a.Run(pass)
	return act
}

// Factful returns those of the analyzers, and of those that they require, which have facts.
// Of a package that others import, only these have something to tell.
func Factful(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	var list []*analysis.Analyzer
	seen := make(map[*analysis.Analyzer]bool)
	var visit func(a *analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if seen[a] {
			return
		}
		seen[a] = true
		for _, req := range a.Requires {
			visit(req)
		}
		if len(a.FactTypes) > 0 {
			list = append(list, a)
		}
	}
	for _, a := range analyzers {
		visit(a)
	}
	return list
}
