package editor

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// An Action is a change that can be made at a position.
type Action struct {
	Title string // imperative
	Edits []analysis.TextEdit
}

// AddCases returns the action that adds, to the switch over a code around a position,
// a case of the codes that the call before it is known to end with. It is false where
// none of them is missing, and where it is not known what the call ends with.
func (f *Flow) AddCases(pos token.Pos) (*Action, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	s, fn := f.switchAt(pos)
	if s == nil {
		return nil, false
	}
	place, ok := f.expectedOfCases(s)
	if !ok || place.Use != valueflow.Equal && place.Use != valueflow.Fold || place.Family&sdk.API == 0 {
		return nil, false
	}
	before := slices.DeleteFunc(f.callsIn(fn, s.Pos()), func(c call) bool { return c.pos > s.Pos() })
	if len(before) == 0 {
		return nil, false
	}
	op := before[0].op
	var missing []string
	present := f.present(s)
	for _, code := range op.Codes {
		if !slices.Contains(present, code) {
			missing = append(missing, f.written(code, place.Upper, s.Pos()))
		}
	}
	if len(missing) == 0 {
		return nil, false
	}
	change, ok := f.addCase(s, "case "+strings.Join(missing, ", ")+":")
	_, name, _ := strings.Cut(op.Name, " ")
	return &Action{"Add the codes that " + name + " answers", []analysis.TextEdit{change}}, ok
}

// switchAt returns the innermost switch around a position, and the function that both
// are in.
func (f *Flow) switchAt(pos token.Pos) (s *ast.SwitchStmt, fn ast.Node) {
	cur, ok := f.view.Root.FindByPos(pos, pos)
	if !ok {
		return nil, nil
	}
	for cur := range cur.Enclosing((*ast.SwitchStmt)(nil), (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.SwitchStmt:
			if s == nil {
				s = n
			}
		default:
			return s, n
		}
	}
	return nil, nil
}

// expectedOfCases returns what is expected of the cases of a switch.
func (f *Flow) expectedOfCases(s *ast.SwitchStmt) (valueflow.Place, bool) {
	if s.Tag == nil {
		return valueflow.Place{}, false
	}
	for _, clause := range clauses(s) {
		for _, e := range clause.List {
			if p, ok := f.flow.Expected(e); ok {
				return p, true
			}
		}
	}
	// There is no case yet.
	if sel, ok := ast.Unparen(s.Tag).(*ast.SelectorExpr); ok {
		if field, ok := f.pass.TypesInfo.Uses[sel.Sel].(*types.Var); ok {
			family, ok := sdk.FamilyOfField(field)
			return valueflow.Place{Use: valueflow.Equal, Family: family}, ok && len(s.Body.List) == 0
		}
	}
	return valueflow.Place{}, false
}

// clauses returns those of a switch.
func clauses(s *ast.SwitchStmt) []*ast.CaseClause {
	var list []*ast.CaseClause
	for _, stmt := range s.Body.List {
		if clause, ok := stmt.(*ast.CaseClause); ok {
			list = append(list, clause)
		}
	}
	return list
}

// present returns the codes that a switch has cases of.
func (f *Flow) present(s *ast.SwitchStmt) []string {
	var list []string
	for _, clause := range clauses(s) {
		for _, e := range clause.List {
			if text, ok := f.text(e); ok {
				list = append(list, strings.ToLower(text))
			}
		}
	}
	return list
}

// written returns a code as the program at a position writes it.
func (f *Flow) written(code string, upper bool, pos token.Pos) string {
	if upper {
		return strconv.Quote(strings.ToUpper(code))
	}
	if pkg, qualifier := f.catalogCode(pos); pkg != nil {
		if name, ok := constantNames(pkg)[code]; ok {
			return qualifier + "." + name
		}
	}
	return strconv.Quote(code)
}

// addCase returns what adds a clause to a switch: before the one of all others, or at
// the end. It fails where the switch is not laid out as gofmt has it, as it is while
// the end is missing.
func (f *Flow) addCase(s *ast.SwitchStmt, text string) (analysis.TextEdit, bool) {
	file := edit.Of(f.pass, f.file(s.Pos()))
	column := f.column(s.Pos())
	indent := file.Indent(s.Pos())
	after := s.Body.Lbrace
	for _, clause := range clauses(s) {
		if clause.List != nil {
			after = clause.End()
			continue
		}
		at := clause.Pos()
		// What is said above it stays there.
		for _, group := range file.Remarks(after, at) {
			i := slices.IndexFunc(group.List, func(c *ast.Comment) bool { return f.column(c.Pos()) == column && file.Later(after, c.Pos()) })
			if i >= 0 {
				at = group.List[i].Pos()
				break
			}
		}
		return edit.Replace(at, at, text+"\n"+indent), f.column(clause.Pos()) == column
	}
	end := s.Body.Rbrace
	if !file.Later(s.Body.Lbrace, end) {
		return edit.Replace(end, end, "\n"+indent+text+"\n"+indent), len(s.Body.List) == 0
	}
	return edit.Replace(end, end, text+"\n"+indent), f.column(end) == column
}

func (f *Flow) column(pos token.Pos) int { return f.pass.Fset.PositionFor(pos, false).Column }
