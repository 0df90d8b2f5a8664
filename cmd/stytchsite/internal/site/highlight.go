package site

import (
	"go/scanner"
	"go/token"
	"html/template"
	"strconv"
	"strings"

	"github.com/stytchlint/stytchlint/catalog"
)

// Go returns Go code as HTML, a span for each line and for what has a colour. Names
// in it that are codes lead to their pages, and where the code is wrong, those that are
// none are underlined.
func (p *page) Go(code string, wrong bool) template.HTML {
	src := []byte(strings.TrimRight(code, "\n"))
	file := token.NewFileSet().AddFile("", -1, len(src))
	var s scanner.Scanner
	s.Init(file, src, func(token.Position, string) {}, scanner.ScanComments) // code that is no Go is text
	var b strings.Builder
	b.WriteString(`<span class="ln">`)
	at := 0
	text := func(to int, open, end string) {
		for i, line := range strings.Split(string(src[at:to]), "\n") {
			if i > 0 {
				b.WriteString("</span>\n<span class=\"ln\">")
			}
			if line != "" {
				b.WriteString(open + template.HTMLEscapeString(line) + end)
			}
		}
		at = to
	}
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			break
		}
		class := classOf(tok)
		if class == "" {
			continue
		}
		start := file.Offset(pos)
		text(start, "", "")
		open, end := p.span(class, lit, wrong)
		text(start+len(lit), open, end)
	}
	text(len(src), "", "")
	b.WriteString("</span>")
	return template.HTML(b.String()) //nolint:gosec // all text was escaped
}

// classOf returns the class of a token, "" for one without a colour.
func classOf(tok token.Token) string {
	switch {
	case tok.IsKeyword():
		return "k"
	case tok == token.STRING || tok == token.CHAR:
		return "s"
	case tok == token.COMMENT:
		return "c"
	case tok == token.INT || tok == token.FLOAT:
		return "n"
	}
	return ""
}

// span returns the tags around a token.
func (p *page) span(class, lit string, wrong bool) (open, end string) {
	name, err := strconv.Unquote(lit)
	if class != "s" || err != nil || !strings.Contains(name, "_") { // a single word may be any text
		return `<span class="` + class + `">`, `</span>`
	}
	match := catalog.Nearest(name)
	if wrong && match.Certain() {
		class += " wrong"
	}
	path := codePath(name)
	if path == "" && match.Fix() != "" {
		path = codePath(match.Fix())
	}
	if path == "" || path == p.Path {
		return `<span class="` + class + `">`, `</span>`
	}
	return `<a class="` + class + `" href="` + p.Root() + path + `">`, `</a>`
}
