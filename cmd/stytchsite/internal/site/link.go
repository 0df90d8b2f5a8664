package site

import (
	"go/doc/comment"
	"html/template"
	"regexp"
	"strings"

	"github.com/stytchlint/stytchlint/catalog"
)

// codePath returns where the page of a code is, or of a name that is none and of which
// something is known, from the root of the site; "" where there is no such page.
func codePath(name string) string {
	_, isCode := catalog.Lookup(name)
	_, isAlias := catalog.Stytch().Alias(name)
	_, isRetired := catalog.Stytch().Retired(name)
	if !isCode && !isAlias && !isRetired {
		return ""
	}
	return "codes/" + name + ".html"
}

// oauthPath returns where the page of a code of OAuth 2.0 is: some have the name of a
// code of Stytch.
func oauthPath(name string) string { return "codes/oauth2/" + name + ".html" }

// linked matches what text may lead to: names with underscores, and addresses.
var linked = regexp.MustCompile(`https://[^\s"<>()]*[^\s"<>().,;:]|[a-z0-9]+(?:_[a-z0-9]+)+`)

// Prose returns text in which codes and addresses are links.
func (p *page) Prose(text string) template.HTML {
	return p.linkHTML(template.HTMLEscapeString(text))
}

// linkHTML makes links of the codes and addresses in HTML that has no tags with such
// words in them.
func (p *page) linkHTML(html string) template.HTML {
	return template.HTML(linked.ReplaceAllStringFunc(html, func(word string) string { //nolint:gosec // it was escaped
		if strings.HasPrefix(word, "https://") {
			return `<a href="` + word + `">` + strings.TrimPrefix(word, "https://") + `</a>`
		}
		word = `<code>` + word + `</code>`
		if path := codePath(word[len("<code>") : len(word)-len("</code>")]); path != "" && path != p.Path {
			return `<a href="` + p.Root() + path + `">` + word + `</a>`
		}
		return word
	}))
}

// Blocks returns the documentation of a check as HTML.
func (p *page) Blocks(blocks []comment.Block) template.HTML {
	var b strings.Builder
	var printer comment.Printer
	for _, block := range blocks {
		if code, ok := block.(*comment.Code); ok {
			b.WriteString("<pre tabindex=\"0\"><code>" + template.HTMLEscapeString(strings.TrimRight(code.Text, "\n")) + "</code></pre>\n")
			continue
		}
		b.WriteString(string(p.linkHTML(string(printer.HTML(&comment.Doc{Content: []comment.Block{block}})))))
	}
	return template.HTML(b.String()) //nolint:gosec // the printer escapes
}
