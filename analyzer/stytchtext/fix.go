package stytchtext

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"

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
	check  *check
	fields *errfield.Fields // made when they are asked for first
	fixes  map[*finding][]analysis.SuggestedFix

	compared map[ast.Node]map[comparison]bool // what conditions compare already

	// declares are the functions in which a fix declares variables: a second
	// one might declare them again.
	declares map[*function]bool
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
	x.declares = make(map[*function]bool)
	x.compared = make(map[ast.Node]map[comparison]bool)
	files := make(map[*ast.File][]proposal)
	for _, f := range found {
		file := x.check.report.File(f.wanted.expr.Pos())
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
					Message:   fmt.Sprintf("Compare ErrorType with %q", p.finding.wanted.text),
					TextEdits: append(edits, p.edit),
				}}
			}
		}
	}
}

// propose returns the fix of a finding, imports apart.
func (x *fixer) propose(file *ast.File, f *finding) (proposal, bool) {
	call, ok := f.search.cur.Node().(*ast.CallExpr)
	if !ok || f.search.how != contains || !f.verdict.exact || f.wanted.text != f.verdict.name || f.wanted.expr != f.search.wanted ||
		f.text.err == nil || f.text.origin.lost || f.search.fn == nil || !x.check.isStrings(call) {
		return proposal{}, false
	}
	if _, ok := sdk.ErrorType(x.check.info.TypeOf(f.text.err)); ok {
		return x.compare(f, call)
	}
	return x.find(file, f)
}

// isStrings reports whether a call names package strings.
func (c *check) isStrings(call *ast.CallExpr) bool {
	id, ok := receiver(call).(*ast.Ident)
	if !ok {
		return false
	}
	pkg, ok := c.info.Uses[id].(*types.PkgName)
	return ok && pkg.Imported().Path() == "strings"
}

// compare compares the ErrorType of an error that has the SDK's type.
func (x *fixer) compare(f *finding, call *ast.CallExpr) (proposal, bool) {
	id, ok := ast.Unparen(f.text.err).(*ast.Ident)
	if !ok {
		return proposal{}, false
	}
	var whole ast.Expr = call
	cur, op := f.search.cur, "=="
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
	if !x.agrees(f, cur, id) || !x.claim(cur, comparison{x.check.info.Uses[id], f.wanted.text}) {
		return proposal{}, false
	}
	text := x.comparison(f, id.Name, op)
	return proposal{finding: f, edit: edit.Replace(whole.Pos(), whole.End(), text)}, true
}

// comparison compares the ErrorType of an error with what was searched for, as
// that is written: with a constant, if its type allows.
func (x *fixer) comparison(f *finding, err, op string) string {
	info := x.check.info
	e := ast.Unparen(f.wanted.expr)
	if call, ok := e.(*ast.CallExpr); ok && len(call.Args) == 1 && info.Types[call.Fun].IsType() {
		e = ast.Unparen(call.Args[0])
	}
	field, text := err+".ErrorType", strconv.Quote(f.wanted.text)
	switch e := e.(type) {
	case *ast.BasicLit:
		text = e.Value
	case *ast.Ident, *ast.SelectorExpr:
		obj, _ := info.Uses[nameOf(e)].(*types.Const)
		switch {
		case obj == nil:
		case x.isCode(f, obj), types.Identical(obj.Type(), types.Typ[types.UntypedString]):
			text = types.ExprString(e)
		case types.Identical(obj.Type(), types.Typ[types.String]):
			field, text = "string("+field+")", types.ExprString(e)
		}
	}
	return fmt.Sprintf("%s %s %s", field, op, text)
}

// isCode reports whether a constant has the type of the codes of an error.
func (x *fixer) isCode(f *finding, obj types.Object) bool {
	if !sdk.IsCodeType(obj.Type()) {
		return false
	}
	major, ok := x.check.major(f.text.origin)
	return ok && sdk.Major(types.Unalias(obj.Type()).(*types.Named).Obj().Pkg().Path()) == major
}

func nameOf(e ast.Expr) *ast.Ident {
	if sel, ok := e.(*ast.SelectorExpr); ok {
		return sel.Sel
	}
	id, _ := e.(*ast.Ident)
	return id
}

// agrees reports whether the code may come with the status that is asked for beside
// the search. Else the comparison would be wrong in another way.
func (x *fixer) agrees(f *finding, cur inspector.Cursor, err ast.Expr) bool {
	c := x.check
	if x.fields == nil {
		x.fields = errfield.New(c.pass.Pkg, c.info, c.root)
	}
	asked := x.fields.Asked(cur, err)
	if asked == nil || c.info.Types[asked].Value == nil {
		return true
	}
	got, _ := constant.Int64Val(constant.ToInt(c.info.Types[asked].Value))
	known, _ := c.judge.api.Lookup(f.wanted.text)
	return known.Status == 0 || int64(known.Status) == got
}

// find looks for the SDK's error in an error, in the condition of an if
// statement or in what a function returns.
func (x *fixer) find(file *ast.File, f *finding) (proposal, bool) {
	c, o := x.check, f.text.origin
	id, ok := ast.Unparen(f.text.err).(*ast.Ident)
	major, known := c.major(o)
	if !ok || !known || o.param || o.family != sdk.API || !library.IsError(c.info.TypeOf(id)) {
		return proposal{}, false
	}
	cur := c.whole(f.search.cur, id)
	stmt := cur.Parent()
	outer := f.search.fn
	for outer.parent != nil {
		outer = outer.parent
	}
	generic := edit.Of(c.pass, file).AtLeast("go1.26")
	scope := outer.node
	switch n := stmt.Node().(type) {
	case *ast.IfStmt:
		if n.Init != nil || cur.ParentEdgeKind() != edge.IfStmt_Cond {
			return proposal{}, false
		}
		if generic {
			scope = n // the names are declared in it
		}
	case *ast.ReturnStmt:
		results := f.search.fn.sig.Results()
		if len(n.Results) != 1 || results.Len() != 1 || !types.Identical(results.At(0).Type(), types.Typ[types.Bool]) {
			return proposal{}, false
		}
	default:
		return proposal{}, false
	}
	names, ok := c.names(file, scope, f.wanted.expr.Pos(), major)
	if !ok {
		return proposal{}, false
	}
	p := proposal{finding: f, names: names}
	typ := names.sdk + ".Error"
	compare := x.comparison(f, names.e, "==")
	whole := cur.Node()
	if _, isIf := stmt.Node().(*ast.IfStmt); isIf && generic {
		p.edit = edit.Replace(whole.Pos(), whole.End(), fmt.Sprintf("%s, %s := %s.AsType[%s](%s); %s && %s",
			names.e, names.ok, names.errors, typ, id.Name, names.ok, compare))
		return p, true
	}
	// Everything else takes a statement of its own.
	if !edit.Of(c.pass, file).Listed(stmt) || x.declares[outer] || jumps(outer) {
		return proposal{}, false
	}
	x.declares[outer] = true
	keyword := "return "
	if _, isIf := stmt.Node().(*ast.IfStmt); isIf {
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
