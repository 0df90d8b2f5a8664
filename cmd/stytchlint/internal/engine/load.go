package engine

import (
	"bytes"
	"go/parser"
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/gcexportdata"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/driver"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/trigger"
)

// load type-checks a package after those that it imports. If a check may have
// something to say about it or to tell of it, the bodies of its functions are
// type-checked, too, and the analyzers run.
func (r *run) load(n *node) {
	n.loading.Do(func() {
		each(n.imports, r.load)
		if r.ctx.Err() != nil {
			return
		}
		r.cpu <- struct{}{}
		defer func() {
			<-r.cpu
			r.done()
		}()

		known := make(driver.Facts)
		mentions := false
		for _, imp := range n.imports {
			known.Inherit(imp.facts)
			mentions = mentions || r.mentionsSDK(imp)
			n.broken = n.broken || imp.broken
		}
		whole := n.named || mentions || len(known) > 0 || n.name || r.mayHelp(n)
		src := r.typeCheck(n, whole)
		n.types = src.Types
		if !whole {
			return
		}
		analyzers := r.factful
		if n.root {
			analyzers = r.analyzers
		}
		results := src.Analyze(analyzers, known)
		n.facts = known.Exported(n.types)
		if n.root {
			n.results = results
		}
	})
}

// each calls f for each node at the same time.
func each(nodes []*node, f func(*node)) {
	var wg sync.WaitGroup
	for _, n := range nodes {
		wg.Go(func() { f(n) })
	}
	wg.Wait()
}

// typeCheck parses and type-checks a package, with the bodies of its functions
// or without. What is wrong in it makes it broken, which is all that is kept of
// errors.
func (r *run) typeCheck(n *node, whole bool) *driver.Package {
	src := &driver.Package{Fset: r.fset, Sizes: r.sizes}
	if m := n.Module; m != nil {
		src.Module = &analysis.Module{Path: m.Path, Version: m.Version, GoVersion: r.goVersion(n)}
	}
	mode := parser.SkipObjectResolution
	if whole {
		mode |= parser.ParseComments
		src.Info = driver.NewInfo()
	}
	for _, name := range n.files() {
		f, err := parser.ParseFile(r.fset, name, nil, mode)
		if err != nil {
			n.broken = true
		}
		if f != nil {
			src.Files = append(src.Files, f)
		}
	}
	conf := types.Config{
		Importer:         n,
		Sizes:            r.sizes,
		GoVersion:        r.goVersion(n),
		IgnoreFuncBodies: !whole,
		// What cgo would make of C's names is left open. A package that matters
		// is left to the go command, see Result.
		FakeImportC: len(n.CgoFiles) > 0,
		Error:       func(error) { n.broken = true },
	}
	src.Types, _ = conf.Check(n.path(), r.fset, src.Files, src.Info)
	return src
}

// scan looks for a name in the files of a package.
func (r *run) scan(n *node) {
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
	return slices.ContainsFunc(n.files(), func(file string) bool {
		hit, err := s.File(file, own)
		return err != nil || hit != 0
	})
}

// mentionsSDK reports whether types of the SDK are in view through a package,
// which is so if its export data names the SDK.
func (r *run) mentionsSDK(n *node) bool {
	n.mentioning.Do(func() {
		switch {
		case !n.reachesSDK || n.types == nil:
		case trigger.IsSDK(n.path()):
			n.mentions = true
		default:
			var b bytes.Buffer
			// What cannot be written is broken, and then all is unknown.
			err := gcexportdata.Write(&b, r.fset, n.types)
			n.mentions = err != nil || trigger.UsesSDK(b.Bytes())
		}
	})
	return n.mentions
}
