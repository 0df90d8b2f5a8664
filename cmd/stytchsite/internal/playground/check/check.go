// Package check checks a program of one file that a user of the playground has typed,
// as the command does, and applies fixes to it.
package check

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	gotypes "go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/internal/driver"
	"github.com/stytchlint/stytchlint/cmd/internal/edit"
	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/source"
	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/playground/types"
)

// An Answer is what the page is told of a program.
type Answer struct {
	Problems []Note `json:"problems"` // why it does not compile, or was not checked
	Findings []Note `json:"findings"`
}

// A Note is about a part of the program.
type Note struct {
	From    int    `json:"from"` // in UTF-16 code units, from 0, as JavaScript has it
	To      int    `json:"to"`
	Line    int    `json:"line"` // from 1
	Message string `json:"message"`
	Check   string `json:"check,omitempty"`
	Fix     string `json:"fix,omitempty"` // what its fix does

	// Diff has the lines that the fix takes away, after "-", and those that it adds,
	// after "+". Between them, "" stands for lines that stay.
	Diff []string `json:"diff,omitempty"`
}

// A Checker checks programs, one at a time.
type Checker struct{ packages *types.Bundle }

// New returns a checker of programs that import packages of a file that types.Write
// made.
func New(packages []byte) (*Checker, error) {
	b, err := types.Open(packages)
	return &Checker{b}, err
}

// Check returns what is to be said of a program.
func (c *Checker) Check(src string) Answer {
	p := c.run(src)
	answer := Answer{Problems: p.problems, Findings: make([]Note, len(p.findings))}
	for i, f := range p.findings {
		answer.Findings[i] = f.note
		answer.Findings[i].Diff = p.diff(f.whole.Fix)
	}
	return answer
}

// FixOne returns the program after the fix of a finding, by its place in the answer.
// It is the same if there is no such fix.
func (c *Checker) FixOne(src string, n int) string {
	p := c.run(src)
	if n < 0 || n >= len(p.findings) {
		return src
	}
	return p.apply(p.findings[n : n+1])
}

// maxRounds is how often fixes are applied at most; the next round has those that
// overlapped others.
const maxRounds = 100

// FixAll returns the program after all fixes.
func (c *Checker) FixAll(src string) string {
	for range maxRounds {
		p := c.run(src)
		after := p.apply(p.findings)
		if after == src {
			break
		}
		src = after
	}
	return src
}

// A program was checked.
type program struct {
	src      string
	name     string // of its file
	units    []int  // how many UTF-16 code units come before each byte
	fset     *token.FileSet
	problems []Note
	findings []found
}

type found struct {
	note  Note
	whole finding.Finding
}

// run checks a program, even if it has errors.
func (c *Checker) run(src string) *program {
	p := &program{src: src, name: "main.go", units: utf16Offsets(src), fset: token.NewFileSet(), problems: []Note{}}
	file, err := parser.ParseFile(p.fset, p.name, src, parser.ParseComments|parser.SkipObjectResolution)
	if list, ok := err.(scanner.ErrorList); ok { //nolint:errorlint // the parser wraps nothing
		for _, e := range list {
			p.problem(e.Pos.Offset, e.Msg)
		}
	}
	if imports(file, "testing") {
		// Checks judge tests by other rules.
		p.name = "main_test.go"
		p.fset = token.NewFileSet()
		file, _ = parser.ParseFile(p.fset, p.name, src, parser.ParseComments|parser.SkipObjectResolution)
	}
	pkg := &driver.Package{
		Fset: p.fset, Files: []*ast.File{file}, Info: driver.NewInfo([]*ast.File{file}), Sizes: gotypes.SizesFor("gc", "amd64"),
		ReadFile: func(string) ([]byte, error) { return []byte(src), nil },
	}
	missing := c.missing(p, file)
	syntax := err != nil
	config := gotypes.Config{Importer: c.packages, Sizes: pkg.Sizes, Error: func(err error) {
		e, ok := err.(gotypes.Error) //nolint:errorlint // the type-checker wraps nothing
		// What does not parse has more errors than it should.
		if ok && !syntax && !missing[e.Pos] {
			p.problem(p.offset(e.Pos), e.Msg)
		}
	}}
	pkg.Types, _ = config.Check("playground", p.fset, pkg.Files, pkg.Info)
	var whole []finding.Finding
	at := make(map[finding.Finding]Note)
	for _, r := range pkg.Analyze(analyzer.All(), make(driver.Facts)) {
		if r.Err != nil {
			text, _, _ := strings.Cut(r.Err.Error(), "\n")
			p.problem(0, text)
		}
		for _, d := range r.Diagnostics {
			f, note := p.finding(r.Analyzer.Name, d)
			whole = append(whole, f)
			f.Fix = nil
			at[f] = note
		}
	}
	for _, f := range finding.Sort(whole) {
		key := f
		key.Fix = nil
		p.findings = append(p.findings, found{at[key], f})
	}
	return p
}

func imports(file *ast.File, path string) bool {
	for _, spec := range file.Imports {
		if spec.Path.Value == strconv.Quote(path) {
			return true
		}
	}
	return false
}

// missing says which imports are not at hand, and returns where they are.
func (c *Checker) missing(p *program, file *ast.File) map[token.Pos]bool {
	at := make(map[token.Pos]bool)
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil || path == "" || c.packages.Has(path) {
			continue
		}
		at[spec.Path.Pos()] = true
		from := p.offset(spec.Path.Pos())
		p.problems = append(p.problems, p.note(from, from+len(spec.Path.Value),
			"the playground does not have "+path+", and checks the rest without it; it has the standard library, Stytch's SDK and common frameworks"))
	}
	return at
}

// problem adds a problem at a byte: with the word that begins there, if one does.
func (p *program) problem(from int, message string) {
	from = min(from, len(p.src))
	to := from
	for to < len(p.src) && (p.src[to] == '_' || p.src[to] >= 0x80 || isAlphanumeric(p.src[to])) {
		to++
	}
	if to == from && to < len(p.src) && p.src[to] != '\n' {
		to++
	}
	p.problems = append(p.problems, p.note(from, to, message))
}

func isAlphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

func (p *program) note(from, to int, message string) Note {
	return Note{From: p.units[from], To: p.units[to], Line: 1 + strings.Count(p.src[:from], "\n"), Message: message}
}

// offset returns the byte at a position, whatever comments like //line say.
func (p *program) offset(pos token.Pos) int {
	if f := p.fset.File(pos); f != nil {
		return f.Offset(pos)
	}
	return 0
}

// finding returns what is found, as the command and as the page has it.
func (p *program) finding(check string, d analysis.Diagnostic) (finding.Finding, Note) {
	from := p.offset(d.Pos)
	to := from
	if d.End.IsValid() {
		to = p.offset(d.End)
	}
	note := p.note(from, to, d.Message)
	note.Check = check
	f := finding.Finding{
		Check: check, Category: d.Category, Message: d.Message,
		File: p.name, Line: note.Line, Column: from - strings.LastIndexByte(p.src[:from], '\n'),
	}
	if len(d.SuggestedFixes) > 0 {
		fix := d.SuggestedFixes[0]
		f.Fix = &finding.Fix{Message: fix.Message}
		note.Fix = fix.Message
		for _, e := range fix.TextEdits {
			start := p.offset(e.Pos)
			end := start
			if e.End.IsValid() {
				end = p.offset(e.End)
			}
			f.Fix.Edits = append(f.Fix.Edits, finding.Edit{File: p.name, Start: start, End: end, New: string(e.NewText)})
		}
	}
	return f, note
}

// apply returns the program after the fixes of findings, as far as they do not
// overlap.
func (p *program) apply(list []found) string {
	findings := make([]finding.Finding, len(list))
	for i, f := range list {
		findings[i] = f.whole
	}
	changes, _, err := edit.Changes(findings, source.Files{p.name: []byte(p.src)})
	if err != nil || len(changes) == 0 {
		return p.src
	}
	return string(changes[0].After())
}

// diff returns what the edits of a fix change, without what is tidied up after them:
// that would take the time of a program for each fix.
func (p *program) diff(fix *finding.Fix) []string {
	if fix == nil {
		return nil
	}
	edits := slices.SortedStableFunc(slices.Values(fix.Edits), func(a, b finding.Edit) int { return cmp.Compare(a.Start, b.Start) })
	var lines []string
	for len(edits) > 0 {
		from := strings.LastIndexByte(p.src[:edits[0].Start], '\n') + 1
		at, to := from, edits[0].Start
		var after strings.Builder
		for len(edits) > 0 && edits[0].Start <= to { // those on the same lines are shown together
			e := edits[0]
			edits = edits[1:]
			after.WriteString(p.src[at:max(at, e.Start)] + e.New)
			at = max(at, e.End)
			to = len(p.src)
			if n := strings.IndexByte(p.src[at:], '\n'); n >= 0 {
				to = at + n
			}
		}
		after.WriteString(p.src[at:to])
		if lines != nil {
			lines = append(lines, "")
		}
		lines = append(lines, changed(strings.Split(p.src[from:to], "\n"), strings.Split(after.String(), "\n"))...)
	}
	return lines
}

// changed returns the lines that are not the same, at both ends.
func changed(before, after []string) []string {
	for len(before) > 0 && len(after) > 0 && before[0] == after[0] {
		before, after = before[1:], after[1:]
	}
	for len(before) > 0 && len(after) > 0 && before[len(before)-1] == after[len(after)-1] {
		before, after = before[:len(before)-1], after[:len(after)-1]
	}
	var lines []string
	for _, line := range before {
		lines = append(lines, "-"+line)
	}
	for _, line := range after {
		lines = append(lines, "+"+line)
	}
	return lines
}

// utf16Offsets returns how many UTF-16 code units come before each byte, and before
// the end.
func utf16Offsets(src string) []int {
	offsets := make([]int, len(src)+1)
	units := 0
	for i, r := range src {
		offsets[i] = units
		units++
		if r > 0xFFFF {
			units++
		}
	}
	offsets[len(src)] = units
	return offsets
}
