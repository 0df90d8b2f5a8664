package stytchtext

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A fixer makes the fixes of one package. Every fix replaces a call of
// strings.Contains with a comparison of ErrorType.
type fixer struct {
	check *check
	fixes map[*finding][]analysis.SuggestedFix

	codes map[ast.Node]map[string]int // how often conditions have them, see twice

	// declares are the functions in which a fix declares variables: a second
	// one might declare them again.
	declares map[ast.Node]bool
}

// A proposal is a fix before the imports are looked at.
type proposal struct {
	finding *finding
	edit    analysis.TextEdit
	names   names // that it uses
}

// plan makes the fixes of all findings.
func (x *fixer) plan(found []*finding) {
	x.fixes = make(map[*finding][]analysis.SuggestedFix)
	x.declares = make(map[ast.Node]bool)
	x.codes = make(map[ast.Node]map[string]int)
	files := make(map[*ast.File][]proposal)
	for _, f := range found {
		file := x.check.report.File(f.Expr.Pos())
		if file == nil {
			continue
		}
		if p, ok := x.propose(file, f); ok && !edit.Of(x.check.pass, file).Aligned(p.edit) {
			files[file] = append(files[file], p)
		}
	}
	for file, list := range files {
		uses := edit.Of(x.check.pass, file).Uses("strings")
		var drop []*ast.ImportSpec
		switch {
		case len(list) < uses:
		case uses == 1:
			drop = append(drop, edit.Of(x.check.pass, file).Import("strings"))
		default:
			// Each may be applied alone or with the others; this one stays, and
			// keeps the import used.
			list = list[:len(list)-1]
		}
		for _, p := range list {
			if edits, ok := edit.Of(x.check.pass, file).Imports(p.names.missing, drop...); ok {
				x.fixes[p.finding] = []analysis.SuggestedFix{{
					Message:   fmt.Sprintf("Compare ErrorType with %q", p.finding.Value),
					TextEdits: append(edits, p.edit),
				}}
			}
		}
	}
}

// propose returns the fix of a finding, imports apart.
func (x *fixer) propose(file *ast.File, f *finding) (proposal, bool) {
	call, ok := f.At.(*ast.CallExpr)
	if !ok || f.err == nil || f.Error.Lost || !f.verdict.exact || f.Value != f.verdict.name ||
		!x.check.isContains(call) || ast.Unparen(call.Args[1]) != f.Expr || !x.check.isUntyped(f.Expr) {
		return proposal{}, false
	}
	if _, ok := sdk.ErrorType(x.check.info.TypeOf(f.err)); ok {
		return x.compare(f, call)
	}
	return x.find(file, f)
}

// isContains reports whether a call is strings.Contains, by the name of the package.
func (c *check) isContains(call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) != 2 || sel.Sel.Name != "Contains" {
		return false
	}
	id, _ := sel.X.(*ast.Ident)
	pkg, ok := c.info.Uses[id].(*types.PkgName)
	return ok && pkg.Imported().Path() == "strings"
}

// isUntyped reports whether a constant has no type, so that it can be compared with one
// that has. It is a literal or has a name.
func (c *check) isUntyped(e ast.Expr) bool {
	if _, ok := e.(*ast.BasicLit); ok {
		return true
	}
	obj := library.Named(c.info, e)
	return obj != nil && types.Identical(obj.Type(), types.Typ[types.UntypedString])
}

// compare compares the ErrorType of an error that has the SDK's type.
func (x *fixer) compare(f *finding, call *ast.CallExpr) (proposal, bool) {
	id, ok := ast.Unparen(f.err).(*ast.Ident)
	if !ok {
		return proposal{}, false
	}
	var whole ast.Expr = call
	cur, op := f.cur, "=="
	if not, ok := cur.Parent().Node().(*ast.UnaryExpr); ok && not.Op == token.NOT {
		whole, cur, op = not, cur.Parent(), "!="
	}
	switch parent := cur.Parent().Node().(type) {
	case *ast.BinaryExpr:
		if parent.Op != token.LAND && parent.Op != token.LOR {
			return proposal{}, false
		}
	case *ast.IfStmt, *ast.ForStmt, *ast.ReturnStmt, *ast.AssignStmt, *ast.CaseClause, *ast.ParenExpr:
	default:
		return proposal{}, false
	}
	if !x.agrees(f, cur, id) || x.twice(cur, f.Value) {
		return proposal{}, false
	}
	return proposal{finding: f, edit: edit.Replace(whole.Pos(), whole.End(), comparison(f, id.Name, op))}, true
}

// twice reports whether the condition around a place has a code in another place as well,
// or is going to: to compare it twice is a finding of go vet.
func (x *fixer) twice(cur inspector.Cursor, code string) bool {
	for {
		b, ok := cur.Parent().Node().(*ast.BinaryExpr)
		if _, paren := cur.Parent().Node().(*ast.ParenExpr); !paren && !(ok && (b.Op == token.LAND || b.Op == token.LOR)) {
			break
		}
		cur = cur.Parent()
	}
	counts, ok := x.codes[cur.Node()]
	if !ok {
		counts = make(map[string]int)
		x.codes[cur.Node()] = counts
		for cur := range cur.Preorder((*ast.BasicLit)(nil), (*ast.Ident)(nil), (*ast.SelectorExpr)(nil)) {
			if v := x.check.info.Types[cur.Node().(ast.Expr)].Value; v != nil && v.Kind() == constant.String {
				name := constant.StringVal(v)
				counts[name]++
				if right := x.check.judge.api.Nearest(name).Fix(); right != name {
					counts[right]++ // what a wrong name is going to be
				}
			}
		}
	}
	return counts[code] > 1
}

// comparison compares the ErrorType of an error with what was searched for, as that is
// written.
func comparison(f *finding, err, op string) string {
	return fmt.Sprintf("%s.ErrorType %s %s", err, op, types.ExprString(f.Expr))
}

// agrees reports whether the code may come with the status that is asked for beside
// the search. Else the comparison would be wrong in another way.
func (x *fixer) agrees(f *finding, cur inspector.Cursor, err ast.Expr) bool {
	c := x.check
	asked := errfield.Asked(c.info, cur, err)
	if asked == nil || c.info.Types[asked].Value == nil {
		return true
	}
	got, _ := constant.Int64Val(constant.ToInt(c.info.Types[asked].Value))
	known, _ := c.judge.api.Lookup(f.Value)
	return known.Status == 0 || int64(known.Status) == got
}

// find looks for the SDK's error in an error, in the condition of an if
// statement or in what a function returns.
func (x *fixer) find(file *ast.File, f *finding) (proposal, bool) {
	c, o := x.check, f.Error
	id, ok := ast.Unparen(f.err).(*ast.Ident)
	major, known := c.major(o)
	if !ok || !known || o.Caller || o.Family != sdk.API || !library.IsError(c.info.TypeOf(id)) {
		return proposal{}, false
	}
	cur := c.whole(f.cur, id)
	stmt := cur.Parent()
	outer := enclosing(cur)
	generic := edit.Of(c.pass, file).AtLeast("go1.26")
	scope := outer
	switch n := stmt.Node().(type) {
	case *ast.IfStmt:
		if n.Init != nil || cur.ParentEdgeKind() != edge.IfStmt_Cond {
			return proposal{}, false
		}
		if generic {
			scope = n // the names are declared in it
		}
	case *ast.ReturnStmt:
		if len(n.Results) != 1 {
			return proposal{}, false
		}
	default:
		return proposal{}, false
	}
	_, isIf := stmt.Node().(*ast.IfStmt)
	// All but an if of today takes a statement of its own.
	if !(isIf && generic) && (x.declares[outer] || !edit.Of(c.pass, file).Listed(stmt) || edit.HasLabel(outer)) {
		return proposal{}, false
	}
	names, ok := c.names(file, scope, f.Expr.Pos(), major)
	if !ok {
		return proposal{}, false
	}
	p := proposal{finding: f, names: names}
	typ := names.sdk + ".Error"
	compare := comparison(f, names.e, "==")
	whole := cur.Node()
	if isIf && generic {
		p.edit = edit.Replace(whole.Pos(), whole.End(), fmt.Sprintf("%s, %s := %s.AsType[%s](%s); %s && %s",
			names.e, names.ok, names.errors, typ, id.Name, names.ok, compare))
		return p, true
	}
	x.declares[outer] = true
	keyword := "return "
	if isIf {
		keyword = "if "
	}
	first := fmt.Sprintf("var %s %s", names.e, typ)
	found := fmt.Sprintf("%s.As(%s, &%s)", names.errors, id.Name, names.e)
	if generic {
		first = fmt.Sprintf("%s, %s := %s.AsType[%s](%s)", names.e, names.ok, names.errors, typ, id.Name)
		found = names.ok
	}
	indent := edit.Of(c.pass, file).Indent(stmt.Node().Pos())
	p.edit = edit.Replace(stmt.Node().Pos(), whole.End(), first+"\n"+indent+keyword+found+" && "+compare)
	return p, true
}

// whole returns the expression that a search of the error id stands for: with
// the err != nil before it, which errors.As makes superfluous.
func (c *check) whole(cur inspector.Cursor, id *ast.Ident) inspector.Cursor {
	and, ok := cur.Parent().Node().(*ast.BinaryExpr)
	if !ok || and.Op != token.LAND || cur.ParentEdgeKind() != edge.BinaryExpr_Y {
		return cur
	}
	cmp, ok := and.X.(*ast.BinaryExpr)
	if ok && cmp.Op == token.NEQ && c.info.Types[cmp.Y].IsNil() && c.variable(cmp.X) != nil && c.variable(cmp.X) == c.variable(id) {
		return cur.Parent()
	}
	return cur
}

// enclosing returns the function around a statement that is in no other.
func enclosing(cur inspector.Cursor) (outer ast.Node) {
	for cur := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		outer = cur.Node()
	}
	return outer
}
