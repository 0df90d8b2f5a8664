package valueflow

import (
	"go/ast"
	"go/token"
	"go/types"

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
