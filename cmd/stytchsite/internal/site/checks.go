package site

import (
	"flag"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/analyzer/checkdoc"
	"github.com/stytchlint/stytchlint/analyzer/stytchignore"
)

// A check is what the pages show of an analyzer.
type check struct {
	Name string
	checkdoc.Doc
	Flags    []flagDoc
	Silenced bool // whether a comment can silence its findings
}

// Path returns where its page is.
func (c check) Path() string { return "checks/" + c.Name + ".html" }

// A flagDoc is a flag of a check.
type flagDoc struct{ Name, Usage, Default string }

// checks returns all checks.
func checks() []check {
	var list []check
	for _, a := range analyzer.All() {
		list = append(list, check{a.Name, checkdoc.Parse(a), flags(a), a != stytchignore.Analyzer})
	}
	return list
}

func flags(a *analysis.Analyzer) []flagDoc {
	var list []flagDoc
	a.Flags.VisitAll(func(f *flag.Flag) {
		value, usage := flag.UnquoteUsage(f)
		name := "-" + a.Name + "." + f.Name
		if value != "" {
			name += "=" + value
		}
		list = append(list, flagDoc{name, usage, f.DefValue})
	})
	return list
}

// checks adds the page about all checks, and one for each.
func (b *builder) checks() error {
	all := checks()
	err := b.render("checks.html", &page{
		Path:        "checks.html",
		Title:       "Checks",
		Description: "What each check of stytchlint finds, with an example.",
		Section:     "checks",
		Data:        all,
	})
	for i, c := range all {
		if err != nil {
			return err
		}
		data := map[string]any{"Check": c, "All": all}
		if i > 0 {
			data["Previous"] = all[i-1]
		}
		if i+1 < len(all) {
			data["Next"] = all[i+1]
		}
		err = b.render("check.html", &page{
			Path:        c.Path(),
			Title:       c.Name,
			Description: c.Name + ": " + c.Summary + ".",
			Section:     "checks",
			Data:        data,
		})
	}
	return err
}
