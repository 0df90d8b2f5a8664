package main

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/stytchlint/stytchlint/catalog/internal/table"
)

// Data is what the data files say, checked.
type data struct {
	checked map[string]string // the date for each set
	codes   []code
	oauth2  []code
	retired []retired
	aliases []alias

	operations []operation
}

type code struct {
	name     string
	status   int
	others   []status // further ones
	products []string
	sources  []string
	raisedBy []string
	url      string
	advice
	line int
}

type status struct {
	status int
	source string
}

type advice struct {
	title, meaning   string
	causes, remedies []string
}

type retired struct{ name, why, successor, note string }

type alias struct {
	name  string
	codes []string
	note  string
}

const (
	checkedTSV = "codes/checked.tsv"
	sourcesTSV = "codes/sources.tsv"
	codesTSV   = "codes/codes.tsv"
	callsTSV   = "codes/calls.tsv"
	retiredTSV = "codes/retired.tsv"
	aliasesTSV = "codes/aliases.tsv"
	oauth2TSV  = "codes/oauth2.tsv"
	adviceYAML = "codes/advice.yaml"
)

// products maps the names of the products in the data to constants of package
// catalog, in the order in which the data lists them.
var products = []struct{ name, constant string }{
	{"consumer", "Consumer"},
	{"b2b", "B2B"},
	{"fraud", "Fraud"},
	{"management", "Management"},
	{"sdk", "SDK"},
	{"oauth2", "OAuthServer"},
}

// load reads and checks the data files of package catalog, whose folder fsys
// is. The error tells everything that is wrong, a line each.
func load(fsys fs.FS) (*data, error) {
	var p problems
	d := &data{checked: loadChecked(fsys, &p)}
	sources := loadSources(fsys, &p)
	d.codes = loadCodes(fsys, sources, &p)
	names := map[string]bool{}
	for _, c := range d.codes {
		names[c.name] = true
	}
	taken := map[string]string{} // what a name without underscores is already
	for _, c := range d.codes {
		taken[squash(c.name)] = "a code"
	}
	calls := loadCalls(fsys, d.codes, sources, &p)
	d.operations = loadOperations(fsys, names, sources, &p)
	d.retired = loadRetired(fsys, names, taken, sources, &p)
	d.aliases = loadAliases(fsys, names, taken, sources, &p)
	sources.checkUsed(&p)
	d.oauth2 = loadOAuth2(fsys, &p)
	advices := loadAdvice(fsys, names, &p)
	for i := range d.codes {
		c := &d.codes[i]
		c.raisedBy = raisedBy(c.name, calls, d.operations)
		c.advice = advices[c.name]
		c.checkShown("meaning", c.meaning != "", sources.tells, &p)
	}
	checkIdents(d.codes, &p)
	return d, p.err()
}

func loadChecked(fsys fs.FS, p *problems) map[string]string {
	sets := []string{"oauth2", "stytch"}
	checked := map[string]string{}
	for _, r := range readTable(fsys, checkedTSV, 2, p) {
		set, date := r.Cols[0], r.Cols[1]
		if !slices.Contains(sets, set) {
			p.add(checkedTSV, r.Line, "unknown set %q: the sets are %s", set, strings.Join(sets, ", "))
		}
		if _, err := time.Parse(time.DateOnly, date); err != nil {
			p.add(checkedTSV, r.Line, "%q is no date like 2006-01-02", date)
		}
		checked[set] = date
	}
	for _, set := range sets {
		if checked[set] == "" {
			p.add(checkedTSV, 1, "has no date for the set %q", set)
		}
	}
	return checked
}

func loadCodes(fsys fs.FS, known *sources, p *problems) []code {
	var codes []code
	for _, r := range readTable(fsys, codesTSV, 4, p) {
		c := code{name: r.Cols[0], line: r.Line}
		checkName(codesTSV, r.Line, c.name, p)
		first, others, several := strings.Cut(r.Cols[1], ",")
		c.status = parseStatus(codesTSV, r.Line, first, p)
		c.products = parseProducts(r.Line, r.Cols[2], p)
		c.sources = known.parse(codesTSV, r.Line, r.Cols[3], p)
		c.checkShown("status", c.status != 0, known.tells, p)
		c.checkShown("products", len(c.products) > 0, known.sees, p)
		if several {
			c.parseOthers(r.Line, others, known, p)
		}
		c.url = docsURL(c)
		codes = append(codes, c)
	}
	return codes
}

func checkName(file string, line int, name string, p *problems) {
	if !table.IsName(name) {
		p.add(file, line, "%q is not written like a code, in lower-case words with underscores between them", name)
	}
}

func parseStatus(file string, line int, s string, p *problems) int {
	if s == "" {
		return 0
	}
	status, err := strconv.Atoi(s)
	if err != nil || status < 400 || status > 599 || s != strconv.Itoa(status) {
		p.add(file, line, "%q is not the status of an error: leave it empty or write one from 400 to 599", s)
		return 0
	}
	return status
}

// parseOthers reads the further statuses of c, each with the source that shows it,
// such as 400:docs-a,409:docs-b.
func (c *code) parseOthers(line int, s string, known *sources, p *problems) {
	seen := []int{c.status}
	for text := range strings.SplitSeq(s, ",") {
		number, source, ok := strings.Cut(text, ":")
		if !ok {
			p.add(codesTSV, line, "the further status %q does not name its source, as in 400:docs-consumer-400", text)
			continue
		}
		if number == "" || c.status == 0 {
			p.add(codesTSV, line, "a status is missing before or in %q", text)
			continue
		}
		source = known.parse(codesTSV, line, source, p)[0]
		if !known.tells(source) {
			p.add(codesTSV, line, "the source %q cannot show the status %q", source, number)
		}
		o := status{parseStatus(codesTSV, line, number, p), source}
		if slices.Contains(seen, o.status) {
			p.add(codesTSV, line, "status %q is there twice", number)
		}
		seen = append(seen, o.status)
		if !slices.Contains(c.sources, source) {
			c.sources = append(c.sources, source)
		}
		c.others = append(c.others, o)
	}
}

// checkShown reports a fact that is stated and that no source of c shows.
func (c *code) checkShown(fact string, stated bool, shows func(id string) bool, p *problems) {
	if stated && !slices.ContainsFunc(c.sources, shows) {
		p.add(codesTSV, c.line, "no source of %q shows its %s", c.name, fact)
	}
}

func parseProducts(line int, s string, p *problems) []string {
	if s == "" {
		return nil
	}
	last := -1
	names := strings.Split(s, ",")
	for _, name := range names {
		i := slices.IndexFunc(products, func(p struct{ name, constant string }) bool { return p.name == name })
		switch {
		case i < 0:
			p.add(codesTSV, line, "unknown product %q", name)
		case i == last:
			p.add(codesTSV, line, "product %q is there twice", name)
		case i < last:
			p.add(codesTSV, line, "product %q is not in order", name)
		}
		last = max(last, i)
	}
	return names
}

func loadRetired(fsys fs.FS, codes map[string]bool, taken map[string]string, known *sources, p *problems) []retired {
	var list []retired
	for _, r := range readTable(fsys, retiredTSV, 5, p) {
		known.parse(retiredTSV, r.Line, r.Cols[4], p)
		e := retired{r.Cols[0], r.Cols[1], r.Cols[2], r.Cols[3]}
		checkName(retiredTSV, r.Line, e.name, p)
		claim(retiredTSV, r.Line, e.name, "retired", taken, p)
		if !slices.Contains([]string{"renamed", "removed", "foreign"}, e.why) {
			p.add(retiredTSV, r.Line, "%q is not renamed, removed or foreign", e.why)
		}
		if e.why == "renamed" && e.successor == "" {
			p.add(retiredTSV, r.Line, "does not say what %q was renamed to", e.name)
		}
		if e.successor != "" && !codes[e.successor] {
			p.add(retiredTSV, r.Line, "successor %q is not in %s", e.successor, codesTSV)
		}
		checkNote(retiredTSV, r.Line, e.note, p)
		list = append(list, e)
	}
	return list
}

func loadAliases(fsys fs.FS, codes map[string]bool, taken map[string]string, known *sources, p *problems) []alias {
	var list []alias
	for _, r := range readTable(fsys, aliasesTSV, 4, p) {
		known.parse(aliasesTSV, r.Line, r.Cols[3], p)
		a := alias{r.Cols[0], strings.Split(r.Cols[1], "|"), r.Cols[2]}
		checkName(aliasesTSV, r.Line, a.name, p)
		claim(aliasesTSV, r.Line, a.name, "an alias", taken, p)
		for i, c := range a.codes {
			if !codes[c] {
				p.add(aliasesTSV, r.Line, "target %q is not in %s", c, codesTSV)
			}
			if slices.Contains(a.codes[:i], c) {
				p.add(aliasesTSV, r.Line, "target %q is there twice", c)
			}
		}
		checkNote(aliasesTSV, r.Line, a.note, p)
		list = append(list, a)
	}
	return list
}

// claim notes that name is what, and reports whether it was something else
// before, in any spelling.
func claim(file string, line int, name, what string, taken map[string]string, p *problems) {
	key := squash(name)
	if old := taken[key]; old != "" {
		p.add(file, line, "%q is already %s, perhaps in another spelling", name, old)
	}
	taken[key] = what
}

func squash(name string) string { return strings.ReplaceAll(name, "_", "") }

// checkNote checks that a note can follow a semicolon in a message.
func checkNote(file string, line int, note string, p *problems) {
	if note == "" {
		p.add(file, line, "has no note")
	}
	if strings.HasSuffix(note, ".") {
		p.add(file, line, "the note is a clause: it ends without a full stop")
	}
}

func loadOAuth2(fsys fs.FS, p *problems) []code {
	var codes []code
	for _, r := range readTable(fsys, oauth2TSV, 5, p) {
		c := code{name: r.Cols[0], url: r.Cols[3], line: r.Line}
		c.meaning = r.Cols[4]
		checkName(oauth2TSV, r.Line, c.name, p)
		c.status = parseStatus(oauth2TSV, r.Line, r.Cols[1], p)
		c.sources = strings.Split(r.Cols[2], "; ")
		if r.Cols[2] == "" {
			p.add(oauth2TSV, r.Line, "names no standard")
		}
		if !strings.HasPrefix(c.url, "https://") {
			p.add(oauth2TSV, r.Line, "%q is no https URL", c.url)
		}
		checkSentence(oauth2TSV, r.Line, "meaning", c.meaning, p)
		codes = append(codes, c)
	}
	return codes
}

// checkSentence checks that text is one or more whole sentences.
func checkSentence(file string, line int, what, text string, p *problems) {
	if !strings.HasSuffix(text, ".") {
		p.add(file, line, "the %s is no whole sentence: it must end with a full stop", what)
	}
}
