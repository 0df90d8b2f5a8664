package editor

import (
	"regexp"
	"strings"
	"sync"
)

// A words is a text that is being written, with the marks of Markdown or without.
type words struct {
	b     strings.Builder
	marks bool
}

// paragraph adds one, which has its marks already.
func (w *words) paragraph(text string) {
	if w.b.Len() > 0 {
		w.b.WriteString("\n")
	}
	w.b.WriteString(text + "\n")
}

// rule adds what keeps two codes apart.
func (w *words) rule() {
	if w.marks {
		w.paragraph("---")
	}
}

// list adds items, each without marks.
func (w *words) list(items []string) {
	if w.marks {
		w.b.WriteString("\n")
	}
	for _, item := range items {
		w.b.WriteString("- " + w.text(item) + "\n")
	}
}

// strong returns text that stands out.
func (w *words) strong(text string) string {
	if w.marks {
		return "**" + text + "**"
	}
	return text
}

// quoted returns what a program says.
func (w *words) quoted(text string) string {
	if !w.marks {
		return text
	}
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		return fence + " " + text + " " + fence
	}
	return fence + text + fence
}

// link returns a link to a page, after some words.
func (w *words) link(before, url string) string {
	if w.marks {
		return before + "<" + url + ">"
	}
	return before + url
}

// spelled are the texts and the names in a sentence; marking the characters that would
// be marks otherwise.
var (
	spelled = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile("\"[^\"\\s]+\"|[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+")
	})
	marking = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "<", `\<`, ">", `\>`, "[", `\[`, "]", `\]`, "&", `\&`, "#", `\#`)
)

// text returns a sentence. The names in it are set as what a program says, so that
// nothing in them is a mark.
func (w *words) text(sentence string) string {
	if !w.marks {
		return sentence
	}
	var b strings.Builder
	at := 0
	for _, loc := range spelled().FindAllStringIndex(sentence, -1) {
		b.WriteString(marking.Replace(sentence[at:loc[0]]))
		b.WriteString(w.quoted(strings.Trim(sentence[loc[0]:loc[1]], `"`)))
		at = loc[1]
	}
	b.WriteString(marking.Replace(sentence[at:]))
	return b.String()
}
