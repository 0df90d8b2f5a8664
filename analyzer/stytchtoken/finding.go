package stytchtoken

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/program"
	"github.com/stytchlint/stytchlint/catalog"
)

// A finding is a call that spends a token which is spent already.
type finding struct {
	call     ssa.CallInstruction
	first    ssa.CallInstruction // the call that spent it before
	op       *catalog.Operation
	fails    bool // a path leads here on which the first call has not failed
	repeat   bool // the first call is the call itself, in an earlier round
	again    bool // another function calls it again
	reusable bool // the first result is at hand on all paths
}

// emit reports the findings of the package.
func (c *check) emit() {
	if len(c.findings) == 0 {
		return
	}
	root := program.Of(c.pass).Root
	x := &fixer{c, edit.CallsIn(root), edit.UsesIn(c.info, root)}
	for _, pos := range slices.Sorted(maps.Keys(c.findings)) {
		f := c.findings[pos]
		call := x.calls[pos].Node()
		category, message := c.message(f)
		c.report.Report(analysis.Diagnostic{Pos: call.Pos(), End: call.End(), Category: category, Message: message, SuggestedFixes: x.fix(f)}, true)
	}
}

// message says what is wrong and what to do.
func (c *check) message(f *finding) (category, message string) {
	noun := nounOf(f.op)
	end := "fails"
	if len(f.op.Codes) > 0 {
		quoted := make([]string, len(f.op.Codes))
		for i, code := range f.op.Codes {
			quoted[i] = fmt.Sprintf("%q", code)
		}
		end = "ends with " + strings.Join(quoted, " or ")
	}
	switch {
	case f.again || !f.fails:
		return "retry", fmt.Sprintf("this %s works once, so a retry after an answer of the API %s; retry only failures that are not a stytcherror.Error", noun, end)
	case f.repeat:
		return "loop", fmt.Sprintf("this %s stays the same in the loop, but works once: from the second round on the call %s; make the call once, before the loop", noun, end)
	}
	verb := "used"
	if strings.HasSuffix(f.op.Name, ".Authenticate") {
		verb = "authenticated"
	}
	return "spent", fmt.Sprintf("this %s was already %s %s; it works once, so this call %s; use the first result", noun, verb, c.where(f), end)
}

// where says where the first call of a finding stands: a middleware may be in another
// file.
func (c *check) where(f *finding) string {
	first, call := c.pass.Fset.Position(f.first.Common().Pos()), c.pass.Fset.Position(f.call.Common().Pos())
	if first.Filename != call.Filename {
		return fmt.Sprintf("on line %d of %s", first.Line, filepath.Base(first.Filename))
	}
	return fmt.Sprintf("on line %d", first.Line)
}

// nouns are what the tokens of operations are called, by their names without the product.
var nouns = map[string]string{
	"Impersonation.Authenticate":        "impersonation token",
	"MagicLinks.Authenticate":           "magic link token",
	"MagicLinks.Discovery.Authenticate": "discovery magic link token",
	"OAuth.Authenticate":                "OAuth token",
	"OAuth.Discovery.Authenticate":      "discovery OAuth token",
	"OTPs.Authenticate":                 "passcode",
	"OTPs.Email.Authenticate":           "passcode",
	"OTPs.Email.Discovery.Authenticate": "passcode",
	"OTPs.Sms.Authenticate":             "passcode",
	"Passwords.Discovery.Email.Reset":   "password reset token",
	"Passwords.Email.Reset":             "password reset token",
	"RecoveryCodes.Recover":             "recovery code",
	"SSO.Authenticate":                  "SSO token",
	"Sessions.ExchangeAccessToken":      "access token",
	"TOTPs.Recover":                     "recovery code",
}

// nounOf returns what the token of an operation is called.
func nounOf(op *catalog.Operation) string {
	_, call, _ := strings.Cut(op.Name, " ")
	return nouns[call]
}
