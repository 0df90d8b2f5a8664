package valueflow

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A status goes where the code of the same error goes, and so it is followed where the
// package has to do with statuses: numbers have nodes then. What becomes an error, or is
// compared with one, is a sink with two ends.

// The sinks of errors.
const (
	errorSink   sinkKey = "error"   // errors of the SDK
	answerSink  sinkKey = "answer"  // what stands for an answer of Stytch's
	carrierSink sinkKey = "carrier" // structs of the program that carry the status and the code of an error, and nothing else
	copySink    sinkKey = "copy"    // those that have others besides
	writtenSink sinkKey = "written" // answers, of which some may stand for Stytch's
)

func (k sinkKey) isError() bool {
	switch k {
	case errorSink, answerSink, carrierSink, copySink, writtenSink:
		return true
	}
	return false
}

// An Error is a status and a code that the program puts beside each other, both
// constants, where they become those of one error or meet those of one.
type Error struct {
	Status, Code Part
	// Row says that they stand in a row or an entry of a table, and not in the error.
	Row bool
	// Fixed says that the status is always the same where the code gets to.
	Fixed bool
	// Carried says that the error is a struct of the program's own, and Copied that this
	// has other statuses and codes, too.
	Carried, Copied bool
	// Answer is the same status once more: that of the answer which the error is
	// written to. It has no Expr if that has none.
	Answer Part
}

// A Part is a part of an error.
type Part struct {
	Expr     ast.Expr // the constant, or the text that it stands in
	Pos, End token.Pos
	Number   int    // the status
	Text     string // the code
}

// An errorField says which part of what a field is; of nothing if Of is empty.
type errorField struct {
	Of   sinkKey
	Role Role
}

// String says it in short.
func (f errorField) String() string {
	return [...]string{Code: "code of ", Status: "status of "}[f.Role] + string(f.Of)
}

// statuses are what a builder knows of the statuses of errors.
type statuses struct {
	matter  bool
	of      map[*types.Var]*types.Var    // the code, by the status, of structs in the shape of Stytch's errors
	fields  map[*types.Var]errorField    // of carriers, and of structs of other packages
	carried map[carrierKey][2]*types.Var // by Role
	fixed   []fixed
	written map[ast.Node][]ast.Expr // see findWritten
	alone   []binding               // codes of answers that have no status beside them
	numbers [2]*node                // constants of the program, and of its tests
}

func newStatuses() statuses {
	return statuses{of: make(map[*types.Var]*types.Var), fields: make(map[*types.Var]errorField), carried: make(map[carrierKey][2]*types.Var)}
}

// isInt reports whether values of type t can be statuses.
func isInt(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && (basic.Kind() == types.Int || basic.Kind() == types.UntypedInt)
}

// isNumber reports whether values of type t are numbers that are followed.
func (b *builder) isNumber(t types.Type) bool { return b.statuses.matter && t != nil && isInt(t) }

// constantNumber returns the node of a constant number, nil if it is none.
func (b *builder) constantNumber(e ast.Expr) *node {
	if !b.isNumber(b.typeOf(e)) {
		return nil
	}
	i := 0
	if b.inTest(e) {
		i = 1
	}
	if b.statuses.numbers[i] == nil {
		n := b.node()
		if i == 0 {
			n.labels = fromNumber
		}
		b.statuses.numbers[i] = n
	}
	return b.statuses.numbers[i]
}

// reckons notes that a number is changed.
func (b *builder) reckons(f *frame, target ast.Expr) {
	if t := b.typeOf(target); b.isNumber(t) {
		b.store(f, target, b.unknown(t), t)
	}
}

// errorField returns what a field is of an error where it is read.
func (b *builder) errorField(v *types.Var) errorField {
	switch {
	case sdk.IsStatusField(v):
		return errorField{errorSink, Status}
	case sdk.IsCodeField(v):
		return errorField{errorSink, Code}
	}
	v = v.Origin()
	if code := b.statuses.of[v]; code != nil && b.codeField(code).read {
		return errorField{answerSink, Status}
	}
	if b.codeField(v).read {
		return errorField{answerSink, Code}
	}
	field, known := b.statuses.fields[v]
	if !known && v.IsField() && v.Pkg() != b.pass.Pkg && b.factful[v.Pkg()] {
		fact := new(varFact)
		if b.pass.ImportObjectFact(v, fact) {
			field = fact.Error
		}
		b.statuses.fields[v] = field
	}
	return field
}

// readsStatus reports whether a field is the status of an error.
func (b *builder) readsStatus(v *types.Var) bool {
	if !b.statuses.matter || !v.IsField() {
		return false
	}
	field := b.errorField(v)
	return field.Of != "" && field.Role == Status
}

// setsError notes that e is stored into a field, at a place, by a literal or by an
// assignment, if that makes a part of an error.
func (b *builder) setsError(f *frame, v *types.Var, e, at, lit ast.Expr) {
	if !b.statuses.matter {
		return
	}
	field := b.errorField(v)
	if code := b.statuses.of[v.Origin()]; code != nil && b.codeField(code).written {
		field = errorField{answerSink, Status}
	} else if b.codeField(v).written {
		field = errorField{answerSink, Code}
	}
	switch field.Of {
	case "", carrierSink:
	case answerSink:
		switch {
		case !b.inTest(lit) && !b.shaped.helps || !b.isFake(lit):
		case field.Role == Code && b.lacksStatus(lit):
			b.fakeError(f, lit, nil, e)
		default:
			b.getsTo(binding{frame: f, expr: e, at: at, object: v}, field)
		}
	default:
		b.getsTo(binding{frame: f, expr: e, at: at, object: v}, field)
	}
	b.carries(f, v, e, lit)
}

// isFake reports whether an error in the shape of Stytch's that is made at e stands for
// one of Stytch's, and is none of the program's own.
func (b *builder) isFake(e ast.Expr) bool { return b.shaped.fakes(b, e) && !b.doubtful(e) }

// getsTo lets what x binds get to an end of a sink.
func (b *builder) getsTo(x binding, field errorField) {
	x.n, x.to = b.value(x.frame, x.expr), b.sharedEnd(outlet{Sink: field.Of, Role: field.Role})
	b.edge(x.n, x.to)
	b.bound(x)
}

// comparesError notes that x and y are compared, by an assertion or otherwise: what is compared
// with a part of an error is to be one. Conditions with constants are for others to
// judge.
func (b *builder) comparesError(f *frame, x, y ast.Expr, asserted bool) {
	if !b.statuses.matter {
		return
	}
	for _, side := range [...][2]ast.Expr{{x, y}, {y, x}} {
		field, sel := b.fieldOfError(side[0])
		if sel != nil && (asserted || b.info.Types[side[1]].Value == nil) {
			b.getsTo(binding{frame: f, expr: side[1], at: sel}, errorField{errorSink, field.Role})
		}
	}
}

// looksUp notes that e is looked for among what n holds.
func (b *builder) looksUp(e ast.Expr, n *node) {
	if !b.statuses.matter {
		return
	}
	if field, sel := b.fieldOfError(e); sel != nil {
		b.edge(n, b.sharedEnd(outlet{Sink: errorSink, Role: field.Role}))
	}
}

// fieldOfError returns what e selects of an error; it may be converted.
func (b *builder) fieldOfError(e ast.Expr) (errorField, *ast.SelectorExpr) {
	e = ast.Unparen(e)
	for call, ok := e.(*ast.CallExpr); ok && b.isConversion(call); call, ok = e.(*ast.CallExpr) {
		e = ast.Unparen(call.Args[0])
	}
	if sel, ok := e.(*ast.SelectorExpr); ok {
		if v, ok := b.info.Uses[sel.Sel].(*types.Var); ok && v.IsField() {
			if field := b.errorField(v); field.Of != "" {
				return field, sel
			}
		}
	}
	return errorField{}, nil
}

// isConversion reports whether n converts a value.
func (b *builder) isConversion(n ast.Node) bool {
	call, ok := n.(*ast.CallExpr)
	return ok && len(call.Args) == 1 && b.info.Types[call.Fun].IsType()
}

// A carrierKey names what is made of one error: by the literal, or by the variable whose
// fields are set, and by what the error is called.
type carrierKey struct {
	frame *frame
	to    any
	err   string
}

// carries notes that a field is set to a part of an error.
func (b *builder) carries(f *frame, v *types.Var, e, lit ast.Expr) {
	field, sel := b.fieldOfError(e)
	if sel == nil || v.Pkg() != b.pass.Pkg || b.inTest(e) || b.errorField(v).Of != "" {
		return
	}
	key := carrierKey{f, lit, types.ExprString(sel.X)}
	if target, ok := lit.(*ast.SelectorExpr); ok {
		key.to = b.variableOf(target.X)
	}
	both := b.statuses.carried[key]
	both[field.Role] = v.Origin()
	b.statuses.carried[key] = both
}

// expects notes what a test expects of a part of an error, where it goes on otherwise,
// too.
func (b *builder) expects(f *frame, s *ast.IfStmt) {
	cond, ok := ast.Unparen(s.Cond).(*ast.BinaryExpr)
	if !ok || cond.Op != token.NEQ || !b.statuses.matter || !b.inTest(cond) || s.Else != nil {
		return
	}
	if n := len(s.Body.List); n > 0 {
		switch s.Body.List[n-1].(type) {
		case *ast.ReturnStmt, *ast.BranchStmt:
			return
		}
	}
	b.comparesError(f, cond.X, cond.Y, true)
}

// assigned is setsError for an assignment to a field.
func (b *builder) assigned(f *frame, target, e ast.Expr) {
	if sel, ok := ast.Unparen(target).(*ast.SelectorExpr); ok {
		if v, ok := b.info.Uses[sel.Sel].(*types.Var); ok && v.IsField() {
			b.setsError(f, v, e, sel, sel)
		}
	}
}

// findCarriers finds the structs of the package that carry the status and the code of
// an error: two of their fields are set to both of one, outside of tests. Those that
// are set to nothing else are such parts where they are read, too.
func (b *builder) findCarriers() {
	for _, both := range b.statuses.carried {
		status, code := both[Status], both[Code]
		if status == nil || code == nil {
			continue
		}
		of := copySink
		if s, c := b.field(status).labels, b.field(code).labels; s&fromNumber == 0 && c.isCode() && c&fromProgram == 0 {
			of = carrierSink
			b.statuses.fields[status], b.statuses.fields[code] = errorField{of, Status}, errorField{of, Code}
		}
		for role, v := range both {
			b.edge(b.field(v), b.sharedEnd(outlet{Sink: of, Role: Role(role)}))
		}
	}
}

// findErrors returns the statuses and codes that the package puts beside each other.
func (b *builder) findErrors() []Error {
	var list []Error
	if b.statuses.matter {
		b.findWritten()
		list = b.embeddedErrors()
	}
	for s, sides := range b.sides(func(s *sink) bool { return s.key.isError() }) {
		list = append(list, b.errorsAt(s, sides)...)
	}
	list = append(list, b.fixedErrors()...)
	compare := func(x, y Error) int {
		return cmp.Or(cmp.Compare(x.Code.Pos, y.Code.Pos), cmp.Compare(x.Status.Pos, y.Status.Pos), compareBools(x.Copied, y.Copied), compareBools(x.Carried, y.Carried), compareBools(x.Fixed, y.Fixed), compareBools(x.Row, y.Row))
	}
	slices.SortFunc(list, compare)
	return slices.CompactFunc(list, func(x, y Error) bool { return x.Code.Pos == y.Code.Pos && x.Status.Pos == y.Status.Pos })
}

// errorsAt returns those that get to a sink: each code with the only status at the
// innermost place that has one.
func (b *builder) errorsAt(s *sink, sides *[2][]*binding) []Error {
	statuses, codes := make(map[place][]*binding), make(map[place]int)
	for _, x := range sides[Status] {
		for _, p := range b.placesOfStatus(x) {
			statuses[p] = append(statuses[p], x)
		}
	}
	places := make([][]place, len(sides[Code]))
	for i, x := range sides[Code] {
		places[i] = b.places(x)
		for _, p := range places[i] {
			codes[p]++
		}
	}
	var list []Error
	for i, x := range sides[Code] {
		for _, p := range places[i] {
			at := statuses[p]
			if len(at) == 0 {
				continue
			}
			if alone := codes[p] == 1 || !isBlock(p.node); alone && len(at) == 1 && at[0].settled() && x.settled() {
				list = b.addError(list, s, p, at[0], x)
			}
			break
		}
	}
	return list
}

// isBlock reports whether statements of n are what binds values.
func isBlock(n ast.Node) bool {
	switch n.(type) {
	case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
		return true
	}
	return false
}

// settled reports whether what is bound is not set again: what a variable is set to
// says nothing otherwise.
func (x *binding) settled() bool {
	_, isVar := x.at.(*ast.Ident)
	return !isVar || x.at == x.expr || x.within != nil || len(x.to.in) == 1
}

// placesOfStatus returns the places that a status has: those of its statement, or the
// innermost one, and the entry of a map that this is. In a list it is that of one row.
func (b *builder) placesOfStatus(x *binding) []place {
	list := b.places(x)
	if x.at != x.expr || len(list) < 2 {
		return list
	}
	if _, ok := list[1].node.(*ast.KeyValueExpr); ok {
		return list[:2]
	}
	return list[:1]
}

// addError adds what a status and a code are, if both are constants.
func (b *builder) addError(list []Error, s *sink, at place, status, code *binding) []Error {
	part, known := b.statusPart(status.expr)
	text, ok := stringValue(b.info.Types[code.expr].Value)
	if known && !ok {
		b.statuses.fixed = append(b.statuses.fixed, fixed{s.key, part, code.n})
	}
	if !known || !ok || text == "" || s.key == answerSink && b.answers[text] && b.inTest(code.expr) {
		return list
	}
	_, isCall := at.node.(*ast.CallExpr)
	field, _ := code.object.(*types.Var)
	isError := code.to == s.contexts[0].ends[Code] || field != nil && b.statuses.fields[field.Origin()].Of != ""
	e := Error{
		Status:  part,
		Code:    Part{Expr: code.expr, Pos: code.expr.Pos(), End: code.expr.End(), Text: text},
		Row:     !isCall && !isError,
		Carried: s.key == carrierSink,
		Copied:  s.key == copySink,
	}
	if s.key == answerSink {
		e.Answer = b.repeated(code.at, part)
	}
	return append(list, e)
}

// A fixed is a status that codes get to, whichever these are.
type fixed struct {
	of     sinkKey
	status Part
	code   *node
}

// fixedErrors returns the codes that get to such statuses. Where the program asks which
// one it is, it may know better.
func (b *builder) fixedErrors() []Error {
	if len(b.statuses.fixed) == 0 {
		return nil
	}
	asked := make(map[*node]bool)
	for _, c := range b.comparisons {
		asked[c.a], asked[c.b] = true, true
	}
	var list []Error
	steps := maxBackwards
	for _, x := range b.statuses.fixed {
		var codes []*leaf
		var ways []*node
		b.backwards([]*node{x.code}, &steps, func(n *node) {
			ways = append(ways, n)
			if n.leaf != nil && n.leaf.expr != nil && n.leaf.within == nil {
				codes = append(codes, n.leaf)
			}
		})
		ways = b.reach(ways, max(steps, 0), downstream)
		if steps -= len(ways); steps <= 0 {
			break // not all that it is compared with is known
		}
		if slices.ContainsFunc(ways, func(n *node) bool { return asked[n] || n.kind == uppered || n.kind == partial }) {
			continue
		}
		for _, code := range codes {
			if code.value == "" || x.of == answerSink && b.answers[code.value] && b.inTest(code.expr) {
				continue
			}
			list = append(list, Error{
				Status:  x.status,
				Code:    Part{Expr: code.expr, Pos: code.expr.Pos(), End: code.expr.End(), Text: code.value},
				Fixed:   true,
				Carried: x.of == carrierSink,
				Copied:  x.of == copySink,
			})
		}
	}
	return list
}

// statusPart returns a status that is a constant.
func (b *builder) statusPart(e ast.Expr) (Part, bool) {
	value := b.info.Types[e].Value
	if value == nil {
		return Part{}, false
	}
	n, exact := constant.Int64Val(constant.ToInt(value))
	return Part{Expr: e, Pos: e.Pos(), End: e.End(), Number: int(n)}, exact
}

// boundElement notes what becomes of an element or key of a container.
func (b *builder) boundElement(f *frame, e ast.Expr, n, to *node) {
	if b.statuses.matter && b.bindable(b.typeOf(e)) {
		b.bound(binding{frame: f, expr: e, at: e, n: n, to: to})
	}
}

// ErrorField returns what a field is of an error where it is read: of one of the SDK, of
// a struct in its shape, or of one of the program's own that only ever carries both. It
// returns false for another field.
func (r *Result) ErrorField(v *types.Var) (Role, bool) {
	if r.builder == nil {
		if sdk.IsStatusField(v) {
			return Status, true
		}
		return Code, sdk.IsCodeField(v)
	}
	field := r.builder.errorField(v)
	return field.Role, field.Of != ""
}
