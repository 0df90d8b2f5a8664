package lsp

import (
	"context"
	"crypto/sha256"
	"fmt"
	"go/types"

	"golang.org/x/tools/go/types/objectpath"

	"github.com/stytchlint/stytchlint/cmd/internal/driver"
)

// facts are what importers of a package get to know.
type facts struct {
	key     string // of everything that they depend on
	records []driver.Record
}

// A visit looks at a package and at those of its imports that tell something, each once.
type visit struct {
	*flows
	keys map[string]string // by ID
}

// key returns a key of the source of a package and of everything that the facts known
// to it depend on. What else it imports may change a type, but hardly a fact.
func (v *visit) key(ctx context.Context, p Package) (string, error) {
	if key, ok := v.keys[p.ID()]; ok {
		return key, nil
	}
	v.keys[p.ID()] = "" // for those that, by a mistake, import each other
	hash, err := p.Hash(ctx)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	fmt.Fprintf(h, "%q %q\n", p.ID(), hash)
	for _, imp := range v.tell(p) {
		key, err := v.key(ctx, imp)
		if err != nil {
			return "", err
		}
		fmt.Fprintln(h, key)
	}
	v.keys[p.ID()] = fmt.Sprintf("%x", h.Sum(nil))
	return v.keys[p.ID()], nil
}

// known returns the facts that the imports of a type-checked package tell.
func (v *visit) known(ctx context.Context, p Package, syntax *Syntax) (driver.Facts, error) {
	known := make(driver.Facts)
	var packages map[string]*types.Package
	for _, imp := range v.tell(p) {
		records, err := v.facts(ctx, imp)
		if err != nil {
			return nil, err
		}
		if len(records) > 0 && packages == nil {
			packages = reachable(syntax.Types)
		}
		for _, r := range records {
			pkg := packages[r.PkgPath]
			if pkg == nil {
				continue
			}
			var obj types.Object
			if r.Object != "" {
				if obj, err = objectpath.Object(pkg, r.Object); err != nil {
					continue // this package does not get to see it
				}
			}
			known.Add(r.Fact, pkg, obj)
		}
	}
	return known, nil
}

// facts returns what importers of a package get to know.
func (v *visit) facts(ctx context.Context, p Package) ([]driver.Record, error) {
	key, err := v.key(ctx, p)
	if err != nil {
		return nil, err
	}
	if f, ok := v.told[p.ID()]; ok && f.key == key {
		return f.records, nil
	}
	checked, err := p.Check(ctx)
	if err != nil {
		return nil, err
	}
	syntax := checked.Syntax()
	known, err := v.known(ctx, p, syntax)
	if err != nil {
		return nil, err
	}
	if result := syntax.Analyze(analyzers, known)[0]; result.Err != nil {
		return nil, result.Err
	}
	if v.told == nil {
		v.told = make(map[string]facts)
	}
	v.told[p.ID()] = facts{key, known.Records(syntax.Types)}
	return v.told[p.ID()].records, nil
}

// reachable returns a package and those that it imports, if only by others, by path.
func reachable(pkg *types.Package) map[string]*types.Package {
	all := make(map[string]*types.Package)
	var visit func(*types.Package)
	visit = func(p *types.Package) {
		if all[p.Path()] == nil {
			all[p.Path()] = p
			for _, imp := range p.Imports() {
				visit(imp)
			}
		}
	}
	visit(pkg)
	return all
}
