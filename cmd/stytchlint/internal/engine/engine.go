// Package engine runs the checks in this process, without the go command's
// builds and its vet tools.
//
// The go command only lists the packages. Their files are scanned for what a
// check could act on (see package trigger), and nothing else is done with those
// that have nothing to do with Stytch: not even parsing. A package that matters
// is type-checked from source. The types of what it imports come from what an
// earlier run has kept, from the go command's build cache, or from source without
// the bodies of functions. The packages that import it are looked at only as far
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
	"sync/atomic"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/internal/driver"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/cache"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/trigger"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/unit"
)

// A Config says what is to be checked, and how.
type Config struct {
	Go         string   // path of the go command
	Dir        string   // the working directory, absolute
	Patterns   []string // of the go command
	Tags       string   // build tags, with commas between them
	Analyzers  []*analysis.Analyzer
	CheckFlags []string  // with which the analyzers were configured
	Intact     bool      //  check what can be loaded, although other packages cannot
	Toolexec   string    //  value of -toolexec that builds nothing, see package refuse; empty if the build cache is not asked
	Kept       string    // a folder with what earlier runs have found out, and this one does; empty if nothing is kept
	Program    string    // tells this program from all others, for what is kept
	Stderr     io.Writer //  gets what the go command has to say
	Done       func()    //  is called when one more package is done
}

// A Result is what was found.
type Result struct {
	Found  []Diagnostic
	Errors []error // of analyzers

	// Left are the import paths of the packages that the go command has to
	// check: those that have errors, or import a package that has, and those
	// that use cgo, whose findings lie in what cgo makes of them.
	Left []string

	Work Work
}

// Work says how much a run had to do.
type Work struct {
	Parsed  int // files
	Checked int // packages that were type-checked
}

// A Diagnostic is what a check says.
type Diagnostic struct {
	Check string `json:"check"`
	unit.Diagnostic
}

// ErrLeft says that the go command has to check all: it could not list the
// packages, and says why in its own way, or it would read other files than those
// that it lists.
var ErrLeft = errors.New("nothing was checked")

// A run is the work on one set of packages.
type run struct {
	ctx       context.Context //nolint:containedctx // it is the context of one call of Run
	config    Config
	done      func()
	env       goEnv
	fset      *token.FileSet
	sizes     types.Sizes
	analyzers []*analysis.Analyzer
	factful   []*analysis.Analyzer
	testing   []*analysis.Analyzer // those of the latter that look at tests, too
	cpu       chan struct{}        // has an entry for each goroutine that computes
	scanners  sync.Pool
	kept      *cache.Cache
	common    cache.Key // see commonKey
	nodes     map[string]*node
	universe  *universe
	above     []*node // see node.above

	asking  sync.Once // compiled
	exports map[string]string

	parsed, checked atomic.Int64
	changed         atomic.Bool // files are not as they were when the run began
	failed          atomic.Bool // what was kept is of no use
}

// Run checks packages.
func Run(ctx context.Context, c Config) (*Result, error) {
	r := newRun(ctx, c)
	nodes, lost, err := r.list()
	if err != nil {
		return nil, err
	}
	r.open()
	defer r.kept.Close()
	judged := make(chan struct{})
	go func() {
		defer close(judged)
		r.scanAll(nodes)
		r.prepare(nodes)
		each(r.above, r.judge)
		r.keepCompiled()
	}()
	select {
	case <-judged:
	case <-ctx.Done(): // a check that is at work cannot be stopped, but need not be waited for
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if r.failed.Load() {
		c.Kept, c.Toolexec = "", ""
		return Run(ctx, c)
	}
	return r.collect(nodes, lost), nil
}

func newRun(ctx context.Context, c Config) *run {
	r := &run{
		ctx:       ctx,
		config:    c,
		done:      c.Done,
		fset:      token.NewFileSet(),
		analyzers: c.Analyzers,
		factful:   driver.Factful(c.Analyzers),
		cpu:       make(chan struct{}, runtime.GOMAXPROCS(0)),
		scanners:  sync.Pool{New: func() any { return new(trigger.Scanner) }},
		nodes:     make(map[string]*node),
	}
	r.testing = slices.DeleteFunc(slices.Clone(r.factful), analyzer.LeavesOutTests)
	return r
}

// list asks the go command for the packages and for its environment. It returns the
// graph of those that can be checked, and the targets that are lost since others
// cannot.
func (r *run) list() (nodes []*node, lost map[string]bool, err error) {
	var wg sync.WaitGroup
	var envErr error
	wg.Go(func() { r.env, envErr = environment(r.ctx, r.config) })
	all, listErr := list(r.ctx, r.config)
	wg.Wait()
	if r.ctx.Err() != nil {
		return nil, nil, r.ctx.Err()
	}
	if listErr != nil || envErr != nil || strings.Contains(r.env.GOFLAGS, "-overlay") {
		return nil, nil, ErrLeft
	}
	if r.sizes = types.SizesFor("gc", r.env.GOARCH); r.sizes == nil {
		return nil, nil, ErrLeft
	}
	all, lost = loadable(all)
	nodes = newGraph(all)
	if !slices.ContainsFunc(nodes, func(n *node) bool { return n.root }) {
		return nil, nil, ErrLeft // the go command says why
	}
	return nodes, lost, nil
}

// open opens what earlier runs have found out.
func (r *run) open() {
	if r.config.Kept == "" {
		return
	}
	r.common = r.commonKey(r.config)
	r.kept, _ = cache.Open(r.config.Kept, r.common) // if that cannot be, nothing is kept
	driver.Register(r.analyzers)
}

// prepare sets what is known of all packages before one is looked at, but for names.
func (r *run) prepare(nodes []*node) {
	for _, n := range nodes { // dependencies first
		if n.isTestMain() {
			continue
		}
		r.nodes[n.ImportPath] = n
		immutable := r.immutable(n)
		for _, imp := range n.imports {
			imp.imported = true
			imp.wanted = imp.wanted || !immutable
		}
		n.above = n.named || n.name || slices.ContainsFunc(n.imports, func(imp *node) bool { return imp.above })
		if n.above {
			r.above = append(r.above, n)
		}
	}
	if len(r.above) > 0 {
		r.universe = newUniverse(nodes)
	}
}

// fail notes that what was kept is of no use.
func (r *run) fail() { r.failed.Store(true) }

// byPath returns the node of a package, as one that imports it knows it.
func (r *run) byPath(from *node, path string) *node {
	if from.ForTest != "" {
		if n := r.nodes[path+" ["+from.ForTest+".test]"]; n != nil {
			return n
		}
	}
	return r.nodes[path]
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
func (r *run) collect(nodes []*node, lost map[string]bool) *Result {
	result := &Result{Work: Work{Parsed: int(r.parsed.Load()), Checked: int(r.checked.Load())}}
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
		result.Errors = append(result.Errors, n.errs...)
		result.Found = append(result.Found, n.found...)
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
