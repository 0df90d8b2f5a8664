package engine

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"runtime/debug"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// A source is a package that was parsed and type-checked with the bodies of its
// functions.
type source struct {
	files []*ast.File
	pkg   *types.Package
	info  *types.Info
}

// A CrashError is an analyzer that panicked.
type CrashError struct {
	Value any
	Stack []byte
}

func (c *CrashError) Error() string { return fmt.Sprintf("panic: %v\n\n%s", c.Value, c.Stack) }

// analyze runs analyzers, and those that they require, on a package. It adds to
// the facts that are known, and returns what each analyzer says.
func (r *run) analyze(n *node, src *source, analyzers []*analysis.Analyzer, known facts) (found []Diagnostic, errs []error) {
	done := make(map[*analysis.Analyzer]*action)
	for _, a := range analyzers {
		act := r.do(n, src, a, known, done)
		if act.err != nil {
			errs = append(errs, fmt.Errorf("check %s failed in %s: %w", a.Name, n.path(), act.err))
			continue
		}
		for _, d := range act.diagnostics {
			found = append(found, Diagnostic{Check: a.Name, Diagnostic: d, Fset: r.fset})
		}
	}
	return found, errs
}

// An action is what an analyzer has made of a package.
type action struct {
	result      any
	err         error
	diagnostics []analysis.Diagnostic
}

func (r *run) do(n *node, src *source, a *analysis.Analyzer, known facts, done map[*analysis.Analyzer]*action) (act *action) {
	if act, ok := done[a]; ok {
		return act
	}
	act = new(action)
	done[a] = act
	results := make(map[*analysis.Analyzer]any)
	for _, req := range a.Requires {
		required := r.do(n, src, req, known, done)
		if required.err != nil {
			act.err = fmt.Errorf("failed prerequisites: %s", req.Name)
			if _, ok := errors.AsType[*CrashError](required.err); ok {
				act.err = required.err
			}
			return act
		}
		results[req] = required.result
	}
	pass := &analysis.Pass{
		Analyzer:   a,
		Fset:       r.fset,
		Files:      src.files,
		Pkg:        src.pkg,
		TypesInfo:  src.info,
		TypesSizes: r.sizes,
		ResultOf:   results,
		ReadFile:   os.ReadFile,
		Report:     func(d analysis.Diagnostic) { act.diagnostics = append(act.diagnostics, d) },
		ImportObjectFact: func(obj types.Object, ptr analysis.Fact) bool {
			return known.get(factKey{pkg: obj.Pkg(), obj: obj}, ptr)
		},
		ExportObjectFact: func(obj types.Object, fact analysis.Fact) {
			known.set(factKey{pkg: obj.Pkg(), obj: obj}, fact)
		},
		ImportPackageFact: func(pkg *types.Package, ptr analysis.Fact) bool { return known.get(factKey{pkg: pkg}, ptr) },
		ExportPackageFact: func(fact analysis.Fact) { known.set(factKey{pkg: src.pkg}, fact) },
		AllObjectFacts:    func() []analysis.ObjectFact { return known.objects(a) },
		AllPackageFacts:   func() []analysis.PackageFact { return known.packages(a) },
	}
	if m := n.Module; m != nil {
		pass.Module = &analysis.Module{Path: m.Path, Version: m.Version, GoVersion: r.goVersion(n)}
	}
	defer func() {
		if v := recover(); v != nil {
			act.err = &CrashError{Value: v, Stack: debug.Stack()}
		}
	}()
	act.result, act.err = a.Run(pass)
	return act
}

// factful returns the analyzers that have facts or require one that has.
func factful(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	var usesFacts func(a *analysis.Analyzer) bool
	usesFacts = func(a *analysis.Analyzer) bool {
		return len(a.FactTypes) > 0 || slices.ContainsFunc(a.Requires, usesFacts)
	}
	var list []*analysis.Analyzer
	for _, a := range analyzers {
		if usesFacts(a) {
			list = append(list, a)
		}
	}
	return list
}

// A Diagnostic is what a check says.
type Diagnostic struct {
	Check string
	analysis.Diagnostic
	Fset *token.FileSet
}
