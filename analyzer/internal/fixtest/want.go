package fixtest

import (
	"fmt"
	"go/token"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"text/scanner"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
)

// Run runs an analyzer on packages below dir, and compares what it reports, and
// the facts that it states about their objects, with comments in their files.
// They are those of analysistest: on the line of a finding, or n lines above,
//
//	// want "a regular expression for its message" `and one for another finding`
//	// want +2 "…"
//	// want name:"a regular expression for the fact about the object of that name"
//
// All of them must be met, each once, and there may be nothing else.
func Run(tb testing.TB, dir string, a *analysis.Analyzer, patterns ...string) []*checker.Action {
	tb.Helper()
	actions := Analyze(tb, a, Load(tb, dir, nil, patterns...))
	for _, act := range actions {
		if act.Err == nil {
			compare(tb, act)
		}
	}
	return actions
}

// A line is one of a file.
type line struct {
	file string
	line int
}

// An expectation is of one finding or fact.
type expectation struct {
	object  string // "" for a finding, "package" for a fact about the package
	message *regexp.Regexp
	met     bool
}

// compare compares what an analyzer says about a package with the expectations.
func compare(tb testing.TB, act *checker.Action) {
	tb.Helper()
	expected := expectations(tb, act)
	meet := func(posn token.Position, object, message string) {
		for _, e := range expected[line{posn.Filename, posn.Line}] {
			if !e.met && e.object == object && e.message.MatchString(message) {
				e.met = true
				return
			}
		}
		if object != "" && message == "" {
			return // it says nothing
		}
		if object != "" {
			message = fmt.Sprintf("the fact about %s %s", object, message)
		}
		tb.Errorf("%s: not expected: %s", posn, message)
	}
	pkg := act.Package
	for _, d := range act.Diagnostics {
		meet(pkg.Fset.Position(d.Pos), "", d.Message)
	}
	for _, f := range act.AllObjectFacts() {
		if f.Object.Pkg() == pkg.Types {
			meet(pkg.Fset.Position(f.Object.Pos()), f.Object.Name(), fmt.Sprint(f.Fact))
		}
	}
	for _, f := range act.AllPackageFacts() {
		if f.Package == pkg.Types {
			meet(token.Position{Filename: pkg.Fset.Position(pkg.Syntax[0].Pos()).Filename, Line: 1}, "package", fmt.Sprint(f.Fact))
		}
	}
	for at, list := range expected {
		for _, e := range list {
			if !e.met {
				tb.Errorf("%s:%d: nothing matches %s%q", at.file, at.line, e.object, e.message)
			}
		}
	}
}

// expectations returns those in the comments of a package, and of its files in
// other languages.
func expectations(tb testing.TB, act *checker.Action) map[line][]*expectation {
	tb.Helper()
	result := make(map[line][]*expectation)
	add := func(file string, n int, comment string) {
		text := strings.TrimSpace(strings.TrimSuffix(comment[2:], "*/"))
		if i := strings.Index(text, "// want"); i >= 0 { // at the end of another comment
			text = text[i+len("// "):]
		}
		rest, ok := strings.CutPrefix(text, "want")
		if !ok {
			return
		}
		below, list, err := parseWant(rest)
		if err != nil {
			tb.Errorf("%s:%d: in a comment: %v", file, n, err)
		}
		at := line{file, n + below}
		result[at] = append(result[at], list...)
	}
	for _, f := range act.Package.Syntax {
		for _, group := range f.Comments {
			for _, c := range group.List {
				posn := act.Package.Fset.Position(c.Pos())
				add(posn.Filename, posn.Line, c.Text)
			}
		}
	}
	for _, name := range act.Package.OtherFiles {
		src, err := os.ReadFile(name)
		if err != nil {
			tb.Error(err)
		}
		n := 0
		for text := range strings.Lines(string(src)) {
			n++
			if i := strings.Index(text, "//"); i >= 0 {
				add(name, n, text[i:])
			}
		}
	}
	return result
}

// parseWant returns what a comment expects, and how many lines below it.
func parseWant(text string) (below int, list []*expectation, err error) {
	var s scanner.Scanner
	s.Init(strings.NewReader(text))
	s.Mode = scanner.ScanIdents | scanner.ScanInts | scanner.ScanStrings | scanner.ScanRawStrings
	s.Error = func(_ *scanner.Scanner, msg string) { err = fmt.Errorf("%s in %s", msg, text) }
	object := ""
	for tok := s.Scan(); tok != scanner.EOF && err == nil; tok = s.Scan() {
		switch {
		case tok == '+' && s.Scan() == scanner.Int:
			below, err = strconv.Atoi(s.TokenText())
		case tok == scanner.Ident && object == "":
			if object = s.TokenText(); s.Scan() != ':' {
				err = fmt.Errorf("%s stands without a colon", object)
			}
		case tok == scanner.String || tok == scanner.RawString:
			e := &expectation{object: object}
			object = ""
			pattern, _ := strconv.Unquote(s.TokenText())
			if e.message, err = regexp.Compile(pattern); err == nil {
				list = append(list, e)
			}
		default:
			err = fmt.Errorf("nobody expected %q", s.TokenText())
		}
	}
	if object != "" && err == nil {
		err = fmt.Errorf("nothing follows the colon of %s", object)
	}
	return below, list, err
}
