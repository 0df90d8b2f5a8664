// Package checkdoc takes the documentation of a check apart, for formats that
// have places for its parts.
package checkdoc

import (
	"go/doc/comment"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A Doc is the documentation of a check.
type Doc struct {
	Summary  string // a sentence, without a full stop
	Why      []comment.Block
	Examples []Example
	Details  []comment.Block // what else there is to say
	Fix      []comment.Block // about the fix; may be empty
}

// An Example is code, either wrong or right.
type Example struct {
	Wrong bool
	Code  string
}

// Parse reads the documentation of a check: "NAME: summary", paragraphs that
// tell why, code below lines "Wrong:" and "Right:", and more paragraphs, one of
// which begins with "The fix".
func Parse(a *analysis.Analyzer) Doc {
	summary, rest, _ := strings.Cut(a.Doc, "\n")
	d := Doc{Summary: capital(strings.TrimPrefix(summary, a.Name+": "))}
	var parser comment.Parser
	label := ""
	for _, block := range parser.Parse(rest).Content {
		text := firstLine(block)
		code, isCode := block.(*comment.Code)
		switch {
		case text == "Wrong:" || text == "Right:":
			label = text
		case isCode && label != "":
			d.Examples = append(d.Examples, Example{Wrong: label == "Wrong:", Code: code.Text})
			label = ""
		case strings.HasPrefix(text, "The fix "):
			d.Fix = append(d.Fix, block)
		case len(d.Examples) == 0:
			d.Why = append(d.Why, block)
		default:
			d.Details = append(d.Details, block)
		}
	}
	return d
}

// firstLine returns the first line of a paragraph, or "".
func firstLine(block comment.Block) string {
	p, ok := block.(*comment.Paragraph)
	if !ok || len(p.Text) == 0 {
		return ""
	}
	plain, ok := p.Text[0].(comment.Plain)
	if !ok {
		return ""
	}
	line, _, _ := strings.Cut(string(plain), "\n")
	return line
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// Text returns blocks as plain text, each paragraph on a line.
func Text(blocks []comment.Block) string {
	printer := comment.Printer{TextWidth: -1}
	return strings.TrimSpace(string(printer.Text(&comment.Doc{Content: blocks})))
}

// Markdown returns blocks as Markdown, with fences around code.
func Markdown(blocks []comment.Block) string {
	var b strings.Builder
	var printer comment.Printer
	for _, block := range blocks {
		if code, ok := block.(*comment.Code); ok {
			b.WriteString(fence("text", code.Text))
		} else {
			b.Write(printer.Markdown(&comment.Doc{Content: []comment.Block{block}}))
		}
		b.WriteByte('\n')
	}
	return strings.TrimSpace(b.String())
}

// fence returns code as a Markdown block.
func fence(language, code string) string {
	return "```" + language + "\n" + strings.TrimRight(code, "\n") + "\n```\n"
}
