// Package analyzer lists the checks of stytchlint in the order in which they
// are shown.
package analyzer

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/program"
	"github.com/stytchlint/stytchlint/analyzer/stytchcode"
	"github.com/stytchlint/stytchlint/analyzer/stytchcredentials"
	"github.com/stytchlint/stytchlint/analyzer/stytchignore"
	"github.com/stytchlint/stytchlint/analyzer/stytchsend"
	"github.com/stytchlint/stytchlint/analyzer/stytchstatus"
	"github.com/stytchlint/stytchlint/analyzer/stytchtarget"
	"github.com/stytchlint/stytchlint/analyzer/stytchtext"
	"github.com/stytchlint/stytchlint/analyzer/stytchtoken"
	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled"
)

// All returns every check, in order.
func All() []*analysis.Analyzer {
	return []*analysis.Analyzer{
		stytchcode.Analyzer,
		stytchtarget.Analyzer,
		stytchstatus.Analyzer,
		stytchtext.Analyzer,
		stytchtoken.Analyzer,
		stytchunhandled.Analyzer,
		stytchsend.Analyzer,
		stytchcredentials.Analyzer,
		stytchignore.Analyzer,
	}
}

// LeavesOutTests reports whether what a check says of a package is the same whether or not
// its tests are compiled with it.
func LeavesOutTests(check *analysis.Analyzer) bool {
	return slices.Contains(check.Requires, program.Analyzer)
}
