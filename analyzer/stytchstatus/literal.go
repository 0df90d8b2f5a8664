package stytchstatus

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// literals judges the statuses and codes that stand beside each other in literals:
// errors, rows that become one or are compared with one, and the arguments of
// functions that make one.
func (c *check) literals() {
	for cur := range c.root.Preorder((*ast.CompositeLit)(nil)) {
		lit := cur.Node().(*ast.CompositeLit)
		if status, code := c.built(lit); status != nil && code != nil {
			if c.counts(lit, code) {
				c.made(status, code)
			}
			continue
		}
		if status, code := c.row(cur, lit); status != nil && !c.mixed(cur) {
			if cur.ParentEdgeKind() == edge.KeyValueExpr_Key {
				c.madeKey(status, code)
			} else {
				c.made(status, code)
			}
		}
	}
	c.fakes()
	c.maps()
	for fn := range c.pairs.makers {
		for status, code := range c.pairs.made(fn) {
			if !c.pairs.makers[fn].Wire || c.standsFor(code) {
				c.made(status, code)
			}
		}
	}
}

// built returns the status and the code that a literal of an error sets, each nil if
// it does not.
func (c *check) built(lit *ast.CompositeLit) (status, code ast.Expr) {
	for _, s := range setsOf(c.info, lit) {
		name := c.roleOf(s.field)
		if name == "" {
			name = c.written[s.field]
		}
		switch name {
		case statusField:
			status = s.value
		case codeField:
			code = s.value
		}
	}
	return status, code
}

// isError reports whether a literal with a code is an error of the SDK, or of a struct
// that carries both fields of one.
func (c *check) isError(lit *ast.CompositeLit, code ast.Expr) bool {
	return slices.ContainsFunc(setsOf(c.info, lit), func(s set) bool {
		return s.value == code && (sdk.IsCodeField(s.field) || c.written[s.field] == "")
	})
}

// counts reports whether a literal of an error stands for one of Stytch's: it is the
// SDK's, or known for it.
func (c *check) counts(lit *ast.CompositeLit, code ast.Expr) bool {
	for _, s := range setsOf(c.info, lit) {
		if s.value == code && sdk.IsCodeField(s.field) {
			return true
		}
	}
	if c.isError(lit, code) {
		return report.InTest(c.pass, lit.Pos())
	}
	return c.standsFor(code)
}

// standsFor reports whether a code becomes that of an answer which stands for one of
// Stytch's.
func (c *check) standsFor(code ast.Expr) bool {
	sites := c.flow.Sites
	i, _ := slices.BinarySearchFunc(sites, code.Pos(), func(s valueflow.Site, pos token.Pos) int { return cmp.Compare(s.Pos, pos) })
	return i < len(sites) && sites[i].Pos < code.End() && sites[i].Use == valueflow.Built && !sites[i].Coined
}

// row returns the status and the code of a row; nil if it is none.
func (c *check) row(cur inspector.Cursor, lit *ast.CompositeLit) (status, code ast.Expr) {
	sets := setsOf(c.info, lit)
	for _, s := range sets {
		for _, p := range c.pairs.of[s.field] {
			if !p.always && cur.ParentEdgeKind() != edge.KeyValueExpr_Key && !report.InTest(c.pass, lit.Pos()) {
				continue // the program may have a status of its own for a code
			}
			for _, k := range sets {
				if k.field == p.code && (!p.wire || c.standsFor(k.value)) {
					return s.value, k.value
				}
			}
		}
	}
	return nil, nil
}

// mixed reports whether a table in which a row stands has codes that are not known,
// so that it may not be about Stytch alone.
func (c *check) mixed(row inspector.Cursor) bool {
	table := row
	for around := range row.Enclosing((*ast.CompositeLit)(nil)) {
		switch c.info.TypeOf(around.Node().(*ast.CompositeLit)).Underlying().(type) {
		case *types.Slice, *types.Array, *types.Map:
			table = around
		}
	}
	is, known := c.tables[table.Node()]
	if known {
		return is
	}
	var codes []ast.Expr
	for cur := range table.Preorder((*ast.CompositeLit)(nil)) {
		if _, code := c.row(cur, cur.Node().(*ast.CompositeLit)); code != nil {
			codes = append(codes, code)
		}
	}
	is = !c.allKnown(codes)
	c.tables[table.Node()] = is
	return is
}

// made judges an error that is made with a status and a code.
func (c *check) made(status, code ast.Expr) {
	if v := c.info.Types[code].Value; v != nil && v.Kind() == constant.String {
		c.judge(status, constant.StringVal(v))
	}
}

// madeKey judges one that is the key of a map, or its status is. There may be the
// right one already, and so there is no fix.
func (c *check) madeKey(status, code ast.Expr) {
	if v := c.info.Types[code].Value; v != nil && v.Kind() == constant.String {
		if got, wrong := c.isWrong(status, constant.StringVal(v)); wrong {
			c.never(status.Pos(), status.End(), constant.StringVal(v), got, nil)
		}
	}
}

// judge judges a status that stands beside a code.
func (c *check) judge(status ast.Expr, code string) {
	if got, wrong := c.isWrong(status, code); wrong {
		c.never(status.Pos(), status.End(), code, got, c.replace(status, c.statuses(code)))
	}
}

// isWrong returns the status that an expression is, and whether the code never comes
// with it.
func (c *check) isWrong(status ast.Expr, code string) (got int, wrong bool) {
	number := c.info.Types[status].Value
	if number == nil {
		return 0, false
	}
	n, exact := constant.Int64Val(constant.ToInt(number))
	want := c.statuses(code)
	return int(n), exact && len(want) > 0 && !slices.Contains(want, int(n))
}

// never reports a status that a code never comes with.
func (c *check) never(pos, end token.Pos, code string, got int, fixes []analysis.SuggestedFix) {
	c.report.Report(analysis.Diagnostic{
		Pos:            pos,
		End:            end,
		Category:       "built",
		Message:        fmt.Sprintf("%s, never with %d", comesWith(code, c.statuses(code)), got),
		SuggestedFixes: fixes,
	}, true)
}
