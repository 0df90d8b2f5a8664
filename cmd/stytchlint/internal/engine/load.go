package engine

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/types"
	"io"
	"maps"
	"os"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"

	"github.com/stytchlint/stytchlint/cmd/internal/driver"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/trigger"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/unit"
)

// resolve finds out all about a package that others need to know, after those that it
// imports: the facts, and whether types of the SDK are in view. If that was not kept,
// the package is type-checked. If a check may have something to say about it or to
// tell of it, the bodies of its functions are type-checked, too, and the analyzers
// run.
func (r *run) resolve(n *node) {
	n.resolving.Do(func() {
		each(n.imports, r.resolve)
		if r.ctx.Err() != nil {
			return
		}
		defer r.done()
		if r.recalled(n) || n.Standard && !n.named { // of which there is nothing to tell
			return
		}
		n.mentions = trigger.IsSDK(n.path())
		if r.isWhole(n) {
			if n.tested != nil {
				r.judge(n.tested)
			}
			r.load(n)
		} else {
			r.handOn(n)
			if n.imported && !n.mentions && (!r.immutable(n) || n.reachesSDK) {
				r.provide(n)
				r.universe.RLock()
				r.look(n, n.types)
				r.universe.RUnlock()
			}
		}
		n.unknown = n.unknown || n.broken || len(n.errs) > 0
		r.keep(n)
		if n.types.Complete() {
			n.export = nil // nobody has to read it
		}
	})
}

// recalled computes the key of a package, and reports whether all about it was kept.
func (r *run) recalled(n *node) bool {
	r.cpu <- struct{}{}
	defer func() { <-r.cpu }()
	n.unknown = !r.identify(n)
	n.view, n.seen = n.key, n.key
	n.again = !n.unknown && (!n.Standard || n.named) && r.recall(n)
	return n.again
}

// isWhole reports whether a check may have something to say about a package or to
// tell of it.
func (r *run) isWhole(n *node) bool {
	if trigger.IsSDK(n.path()) && !n.root {
		// What its functions do is known.
		return slices.ContainsFunc(n.imports, func(imp *node) bool { return imp.tells })
	}
	return n.named || n.name ||
		slices.ContainsFunc(n.imports, func(imp *node) bool { return imp.mentions || imp.tells }) ||
		r.mayHelp(n)
}

// handOn sets the facts that importers of a package that is not loaded get to know of
// what it imports.
func (r *run) handOn(n *node) {
	for _, f := range r.knownTo(n) {
		if f.OfPart() {
			n.tell(f)
		}
	}
}

// load type-checks a package as a whole, and runs the analyzers.
func (r *run) load(n *node) {
	facts := r.provideFor(n)
	if r.ctx.Err() != nil {
		return
	}
	r.cpu <- struct{}{}
	defer func() { <-r.cpu }()
	files, contents := r.parse(n, true)
	defer r.universe.lockFor(n)()
	src := r.typeCheck(n, files, true)
	if contents != nil {
		src.ReadFile = func(name string) ([]byte, error) {
			if content, ok := contents[name]; ok {
				return bytes.Clone(content), nil
			}
			return os.ReadFile(name)
		}
	}
	known, handedOn := facts.resolve(r, n)
	analyzers := r.factful
	shared, ok := r.foundWithTests(n, facts)
	switch {
	case n.root:
		analyzers = r.analyzers
	case ok:
		analyzers = r.testing
	}
	for _, result := range src.Analyze(analyzers, known) {
		if result.Err != nil {
			n.errs = append(n.errs, result.Err)
		}
		if !n.root {
			continue
		}
		for _, d := range result.Diagnostics {
			n.found = append(n.found, Diagnostic{Check: result.Analyzer.Name, Diagnostic: unit.NewDiagnostic(r.fset, d)})
		}
	}
	n.tell(slices.Concat(known.Own(src.Types), handedOn, shared)...)
	r.look(n, src.Types)
	n.exportUnlessIn(src.Types)
}

// tell adds facts that importers of a package get to know.
func (n *node) tell(facts ...driver.Record) {
	n.records = append(n.records, facts...)
	n.tells = n.tells || slices.ContainsFunc(facts, func(f driver.Record) bool { return !trigger.ForUsersOfSDK(f.Fact) })
}

// A factKey tells facts apart.
type factKey struct {
	path   string
	object objectpath.Path
	typ    reflect.Type
}

// importedFacts are those that are handed on to a package.
type importedFacts map[factKey]driver.Record

// knownTo returns the facts that a package gets to know.
func (r *run) knownTo(n *node) importedFacts {
	facts := make(importedFacts)
	for _, imp := range n.imports {
		records, err := imp.known()
		if err != nil {
			r.fail()
		}
		for _, f := range records {
			facts[factKey{f.PkgPath, f.Object, reflect.TypeOf(f.Fact)}] = f
		}
	}
	return facts
}

// provideFor provides all packages of which the source of a package, or what is known
// of it, may speak, and returns the facts that it gets to know.
func (r *run) provideFor(n *node) importedFacts {
	about := make(map[*node]bool)
	for _, imp := range n.imports {
		about[imp] = true
	}
	facts := r.knownTo(n)
	for _, f := range facts {
		if other := r.byPath(n, f.PkgPath); other != nil {
			about[other] = true
		}
	}
	each(slices.Collect(maps.Keys(about)), r.provideAgain)
	for _, imp := range n.imports {
		n.broken = n.broken || imp.broken
	}
	return facts
}

// resolve returns the facts, and those among them that importers of the importer get
// to know.
func (facts importedFacts) resolve(r *run, n *node) (known driver.Facts, handedOn []driver.Record) {
	known = make(driver.Facts)
	for _, f := range facts {
		other := r.byPath(n, f.PkgPath)
		if other == nil {
			continue
		}
		var obj types.Object
		if f.Object != "" {
			var err error
			if obj, err = objectpath.Object(other.types, f.Object); err != nil {
				continue
			}
		}
		known.Add(f.Fact, other.types, obj)
		if driver.HandedOn(obj) {
			handedOn = append(handedOn, f)
		}
	}
	return known, handedOn
}

// provideAgain is provide for a package that is imported by one which is loaded. Its types
// are kept where the user edits what imports it: those of the build cache take longer to
// read, since they tell of the bodies of functions, too.
func (r *run) provideAgain(n *node) {
	r.provide(n)
	n.keeping.Do(func() {
		if n.typesKept || n.broken || n.types == types.Unsafe || !r.mayKeep(n) || !r.worthKeeping(n) {
			return
		}
		r.universe.RLock()
		defer r.universe.RUnlock()
		if data := exportData(n.types); data != nil {
			r.kept.Put(n.typesKey(), data)
		}
	})
}

// worthKeeping reports whether the types of a package are. Those of one that is checked
// itself change more often, and the first run makes them anyway: they are kept after that,
// if they took many packages.
func (r *run) worthKeeping(n *node) bool {
	return n.wanted && n.DepOnly || !r.kept.Fresh() && n.takesSource(manyPackages, make(map[*node]bool))
}

// manyPackages take longer to type-check, without the bodies of functions, than to write
// the types of one with all that they are made of.
const manyPackages = 30

// takesSource reports whether so many packages were type-checked from source to provide
// one.
func (n *node) takesSource(count int, seen map[*node]bool) bool {
	if n.fromSource && !seen[n] {
		seen[n] = true
		for _, imp := range n.outside {
			if len(seen) < count {
				imp.takesSource(count, seen)
			}
		}
	}
	return len(seen) >= count
}

// provide fills the package of a node in the universe.
func (r *run) provide(n *node) {
	n.providing.Do(func() {
		if r.ctx.Err() != nil || n.types.Complete() {
			return
		}
		data := n.export
		if data == nil {
			data = r.recallTypes(n)
			n.typesKept = data != nil
		}
		if data == nil {
			if done, err := r.readCompiled(n); err != nil {
				r.fail()
				return
			} else if done {
				return
			}
			data = r.provideFromSource(n)
		}
		// A reader that says how much it has is read at once.
		if data != nil && r.readTypes(n, &io.LimitedReader{R: bytes.NewReader(data), N: int64(len(data))}) != nil {
			r.fail()
		}
	})
}

// provideFromSource type-checks a package without the bodies of its functions, after
// the packages that it names outside of them. If parts of it are in the universe already,
// it returns its export data, to be read.
func (r *run) provideFromSource(n *node) []byte {
	files := r.parseOutside(n)
	n.outside = n.namedIn(files)
	each(n.outside, r.provide)
	if r.ctx.Err() != nil {
		return nil
	}
	r.cpu <- struct{}{}
	defer func() { <-r.cpu }()
	for _, imp := range n.outside {
		n.broken = n.broken || imp.broken
	}
	defer r.universe.lockFor(n)()
	n.exportUnlessIn(r.typeCheck(n, files, false).Types)
	n.fromSource = true
	return n.export
}

// parseOutside parses the files of a package without comments, and without the bodies of
// functions where it is known that these have no errors.
func (r *run) parseOutside(n *node) []*ast.File {
	r.cpu <- struct{}{}
	defer func() { <-r.cpu }()
	files, _ := r.parse(n, false)
	return files
}

// lockFor locks a universe as it has to be while a package is type-checked, and
// returns what unlocks it. Cgo adds to the imports of a package, and others may ask
// for these.
func (u *universe) lockFor(n *node) (unlock func()) {
	if len(n.CgoFiles) > 0 {
		u.Lock()
		return u.Unlock
	}
	u.RLock()
	return u.RUnlock
}

// exportUnlessIn makes the export data of a package from its types, if these are not
// those in the universe and somebody wants them.
func (n *node) exportUnlessIn(pkg *types.Package) {
	if n.imported && pkg != n.types {
		n.export = exportData(pkg)
	}
}

// each calls f for each node at the same time.
func each(nodes []*node, f func(*node)) {
	var wg sync.WaitGroup
	for _, n := range nodes {
		wg.Go(func() { f(n) })
	}
	wg.Wait()
}

// parse parses the files of a package: the whole of them, or without comments and the
// bodies of functions. If the files may change, it returns their contents, and leaves
// bodies in which there may be errors.
func (r *run) parse(n *node, whole bool) (files []*ast.File, contents map[string][]byte) {
	mode := parser.SkipObjectResolution
	if whole {
		mode |= parser.ParseComments
	}
	immutable := r.immutable(n)
	if !immutable {
		var err error
		if contents, err = r.read(n); err != nil {
			n.broken = true
		}
	}
	for _, name := range n.files() {
		content, err := contents[name], error(nil)
		if immutable {
			content, err = os.ReadFile(name)
		}
		if !whole && (immutable || n.again) {
			content = withoutBodies(content)
		}
		f, parseErr := parser.ParseFile(r.fset, name, content, mode)
		r.parsed.Add(1)
		if err != nil || parseErr != nil {
			n.broken = true
		}
		if f != nil {
			files = append(files, f)
		}
	}
	return files, contents
}

// typeCheck type-checks a package. What is wrong in it makes it broken, which is all
// that is kept of errors. The package is that of the universe if that is empty.
func (r *run) typeCheck(n *node, files []*ast.File, whole bool) *driver.Package {
	src := &driver.Package{Fset: r.fset, Files: files, Sizes: r.sizes}
	if m := n.Module; m != nil {
		src.Module = &analysis.Module{Path: m.Path, Version: m.Version, GoVersion: r.goVersion(n)}
	}
	if whole {
		src.Info = driver.NewInfo(files)
	}
	conf := types.Config{
		Importer:         sourceImporter{n, whole},
		Sizes:            r.sizes,
		GoVersion:        r.goVersion(n),
		IgnoreFuncBodies: !whole,
		// What cgo would make of C's names is left open. A package that matters
		// is left to the go command, see Result.
		FakeImportC: len(n.CgoFiles) > 0,
		Error:       func(error) { n.broken = true },
	}
	src.Types = n.types
	if n.types.Complete() || n.types.Scope().Len() > 0 {
		src.Types = types.NewPackage(n.path(), n.Name)
	}
	src.Types.SetImports(n.types.Imports())                               // in the same order as for importers
	_ = types.NewChecker(&conf, r.fset, src.Types, src.Info).Files(files) // n is broken
	r.checked.Add(1)
	return src
}

// scan looks for a name in the files of a package. Of those that do not change, it is
// kept whether they have one.
func (r *run) scan(n *node) {
	if r.kept == nil || !r.immutable(n) {
		r.scanFiles(n)
		return
	}
	key := n.nameKey()
	if data, ok := r.kept.Get(key); ok && len(data) == 1 {
		n.name = data[0] != 0
		return
	}
	r.scanFiles(n)
	if !n.broken {
		r.kept.Put(key, named[n.name])
	}
}

// named is what is kept of whether files have a name.
var named = map[bool][]byte{false: {0}, true: {1}}

func (r *run) scanFiles(n *node) {
	s := r.scanners.Get().(*trigger.Scanner)
	defer r.scanners.Put(s)
	for _, file := range n.files() {
		found, err := s.HasName(file)
		if err != nil {
			n.broken = true
		}
		if found {
			n.name = true
			return
		}
	}
}

// mayHelp reports whether the functions of a package may be used on errors of
// the SDK.
func (r *run) mayHelp(n *node) bool {
	if n.Standard {
		return false
	}
	s := r.scanners.Get().(*trigger.Scanner)
	defer r.scanners.Put(s)
	own := n.Module == nil || n.Module.Version == ""
	if r.kept == nil || r.immutable(n) {
		return slices.ContainsFunc(n.files(), func(file string) bool {
			hit, err := s.File(file, own)
			return err != nil || hit != 0
		})
	}
	contents, err := r.read(n)
	if err != nil {
		return true
	}
	for file, content := range contents {
		if hit, err := s.Bytes(file, content, own); err != nil || hit != 0 {
			return true
		}
	}
	return false
}
