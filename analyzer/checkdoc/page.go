package checkdoc

import (
	"flag"
	"fmt"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/stytchignore"
)

// Help returns what a report says about a check, as Markdown: what is wrong,
// what is right, why, and how to fix it.
func Help(a *analysis.Analyzer) string {
	d := Parse(a)
	var b strings.Builder
	for _, ex := range d.Examples {
		title := "Right"
		if ex.Wrong {
			title = "Wrong"
		}
		section(&b, title, fence("go", ex.Code))
	}
	section(&b, "Why", Markdown(d.Why))
	if len(d.Details) > 0 {
		section(&b, "In detail", Markdown(d.Details))
	}
	section(&b, "How to fix it", strings.TrimSpace(Markdown(d.Fix)+"\n\n"+fixing))
	section(&b, "How to switch it off", switchOff(a))
	return strings.TrimSpace(b.String()) + "\n"
}

const fixing = "Write it as the right example does. `stytchlint -diff ./...` shows the fixes that\n" +
	"there are, and `stytchlint -fix ./...` applies them."

func section(b *strings.Builder, title, text string) {
	fmt.Fprintf(b, "## %s\n\n%s\n\n", title, strings.TrimSpace(text))
}

// switchOff tells how to silence a finding or the check, and which flags it has.
func switchOff(a *analysis.Analyzer) string {
	var b strings.Builder
	if a != stytchignore.Analyzer { // whose findings are about such comments
		fmt.Fprintf(&b, "For one finding, a comment on its line or on the line above gives the reason:\n\n%s\n",
			fence("go", "//stytchlint:ignore "+a.Name+" the reason why it is meant"))
	}
	fmt.Fprintf(&b, "For a run, the flag `-%s=false` does, and for a module its `.stytchlint.yaml`:\n\n%s\n",
		a.Name, fence("yaml", "checks:\n  "+a.Name+": false"))
	var flags strings.Builder
	a.Flags.VisitAll(func(f *flag.Flag) {
		value, usage := flag.UnquoteUsage(f)
		name := strings.TrimSpace(a.Name + "." + f.Name + " " + value)
		fmt.Fprintf(&flags, "| `-%s` | %s | %s |\n", name, usage, f.DefValue)
	})
	if flags.Len() > 0 {
		b.WriteString("The check has flags of its own:\n\n| flag | what it does | default |\n| --- | --- | --- |\n" + flags.String())
	}
	return b.String()
}
