package paths

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// isRange reports whether an operation asks whether a range loop is at its end. What is
// done for each element of a response is not done for an empty one.
func isRange(op *ssa.BinOp) bool {
	_, length := op.Y.(*ssa.Call)
	return op.Op == token.LSS && strings.HasPrefix(op.Block().Comment, "rangeindex") && length
}

// nilTested returns what an operation compares with nil; nil if it is no such operation.
func nilTested(op *ssa.BinOp) ssa.Value {
	for _, side := range [...][2]ssa.Value{{op.X, op.Y}, {op.Y, op.X}} {
		if c, ok := side[1].(*ssa.Const); ok && c.IsNil() {
			return side[0]
		}
	}
	return nil
}

// mayBeNil reports whether a call may return no response when the API has refused:
// the methods of clients do not since v3.
func mayBeNil(call ssa.CallInstruction) bool {
	fn := Callee(call.Common())
	if fn == nil || fn.Name() != "Authenticate" || fn.Pkg() == nil || !sdk.InModule(fn.Pkg().Path()) {
		return true
	}
	major := sdk.CallMajor(fn)
	return major == "" || major == "v2"
}

// isForItsDeed reports whether a call is there for what it does: its results are left
// alone, or are nothing but an error.
func isForItsDeed(call ssa.CallInstruction) bool {
	results := call.Common().Signature().Results()
	return results.Len() == 0 || isUnused(call.Value()) || results.Len() == 1 && library.IsError(results.At(0).Type())
}

// isAsked reports whether a call is there for what it answers: yes, no or a number.
func isAsked(call ssa.CallInstruction) bool {
	results := call.Common().Signature().Results()
	if results.Len() != 1 || isUnused(call.Value()) {
		return false
	}
	b, ok := results.At(0).Type().Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsBoolean|types.IsNumeric) != 0
}

func isUnused(v *ssa.Call) bool {
	if v == nil {
		return true
	}
	for _, r := range *v.Referrers() {
		if e, ok := r.(*ssa.Extract); !ok || len(*e.Referrers()) > 0 {
			return false
		}
	}
	return true
}

// inLoop reports whether a block may run twice.
func inLoop(b *ssa.BasicBlock) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	var visit func(from *ssa.BasicBlock) bool
	visit = func(from *ssa.BasicBlock) bool {
		for _, s := range from.Succs {
			if s == b {
				return true
			}
			if !seen[s] {
				seen[s] = true
				if visit(s) {
					return true
				}
			}
		}
		return false
	}
	return visit(b)
}
