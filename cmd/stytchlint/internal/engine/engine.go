// Package engine runs the checks in this process, without the go command's
// builds and its vet tools.
//
// The go command only lists the packages. Their files are scanned for what a
// check could act on (see package trigger), and nothing else is done with those
// that have nothing to do with Stytch: not even parsing. A package that matters
// is type-checked from source, after all that it imports, of which the bodies of
// functions are left out. The packages that import it are looked at only as far
// as facts about it, or types of the SDK, are in view there.
//
// What is found is what go vet finds with this program as its tool. Packages
// that cannot be checked in this way are named in the result, for the go command
// to check.
package engine

import (
	"context"
	"errors"
	"go/token"
	"go/types"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/driver"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/trigger"
)

// A Config says what is to be checked, and how.
type Config struct {
	Go        string   // path of the go command
	Dir       string   // the working directory, absolute
	Patterns  []string // of the go command
	Tags      string   // build tags, with commas between them
	Analyzers []*analysis.Analyzer
	Intact    bool      // check what can be loaded, although other packages cannot
	Stderr    io.Writer // gets what the go command has to say
	Done      func()    // is called when one more package is done
}

// A Result is what was found.
type Result struct {
	Found  []Diagnostic
	Errors []error // of analyzers

	// Left are the import paths of the packages that the go command has to
	// check: those that have errors, or import a package that has, and those
	// that use cgo, whose findings lie in what cgo makes of them.
	Left []string
}

// A Diagnostic is what a check says.
type Diagnostic struct {
	Check string
	analysis.Diagnostic
	Fset *token.FileSet
}

// ErrLeft says that the go command has to check all: it could not list the
// packages, and says why in its own way, or it would read other files than those
// that it lists.
var ErrLeft = errors.New("nothing was checked")

// A run is the work on one set of packages. Its fields are not changed while
// packages are loaded.
type run struct {
	ctx       context.Context //nolint:containedctx // it is the context of one call of Run
	done      func()
	env       goEnv
	fset      *token.FileSet
	sizes     types.Sizes
	analyzers []*analysis.Analyzer
	factful   []*analysis.Analyzer
	cpu       chan struct{} // has an entry for each goroutine that computes
	scanners  sync.Pool
}

// Run checks packages.
func Run(ctx context.Context, c Config) (*Result, error) {
	var all []*listed
	var listErr, envErr error
	r := &run{
		ctx:       ctx,
		done:      c.Done,
		fset:      token.NewFileSet(),
		analyzers: c.Analyzers,
		factful:   driver.Factful(c.Analyzers),
		cpu:       make(chan struct{}, runtime.GOMAXPROCS(0)),
		scanners:  sync.Pool{New: func() any { return new(trigger.Scanner) }},
	}
	var wg sync.WaitGroup
	wg.Go(func() { r.env, envErr = environment(ctx, c) })
	all, listErr = list(ctx, c)
	wg.Wait()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if listErr != nil || envErr != nil || strings.Contains(r.env.GOFLAGS, "-overlay") {
		return nil, ErrLeft
	}
	if r.sizes = types.SizesFor("gc", r.env.GOARCH); r.sizes == nil {
		return nil, ErrLeft
	}
	all, lost := loadable(all)
	nodes := newGraph(all)
	if !slices.ContainsFunc(nodes, func(n *node) bool { return n.root }) {
		return nil, ErrLeft // the go command says why
	}
	r.scanAll(nodes)
	var above []*node
	for _, n := range nodes { // dependencies first
		n.above = n.named || n.name || slices.ContainsFunc(n.imports, func(imp *node) bool { return imp.above })
		if n.above {
			above = append(above, n)
		}
	}
	judged := make(chan struct{})
	go func() {
		defer close(judged)
		each(above, r.judge)
	}()
	select {
	case <-judged:
	case <-ctx.Done(): // a check that is at work cannot be stopped, but need not be waited for
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return collect(nodes, lost, r.fset), nil
}

// scanAll looks at the bytes of all packages in which a name may be found: not
// the standard library.
func (r *run) scanAll(nodes []*node) {
	work := make(chan *node)
	var wg sync.WaitGroup
	for range cap(r.cpu) {
		wg.Go(func() {
			for n := range work {
				r.scan(n)
			}
		})
	}
	for _, n := range nodes {
		if !n.Standard && !n.isTestMain() {
			work <- n
		}
	}
	close(work)
	wg.Wait()
}

// collect gathers what was found, but in targets that are lost: without their
// tests, what is found may be wrong.
func collect(nodes []*node, lost map[string]bool, fset *token.FileSet) *Result {
	result := new(Result)
	left := make(map[string]bool)
	for _, n := range nodes {
		if !n.root || !n.matters || lost[n.target()] {
			continue
		}
		if n.broken || len(n.CgoFiles) > 0 {
			if path := n.target(); !left[path] {
				left[path] = true
				result.Left = append(result.Left, path)
			}
			continue
		}
		for _, one := range n.results {
			if one.Err != nil {
				result.Errors = append(result.Errors, one.Err)
			}
			for _, d := range one.Diagnostics {
				result.Found = append(result.Found, Diagnostic{Check: one.Analyzer.Name, Diagnostic: d, Fset: fset})
			}
		}
	}
	return result
}

// goVersion returns the language version of a package.
func (r *run) goVersion(n *node) string {
	if n.Module == nil {
		version, _, _ := strings.Cut(r.env.GOVERSION, " ") // experiments may follow
		return version
	}
	if n.Module.GoVersion == "" {
		return "go1.16" // as the go command has it for a go.mod that names none
	}
	return "go" + n.Module.GoVersion
}
