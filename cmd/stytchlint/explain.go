package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"go/doc/comment"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v3"
	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/catalog"
	"github.com/stytchlint/stytchlint/catalog/explain"
)

func explainCommand(analyzers []*analysis.Analyzer) *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "explain an error code, also by words of its title, or a check",
		ArgsUsage: "CODE|CHECK|WORDS...",
		ShellComplete: completeWords(func() []string {
			words := checkNames()
			for _, c := range catalog.All() {
				words = append(words, c.Name)
			}
			return words
		}),
		Action: func(_ context.Context, cmd *cli.Command) error {
			words := strings.TrimSpace(strings.Join(cmd.Args().Slice(), " "))
			if words == "" {
				return &failure{msg: "explain takes an error code, a check, or words of a title", hint: "see " + helpFor(cmd)}
			}
			text, err := explanation(words, analyzers)
			if err != nil {
				return err
			}
			_, err = io.WriteString(cmd.Root().Writer, text)
			return err
		},
	}
}

// explanation explains the check or the code of that name, or the code that words
// speak of.
func explanation(name string, analyzers []*analysis.Analyzer) (string, error) {
	for _, a := range analyzers {
		if a.Name == name {
			return explainCheck(a), nil
		}
	}
	if c, ok := spelt(name); ok {
		return explainCode(c), nil
	}
	match := catalog.Nearest(name)
	switch match.Reason {
	case catalog.Renamed, catalog.Removed, catalog.Foreign, catalog.Invented:
		return explainOther(name, match), nil
	}
	// A name that is none is an error, however near it is to another.
	if !strings.Contains(name, " ") {
		const most = 5
		meant := slices.Clone(match.Codes[:min(len(match.Codes), most)])
		if check := analyzer.NearestCheck(name); check != "" {
			meant = slices.Insert(meant, 0, check)
		}
		if len(meant) > 0 {
			return "", unknownName(name, meant)
		}
	}
	codes, certain := catalog.Stytch().Search(name)
	if certain && !strings.Contains(name, "_") {
		return explainCode(codes[0]), nil
	}
	return "", unclear(name, codes)
}

// spelt returns the code of that name, in whatever spelling.
func spelt(name string) (catalog.Code, bool) {
	for _, set := range []*catalog.Set{catalog.Stytch(), catalog.OAuth2()} {
		switch m := set.Nearest(name); m.Reason {
		case catalog.Exact, catalog.Spelling:
			return set.Lookup(m.Codes[0])
		}
	}
	return catalog.Code{}, false
}

// explainCheck returns the documentation of a check and its flags.
func explainCheck(a *analysis.Analyzer) string {
	var b strings.Builder
	text := strings.TrimPrefix(a.Doc, "# Analyzer "+a.Name+"\n\n")
	var parser comment.Parser
	printer := comment.Printer{TextWidth: 80}
	b.Write(printer.Text(parser.Parse(text)))
	if a.URL != "" {
		fmt.Fprintf(&b, "\n%s\n", a.URL)
	}
	fmt.Fprintf(&b, "\nFlags:\n  -%s=false\n    \tswitch the check off\n", a.Name)
	a.Flags.VisitAll(func(f *flag.Flag) {
		value, usage := flag.UnquoteUsage(f)
		if f.DefValue != "" && f.DefValue != "false" {
			usage += fmt.Sprintf(" (default %s)", f.DefValue)
		}
		fmt.Fprintf(&b, "  %s\n    \t%s\n", strings.TrimSpace("-"+a.Name+"."+f.Name+" "+value), usage)
	})
	return b.String()
}

// explainCode returns what the catalog knows about a code.
func explainCode(c catalog.Code) string {
	var b strings.Builder
	fmt.Fprintln(&b, c.Name)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %-10s%s\n", name, value)
		}
	}
	field("Title", c.Title)
	field("Status", strings.Join(append([]string{explain.Statuses(c, " or ")}, explain.Sources(c)...), "; "))
	field("Products", explain.Products(c.Products))
	field("See", c.URL)
	if c.Meaning != "" {
		fmt.Fprintf(&b, "\nMeaning\n%s", wrap(c.Meaning, "  ", "  "))
	}
	for _, section := range explain.Sections(c) {
		fmt.Fprintf(&b, "\n%s\n", section.Heading)
		for _, item := range section.Items {
			fmt.Fprint(&b, wrap(item, "  - ", "    "))
		}
	}
	if len(c.Sources) > 0 {
		fmt.Fprintf(&b, "\nSources\n%s", wrap(strings.Join(c.Sources, ", "), "  ", "  "))
	}
	return b.String()
}

// explainOther says what a name that is no code is really called.
func explainOther(name string, m catalog.Match) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q is not a Stytch error code", name)
	if m.Note != "" {
		b.WriteString(": " + m.Note)
	}
	b.WriteByte('\n')
	for _, code := range m.Codes {
		if c, ok := catalog.Lookup(code); ok {
			b.WriteString("\n" + explainCode(c))
		}
	}
	return b.String()
}

// unclear says which codes are nearest to words.
func unclear(words string, codes []catalog.Code) error {
	f := &failure{
		msg:  fmt.Sprintf("which error code is meant by %q is not clear", words),
		hint: "'stytchlint codes' lists the codes known on " + catalog.Stytch().Checked(),
	}
	switch isName := !strings.Contains(words, " "); {
	case isName && (len(codes) == 0 || strings.Contains(words, "_")):
		f.msg = fmt.Sprintf("there is no error code and no check %q", words)
	case len(codes) == 0:
		f.msg = fmt.Sprintf("no error code has anything to do with %q", words)
	}
	if len(codes) == 0 {
		return f
	}
	var b strings.Builder
	tw := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, c := range codes {
		title := cmp.Or(c.Title, strings.ToUpper(c.Name[:1])+strings.ReplaceAll(c.Name[1:], "_", " "))
		_, _ = fmt.Fprintf(tw, "\n  %s\t%s", c.Name, title) // a builder takes everything
	}
	_ = tw.Flush()
	f.hint = "the nearest are" + b.String()
	return f
}

// unknownName says which names, one at least, may have been meant.
func unknownName(name string, meant []string) error {
	return &failure{
		msg:  fmt.Sprintf("there is no error code and no check %q", name),
		hint: "did you mean " + strings.Join(meant, ", ") + "?",
	}
}

// wrap breaks text into lines of at most 80 characters, the first after one
// prefix and the others after another.
func wrap(text, first, rest string) string {
	var b strings.Builder
	line := first
	empty := true
	for word := range strings.FieldsSeq(text) {
		if !empty && len(line)+1+len(word) > 80 {
			b.WriteString(line + "\n")
			line, empty = rest, true
		}
		if !empty {
			line += " "
		}
		line += word
		empty = false
	}
	b.WriteString(line + "\n")
	return b.String()
}
