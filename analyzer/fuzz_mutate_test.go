package analyzer_test

import (
	"go/ast"
	"go/format"
	"go/parser"
	"go/scanner"
	"go/token"
	"slices"
)

// A span is a part of a file.
type span struct{ start, end int }

// The parts of a file that a change may be about.
type parts struct {
	text                                  []byte
	exprs, stmts, decls, tokens, literals []span
}

// A mutation changes a file. It returns nil where it finds nothing to change.
type mutation func(p *parts, s *steering) []byte

var mutations = []mutation{
	func(p *parts, s *steering) []byte { return p.replace(s, p.exprs) },
	func(p *parts, s *steering) []byte { return p.with(p.pick(s, p.stmts), "") },
	func(p *parts, s *steering) []byte {
		at := p.pick(s, p.stmts)
		return p.with(at, p.of(at)+"\n"+p.of(at))
	},
	func(p *parts, s *steering) []byte { return p.replace(s, p.stmts) },
	func(p *parts, s *steering) []byte { return p.wrap(s, p.stmts, statementsAround) },
	func(p *parts, s *steering) []byte { return p.wrap(s, p.exprs, expressionsAround) },
	func(p *parts, s *steering) []byte { return p.with(p.pick(s, p.decls), "") },
	func(p *parts, s *steering) []byte { return p.replace(s, p.tokens) },
	func(p *parts, s *steering) []byte { return p.with(p.pick(s, p.tokens), "") },
	func(p *parts, s *steering) []byte {
		return p.with(p.pick(s, p.literals), grammar["literal"][s.choose(len(grammar["literal"]))])
	},
	func(p *parts, s *steering) []byte {
		w := &writer{steering: s, left: 20}
		w.symbol("stmt", 8)
		at := p.pick(s, p.stmts)
		return p.with(at, p.of(at)+"\n"+w.text.String())
	},
	func(p *parts, s *steering) []byte { return p.text[:p.pick(s, p.tokens).end] },
}

// What a statement or an expression is put into.
var (
	statementsAround = [][2]string{
		{"if ok {\n", "\n}"},
		{"for range 3 {\n", "\n}"},
		{"func() {\n", "\n}()"},
		{"if err == nil {\n", "\n}"},
		{"defer func() {\n", "\n}()"},
		{"switch {\ndefault:\n", "\n}"},
		{"loop:\nfor {\n", "\nbreak loop\n}"},
		{"//stytchlint:ignore stytchcode so\n", ""},
	}
	expressionsAround = [][2]string{{"(", ")"}, {"!(", ")"}, {"&", ""}, {"*", ""}, {"string(", ")"}, {"any(", ")"}, {"", ".Error()"}, {"fmt.Sprint(", ")"}, {"errors.Join(", ")"}}
)

// mutate changes some parts of files.
func mutate(files []file, s *steering) []file {
	files = slices.Clone(files)
	if len(files) == 0 {
		return nil
	}
	for range s.choose(5) {
		f := &files[s.choose(len(files))]
		text := mutations[s.choose(len(mutations))](partsOf(f.text), s)
		if text == nil {
			continue
		}
		if formatted, err := format.Source(text); err == nil {
			text = formatted
		}
		f.text = text
	}
	return files
}

func partsOf(text []byte) *parts {
	p := &parts{text: text}
	fset := token.NewFileSet()
	parsed, err := parser.ParseFile(fset, "", text, parser.SkipObjectResolution)
	if parsed != nil && err == nil {
		ast.Inspect(parsed, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case ast.Expr:
				p.exprs = append(p.exprs, spanOf(fset, n))
			case ast.Stmt:
				p.stmts = append(p.stmts, spanOf(fset, n))
			case ast.Decl:
				p.decls = append(p.decls, spanOf(fset, n))
			}
			return true
		})
	}
	var sc scanner.Scanner
	tokens := token.NewFileSet().AddFile("", -1, len(text))
	sc.Init(tokens, text, func(token.Position, string) {}, scanner.ScanComments)
	for {
		pos, tok, lit := sc.Scan()
		if tok == token.EOF {
			return p
		}
		start := tokens.Offset(pos)
		if lit == "" {
			lit = tok.String()
		}
		at := span{start, min(start+len(lit), len(text))}
		p.tokens = append(p.tokens, at)
		if tok == token.STRING {
			p.literals = append(p.literals, at)
		}
	}
}

func spanOf(fset *token.FileSet, n ast.Node) span {
	return span{fset.Position(n.Pos()).Offset, fset.Position(n.End()).Offset}
}

func (p *parts) of(at span) string { return string(p.text[at.start:at.end]) }

func (p *parts) pick(s *steering, list []span) span {
	if len(list) == 0 {
		return span{}
	}
	return list[s.choose(len(list))]
}

// with returns the text with another one in a place.
func (p *parts) with(at span, text string) []byte {
	return slices.Concat(p.text[:at.start], []byte(text), p.text[at.end:])
}

// replace puts one part in the place of another.
func (p *parts) replace(s *steering, list []span) []byte {
	return p.with(p.pick(s, list), p.of(p.pick(s, list)))
}

func (p *parts) wrap(s *steering, list []span, around [][2]string) []byte {
	at := p.pick(s, list)
	a := around[s.choose(len(around))]
	return p.with(at, a[0]+p.of(at)+a[1])
}
