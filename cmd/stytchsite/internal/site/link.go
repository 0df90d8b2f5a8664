package site

import (
	"compress/flate"
	"encoding/base64"
	"errors"
	"go/doc/comment"
	"html/template"
	"regexp"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/checkdoc"
	"github.com/stytchlint/stytchlint/catalog"
)

// codePath returns where a code is shown, or a name that is none and of which something
// is known, from the root of the site; "" for any other name. A code of which no more
// than the name is known has a place among the others and no page.
func codePath(name string) string {
	_, isAlias := catalog.Stytch().Alias(name)
	_, isRetired := catalog.Stytch().Retired(name)
	c, isCode := catalog.Lookup(name)
	switch {
	case isCode && (code{Code: c}).Known():
		return "codes/" + name + ".html"
	case isCode:
		return "codes.html#" + name
	case isAlias || isRetired:
		return "names.html#" + name
	}
	return ""
}

// oauthPath returns where the page of a code of OAuth 2.0 is: some have the name of a
// code of Stytch.
func oauthPath(name string) string { return "codes/oauth2/" + name + ".html" }

// Try returns a link to the playground that carries a program, as the playground's own
// links do.
func (p *page) Try(program string) (template.URL, error) {
	var b strings.Builder
	encoder := base64.NewEncoder(base64.RawURLEncoding, &b)
	w, err := flate.NewWriter(encoder, flate.BestCompression)
	if err != nil {
		return "", err
	}
	_, err = w.Write([]byte(program))
	err = errors.Join(err, w.Close(), encoder.Close())
	return template.URL(p.Root() + "playground.html#code=" + b.String()), err //nolint:gosec // made here
}

// linked matches what text may lead to: names with underscores, and addresses.
var linked = regexp.MustCompile(`https://[^\s"<>()]*[^\s"<>().,;:]|[a-z0-9]+(?:_[a-z0-9]+)+`)

// Prose returns text in which codes and addresses are links.
func (p *page) Prose(text string) template.HTML {
	html := template.HTMLEscapeString(text)
	return template.HTML(linked.ReplaceAllStringFunc(html, func(word string) string { //nolint:gosec // it was escaped
		if address, ok := strings.CutPrefix(word, "https://"); ok {
			return `<a href="` + word + `">` + address + `</a>`
		}
		html := `<code>` + word + `</code>`
		if path := codePath(word); path != "" && path != p.Path {
			return `<a href="` + p.Root() + path + `">` + html + `</a>`
		}
		return html
	}))
}

// Blocks returns the documentation of a check as HTML.
func (p *page) Blocks(blocks []comment.Block) template.HTML {
	var b strings.Builder
	for _, block := range blocks {
		switch block := block.(type) {
		case *comment.Code:
			b.WriteString(`<pre tabindex="0"><code>` + template.HTMLEscapeString(strings.TrimRight(block.Text, "\n")) + "</code></pre>\n")
		case *comment.List:
			b.WriteString("<ul>\n")
			for _, item := range block.Items {
				b.WriteString("<li>" + string(p.Prose(checkdoc.Text(item.Content))) + "</li>\n")
			}
			b.WriteString("</ul>\n")
		default:
			b.WriteString("<p>" + string(p.Prose(checkdoc.Text([]comment.Block{block}))) + "</p>\n")
		}
	}
	return template.HTML(b.String()) //nolint:gosec // all text was escaped
}
