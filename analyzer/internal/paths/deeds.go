package paths

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A Deed is what an instruction does, as far as others may notice.
type Deed uint32

// What an instruction does.
const (
	CallsNext    Deed = 1 << iota // calls the handler that stands behind this one
	Responds                      // answers with a success, or with who knows what
	Refuses                       // answers with a failure
	blamesServer                  // namely the server's
	Makes                         // makes an answer that has to be returned
	Touches                       // prepares an answer
	Stops                         // keeps the handlers that follow from running, or may
	Logged                        // logs
	Counted                       // counts
	Acts                          // does anything else that others may notice
	leaves                        // leaves the function

	// What it does with what a call behind which it stands has brought.
	Uses     // hands on, keeps or returns the response
	Approves // returns that all is well
	changes  // gives a variable another value
	tells    // hands on the error
)

// stepOf returns what an instruction does that is no call, and whether a check is told of
// it.
func (p *Path) stepOf(instr ssa.Instruction) (Deed, bool) {
	switch instr := instr.(type) {
	case *ssa.Alloc, *ssa.BinOp, *ssa.TypeAssert, *ssa.Range, *ssa.If:
		return 0, true
	case *ssa.Store:
		_, own := p.declared(instr.Addr)
		switch {
		case own:
			return 0, true
		case isCount(instr.Val):
			return Counted, true
		}
		return Acts, true
	case *ssa.MapUpdate:
		_, literal := instr.Map.(*ssa.MakeMap)
		switch {
		case literal:
			return 0, true
		case isCount(instr.Value):
			return Counted, true
		}
		return Acts, true
	case *ssa.Send, *ssa.Go:
		return Acts, true
	case *ssa.Panic:
		return leaves, true
	case *ssa.Return:
		if p.Own() {
			return leaves, true
		}
		return 0, true
	}
	return 0, false
}

// isCount reports whether a value is what a place held, and something more.
func isCount(v ssa.Value) bool {
	op, ok := v.(*ssa.BinOp)
	if !ok {
		return false
	}
	_, constant := op.Y.(*ssa.Const)
	if b, ok := op.Type().Underlying().(*types.Basic); !ok || b.Info()&types.IsNumeric == 0 {
		return false
	}
	switch op.X.(type) {
	case *ssa.UnOp, *ssa.Lookup:
		return constant
	}
	return false
}

// deedOf returns what a call does.
func (p *Path) deedOf(call *Call) Deed {
	if sum := p.summaryOf(p.walk, call); sum != nil && len(sum.rows) > 0 {
		return sum.deeds & (Logged | Counted | Acts | Touches | Responds | Stops | CallsNext | Makes)
	}
	common := call.Instr.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		return builtins[b.Name()]
	}
	row := p.Rule(call.Fn)
	switch {
	case callsHandler(call, row):
		return CallsNext
	case row.Does == library.AnswersLate:
		return Makes
	case row.Does == library.Answers:
		return p.answerOf(call, row)
	case row.Is(library.StopsChain):
		return Stops
	case row.Does == library.SetsCookie:
		return Touches
	}
	handed := handedResponder(call)
	switch {
	case handed != nil && row.Is(library.NoAnswer):
		return Touches
	case handed != nil && mayStop(handed):
		return Responds | Stops
	case handed != nil, p.answersThrough(call):
		return Responds
	case call.Fn == nil:
		return Acts
	case row.Is(library.Counts), library.LooksLikeCount(call.Fn):
		return Counted
	case library.OnlyTells(call.Fn), row.Does == library.KeepsError:
		return Logged
	case call.Fn.Name() == "Error" && call.Fn.Signature().Recv() != nil && call.Fn.Signature().Params().Len() == 0:
		return 0
	case row.Is(library.Steady|library.Pure|library.Harmless|library.Waits) || row.Does == library.SameValue || row.Does.OfErrors():
		return 0
	case isHeader(call.Fn):
		return Touches
	}
	return Acts
}

var builtins = map[string]Deed{"print": Logged, "println": Logged, "delete": Acts, "clear": Acts, "copy": Acts, "close": Acts, "recover": Acts}

// answerOf returns what a call does that answers.
func (p *Path) answerOf(call *Call, row library.Row) Deed {
	status, _ := p.Number(p.Status(call, row))
	d := answering(status)
	if row.Is(library.StopsChain) {
		d |= Stops
	}
	return d
}

// Status returns the status with which a call answers, by the row of its function; 0 if
// that does not show.
func (p *Path) Status(call *Call, row library.Row) Value {
	switch {
	case row.Answer.Status != 0:
		return p.Int(int64(row.Answer.Status))
	case row.Arg >= 0:
		return call.Arg(row.Arg)
	}
	return 0
}

// answering returns what it means to answer with a status.
func answering(status int64) Deed {
	switch {
	case status >= 500:
		return Refuses | blamesServer
	case status >= 400:
		return Refuses
	case status >= 300:
		return Refuses | Responds
	}
	return Responds
}
