package stytchunhandled

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
)

// Fails is the fact about a function that returns the error of operations as
// it is, or wrapped.
type fails struct {
	Operations []string // by name, sorted
	Major      string
	Lost       bool // errors.As does not find the error
	Mixed      bool // it may be joined with other failures
	Proof      proof
}

// AFact marks fails as a fact.
func (*fails) AFact() {}

func (f *fails) String() string { return fmt.Sprintf("fails as %s", strings.Join(f.Operations, ", ")) }

// fails returns the operations whose error a function returns as it is, nil if
// there are none.
func (c *check) fails(fn *types.Func) *fails {
	decl := c.decls[fn]
	if decl == nil {
		f := new(fails)
		if fn.Pkg() == nil || fn.Pkg() == c.pass.Pkg || !c.pass.ImportObjectFact(fn, f) {
			return nil
		}
		return f
	}
	if f, ok := c.failing[fn]; ok {
		return f
	}
	c.failing[fn] = nil // while it is worked out, for recursion
	var all *fails
	var proves origin
	for _, site := range c.calls[decl] {
		s := c.source(decl, site)
		if s == nil {
			continue
		}
		for _, v := range c.follow(s).returned {
			if v.kind != failure {
				continue
			}
			if all == nil {
				all = &fails{Major: s.major}
			}
			all.Lost, all.Mixed = all.Lost || v.lost, all.Mixed || v.mixed
			proves = proves.with(c.originsOf().proof(s))
			for _, op := range s.operations {
				all.Operations = append(all.Operations, op.Name)
			}
		}
	}
	if all != nil {
		slices.Sort(all.Operations)
		all.Operations = slices.Compact(all.Operations)
		all.Proof = proves.forCallers(fn.Signature())
	}
	c.failing[fn] = all
	return all
}

// exportFailing tells other packages of the functions that return the errors of
// operations.
func (c *check) exportFailing() {
	for _, fn := range c.order {
		if !fn.Exported() || report.InTest(c.pass, fn.Pos()) || !returnsError(fn) {
			continue
		}
		if f := c.fails(fn); f != nil {
			c.pass.ExportObjectFact(fn, f)
		}
	}
}
