package valueflow

import (
	"go/ast"
	"go/token"
	"strings"
)

// Servers that stand in for Stytch answer with errors of Stytch's shape: as a
// map with the key error_type, or as JSON in a string. The code in them is made
// by the program, like that of an error it builds.

// fakeMap notes the code in a map literal of that shape.
func (b *builder) fakeMap(f *frame, e *ast.CompositeLit) {
	if !b.stytch {
		return
	}
	var code ast.Expr
	shaped := false
	for _, elt := range e.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return
		}
		switch key, _ := stringValue(b.info.Types[kv.Key].Value); key {
		case "error_type":
			code = kv.Value
		case "status_code", "error_message":
			shaped = true
		}
	}
	if code != nil && shaped {
		b.answer(b.value(f, code), e, b.doubtful(e))
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
