package stytchunhandled

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled/internal/repair"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/catalog"
)

// A finding is an answer or a call that something is wrong with.
type finding struct {
	pos, end   token.Pos
	category   string
	message    string
	shown      bool
	operations []catalog.Operation

	// For a fix.
	source  *source
	answer  *answer   // the answer that the server failed
	others  []*source // other calls that lead to it
	passage *passage  // the failure that is treated as a success
	goesOn  []answer  // the answers after which gin goes on
}

// judge looks at every source.
func (c *check) judge() {
	for _, s := range c.sources {
		if out := c.follow(s); len(out.answers) > 0 && !c.isOwn(s) {
			for i := range out.answers {
				c.answered(s, &out.answers[i])
			}
		}
		if p, a := c.letIn(s); a.kind != noAct {
			c.passed(s, p, a)
		} else if list := c.goesOn(s); len(list) > 0 {
			c.wentOn(s, list)
		}
	}
	c.leftOut()
	slices.SortStableFunc(c.findings, func(a, b *finding) int { return cmp.Compare(a.pos, b.pos) })
	fixer := repair.New(c.pass, c.root, c.decls)
	for _, f := range c.findings {
		c.report.Report(analysis.Diagnostic{
			Pos:            f.pos,
			End:            f.end,
			Category:       f.category,
			Message:        f.message,
			SuggestedFixes: fixer.Fix(c.repairOf(f)),
		}, f.shown)
	}
}

// answered notes an answer that the server failed. One that several calls lead
// to is reported once.
func (c *check) answered(s *source, a *answer) {
	for _, f := range c.findings {
		if f.pos == a.expr.Pos() && f.end == a.expr.End() && f.answer != nil {
			f.operations = union(f.operations, s.operations)
			f.others = append(f.others, s)
			return
		}
	}
	op := s.operations[0]
	how, remedy := statusText(a.scale, a.status), statusText(a.scale, c.remedy(op, a.scale))
	c.findings = append(c.findings, &finding{
		pos: a.expr.Pos(), end: a.expr.End(), category: "answer", shown: true,
		message:    fmt.Sprintf("%s is answered here as a failure of the server (%s); answer %s for it", failureOf(op), how, remedy),
		operations: s.operations, source: s, answer: a,
	})
}

// failureOf says how an operation fails every day, and with which codes.
func failureOf(op catalog.Operation) string {
	if len(op.Codes) == 0 {
		return op.Outcome
	}
	return fmt.Sprintf("%s (%s)", op.Outcome, quoted(op.Codes))
}

// remedy returns the status that a failure should be answered with.
func (c *check) remedy(op catalog.Operation, s library.Scale) int {
	status := outcomes[op.Outcome].status
	if s == library.GRPCCode {
		return grpcOf[status]
	}
	return status
}

// grpcOf are the codes of gRPC for statuses of HTTP.
var grpcOf = map[int]int{401: 16, 404: 5}

// grpcNames are the names of the codes of gRPC that messages may need.
var grpcNames = map[int]string{2: "Unknown", 5: "NotFound", 13: "Internal", 14: "Unavailable", 15: "DataLoss", 16: "Unauthenticated"}

func statusText(s library.Scale, status int) string {
	if s == library.GRPCCode {
		return grpcNames[status]
	}
	return fmt.Sprint(status)
}

func quoted(list []string) string {
	var q []string
	for _, s := range list {
		q = append(q, fmt.Sprintf("%q", s))
	}
	return strings.Join(q, " or ")
}

func union(a, b []catalog.Operation) []catalog.Operation {
	all := slices.Clone(a)
	for _, op := range b {
		if !slices.ContainsFunc(all, func(have catalog.Operation) bool { return have.Name == op.Name }) {
			all = append(all, op)
		}
	}
	return all
}

// passed notes a failure after which the function goes on.
func (c *check) passed(s *source, p *passage, a act) {
	op := s.operations[0]
	line := c.pass.Fset.Position(a.node.Pos()).Line
	var problem, remedy string
	switch {
	case s.err == nil:
		problem, remedy = "the error is dropped", "check it"
	case len(p.tests) == 0:
		problem, remedy = "the error is never checked", "check it"
	case c.dropsAnswer(p):
		problem, remedy = "the answer is made, but not returned", "return it"
	case p.answersFailure():
		problem, remedy = "the failure is answered, but the function does not return", "return there"
	default:
		problem, remedy = "the error is only "+p.noted(), "return there"
	}
	if param := ginParam(s.fn); param != nil && remedy == "return there" && (a.kind == callsNext || c.isMiddleware(s)) {
		remedy = nameOr(param.Name(), "c") + ".AbortWithStatusJSON and return there"
		if p.answersFailure() {
			remedy = nameOr(param.Name(), "c") + ".Abort and return there"
		}
		remedy = "call " + remedy
	}
	c.findings = append(c.findings, &finding{
		pos: s.call.Pos(), end: s.call.Lparen, category: "letin", shown: true,
		message: fmt.Sprintf("%s: with %s, line %d still %s as if the call had succeeded; %s",
			problem, op.Outcome, line, a.kind.phrase(), remedy),
		operations: s.operations, source: s, passage: p,
	})
}

// wentOn notes a failure that a middleware of gin answers, and after which the
// handlers that follow are run. One that several calls lead to is noted once.
func (c *check) wentOn(s *source, list []answer) {
	for _, f := range c.findings {
		list = slices.DeleteFunc(list, func(a answer) bool {
			return slices.ContainsFunc(f.goesOn, func(b answer) bool { return b.expr == a.expr })
		})
	}
	if len(list) == 0 {
		return
	}
	slices.SortFunc(list, func(a, b answer) int { return int(a.expr.Pos() - b.expr.Pos()) })
	name := nameOr(ginParam(s.fn).Name(), "c")
	remedy := name + ".Abort"
	if repair.IsGinJSON(c.info, list[0].expr.(*ast.CallExpr)) {
		remedy = name + ".AbortWithStatusJSON"
	}
	c.findings = append(c.findings, &finding{
		pos: s.call.Pos(), end: s.call.Lparen, category: "letin", shown: true,
		message: fmt.Sprintf("the failure is answered, but gin is not told to stop: with %s, line %d still lets the next handlers run as if the call had succeeded; call %s there",
			s.operations[0].Outcome, c.pass.Fset.Position(list[0].expr.Pos()).Line, remedy),
		operations: s.operations, source: s, goesOn: list,
	})
}

func nameOr(name, other string) string {
	if name == "" || name == "_" {
		return other
	}
	return name
}

// noted says what becomes of the failure.
func (p *passage) noted() string {
	logged, counted := false, false
	for n := range p.failed {
		if _, both := p.succeeded[n]; both {
			continue
		}
		counts := p.counting(n)
		_, isCall := n.(*ast.ExprStmt)
		logged, counted = logged || isCall && !counts, counted || counts
	}
	switch {
	case logged && counted:
		return "logged and counted"
	case counted:
		return "counted"
	case logged:
		return "logged"
	default:
		return "tested"
	}
}

// counting reports whether a statement counts something.
func (p *passage) counting(n ast.Node) bool {
	stmt, ok := n.(*ast.ExprStmt)
	if !ok {
		return p.check.counted(n) != nil
	}
	call, ok := ast.Unparen(stmt.X).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := p.check.callee(call)
	return fn != nil && p.check.counts(fn)
}

// answersFailure reports whether a failure is answered before the function goes
// on.
func (p *passage) answersFailure() bool {
	for n, sign := range p.failed {
		if _, both := p.succeeded[n]; !both && len(sign.answers) > 0 {
			return true
		}
	}
	return false
}

func (k actKind) phrase() string {
	switch k {
	case usesData:
		return "uses the response"
	case callsNext:
		return "calls the next handler"
	case responds:
		return "answers"
	default:
		return "returns"
	}
}
