package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/fatih/color"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/source"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/secret"
)

// A textPrinter prints findings for people.
type textPrinter struct {
	dir   string // paths are shown relative to it where that is shorter
	files source.Files

	place, check, marker, fixable *color.Color
}

func newTextPrinter(dir string, colored bool, files source.Files) *textPrinter {
	p := &textPrinter{
		dir:     dir,
		files:   files,
		place:   color.New(color.Bold),
		check:   color.New(color.Faint),
		marker:  color.New(color.FgRed, color.Bold),
		fixable: color.New(color.FgGreen),
	}
	for _, c := range []*color.Color{p.place, p.check, p.marker, p.fixable} {
		if colored {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
	}
	return p
}

// text returns each finding: where, what, by which check; then the source line
// with a mark under the range, followed by the fix if there is one.
func (p *textPrinter) text(findings []finding.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "%s %s %s\n", p.place.Sprint(p.position(f)+":"), f.Message, p.check.Sprintf("(%s)", f.Check))
		code, marks := underline(secret.Mask(p.files.Line(f.File, f.Line)), f)
		if code != "" {
			fmt.Fprintln(&b, code)
		}
		switch {
		case code != "" && f.Fix != nil:
			fmt.Fprintln(&b, p.marker.Sprint(marks), p.fixable.Sprint("fix: "+f.Fix.Message))
		case code != "":
			fmt.Fprintln(&b, p.marker.Sprint(marks))
		case f.Fix != nil:
			fmt.Fprintln(&b, snippetIndent+p.fixable.Sprint("fix: "+f.Fix.Message))
		}
	}
	return b.String()
}

// position returns "file:line:column" without the parts that are not known.
func (p *textPrinter) position(f finding.Finding) string {
	switch {
	case f.Line == 0:
		return cmp.Or(f.File, "-")
	case f.Column == 0:
		return fmt.Sprintf("%s:%d", p.name(f.File), f.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.name(f.File), f.Line, f.Column)
}

// name returns the name to print of a file, which a //line comment may have left
// empty.
func (p *textPrinter) name(file string) string {
	if file == "" {
		return "-"
	}
	return shortPath(p.dir, file)
}

// shortPath returns path relative to dir if that is shorter.
func shortPath(dir, path string) string {
	if rel, err := filepath.Rel(dir, path); err == nil && len(rel) < len(path) {
		return rel
	}
	return path
}

// summary says how much was found and how much of it can be fixed.
func summary(findings []finding.Finding) string {
	fixable := fixable(findings)
	text := count(len(findings), "finding", "findings")
	switch fixable {
	case 0:
	case len(findings):
		text += ", fixable with -fix"
	default:
		text += fmt.Sprintf(", %d of them fixable with -fix", fixable)
	}
	return text + "\n"
}

// useColor decides about colour for a writer to standard output, given the
// value of -color. For "auto" that is what the color package found out when
// the program started: a terminal, no NO_COLOR, no TERM=dumb.
func useColor(mode string) bool {
	switch mode {
	case "always":
		return true
	case "never":
		return false
	}
	return !color.NoColor
}
