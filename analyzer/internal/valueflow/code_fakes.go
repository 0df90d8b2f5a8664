package valueflow

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// Servers that stand in for Stytch answer with errors of Stytch's shape: as a
// map with the key error_type, or as JSON in a string, which may be put together
// there. The code in them is made by the program, like that of an error it builds.

// fakeMap notes the code in a map literal of that shape.
func (b *builder) fakeMap(f *frame, e *ast.CompositeLit) {
	if !b.stytch {
		return
	}
	var code, status ast.Expr
	var names []string
	shaped := false
	for _, elt := range e.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return
		}
		key, _ := library.StringValue(b.info.Types[kv.Key].Value)
		if key != "" {
			names = append(names, key)
		}
		switch key {
		case "error_type":
			code = kv.Value
		case "status_code":
			status, shaped = kv.Value, true
		case "error_message":
			shaped = true
		}
	}
	if code != nil && shaped && !errfield.IsForeign(names) {
		b.answer(b.value(f, code), e, b.doubtful(e))
		b.fakeError(f, e, status, code)
	}
}

// An embedded code stands in a string of JSON.
type embedded struct {
	value    string
	pos, end token.Pos
}

// fakeJSON notes the codes in a literal that holds JSON of that shape.
func (b *builder) fakeJSON(lit *ast.BasicLit) {
	if !b.stytch || lit.Kind != token.STRING || b.embedded[lit] != nil {
		return
	}
	text := lit.Value
	if !strings.Contains(text, "error_type") || !strings.Contains(text, "status_code") && !strings.Contains(text, "error_message") {
		return
	}
	quote := `"`
	if text[0] == '"' {
		quote = `\"`
	}
	offset := 0
	for {
		_, rest, ok := strings.Cut(text[offset:], quote+"error_type"+quote)
		if !ok {
			return
		}
		offset = len(text) - len(rest)
		if errfield.IsForeign(errfield.NamesInJSON(text, offset)) {
			continue
		}
		rest = strings.TrimLeft(rest, " \t")
		rest, ok = strings.CutPrefix(rest, ":")
		if !ok {
			continue
		}
		rest, ok = strings.CutPrefix(strings.TrimLeft(rest, " \t"), quote)
		if !ok {
			continue
		}
		code, _, ok := strings.Cut(rest, quote)
		if !ok || strings.ContainsAny(code, "%\\{$\n") {
			continue
		}
		if !b.shaped.fakes(b, lit) {
			b.answers[code] = true
			continue
		}
		start := lit.Pos() + token.Pos(len(text)-len(rest))
		found := embedded{code, start, start + token.Pos(len(code))}
		if int(lit.End()-lit.Pos()) != len(text) {
			// The parser drops carriage returns from raw strings.
			found.pos, found.end = lit.Pos(), lit.End()
		}
		b.embedded[lit] = append(b.embedded[lit], found)
	}
}

// isErrorText reports whether a text looks like JSON of that shape, as far as the
// code.
func isErrorText(text string) bool {
	i := strings.Index(text, "error_type")
	return i >= 0 && !errfield.IsForeign(errfield.NamesInJSON(text, i)) && (strings.Contains(text, "status_code") || strings.Contains(text, "error_message") || strings.Contains(text, "request_id"))
}

// endsWith reports whether the value of a name comes behind a text.
func endsWith(text, name string) bool {
	text = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(text, " "), `"`), " ")
	text, ok := strings.CutSuffix(text, ":")
	return ok && strings.HasSuffix(strings.TrimRight(text, " "), `"`+name+`"`)
}

// fakeFormat notes the code among the arguments of a function that formats JSON of
// that shape.
func (b *builder) fakeFormat(f *frame, call *ast.CallExpr, sig *types.Signature) {
	first := sig.Params().Len() - 1 // of what is formatted
	if !b.stytch || !sig.Variadic() || first < 1 || len(call.Args) <= first || call.Ellipsis.IsValid() {
		return
	}
	format := ast.Unparen(call.Args[first-1])
	text, ok := library.StringValue(b.info.Types[format].Value)
	if !ok || !isErrorText(text) {
		return
	}
	var status, code ast.Expr
	at := 0
	for i, verb := range library.Verbs(text) {
		before, after := text[:verb.Start], text[verb.End:]
		if strings.HasSuffix(before, `"`) && !strings.HasPrefix(after, `"`) {
			continue // it is a part of the code
		}
		if first+i >= len(call.Args) {
			break
		}
		switch arg := call.Args[first+i]; {
		case endsWith(before, "status_code"):
			status = arg
		case endsWith(before, "error_type"):
			code, at = arg, verb.Start
		}
	}
	if code != nil {
		b.answer(b.value(f, code), format, b.doubtful(format))
		b.fakeText(f, format, status, code, text, at)
	}
}

// fakeParts notes the code among texts that are added up to JSON of that shape.
func (b *builder) fakeParts(f *frame, parts []ast.Expr) {
	if len(parts) < 3 {
		return
	}
	texts, all := make([]string, len(parts)), ""
	for i, e := range parts {
		texts[i], _ = library.StringValue(b.info.Types[e].Value)
		all += cmp.Or(texts[i], "?")
	}
	if !isErrorText(all) {
		return
	}
	var status, code, before ast.Expr
	offset, at := 0, 0
	for i, e := range parts[1:] {
		offset += len(cmp.Or(texts[i], "?"))
		switch {
		case endsWith(texts[i], "status_code"):
			status = e
		case endsWith(texts[i], "error_type") && i+2 < len(parts) && strings.HasPrefix(texts[i+2], `"`):
			code, before, at = e, parts[i], offset
		}
	}
	if code != nil {
		b.answer(b.value(f, code), before, b.doubtful(before))
		b.fakeText(f, before, status, code, all, at)
	}
}

// operands returns what a sum is made of, but for constants, which are whole.
func (b *builder) operands(e ast.Expr) []ast.Expr {
	if sum, ok := ast.Unparen(e).(*ast.BinaryExpr); ok && sum.Op == token.ADD && b.info.Types[sum].Value == nil {
		return append(b.operands(sum.X), b.operands(sum.Y)...)
	}
	return []ast.Expr{e}
}
