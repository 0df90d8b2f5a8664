package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/unit"
)

// A vetUnit is what is printed for one unit (a package, with its internal tests)
// under -json: package ID -> check -> result, where a result is either a list of
// diagnostics or an error.
type vetUnit map[string]map[string]json.RawMessage

// parseVetJSON reads the units that "go vet -json" prints one after the other.
// It returns every finding that it could read, even if the error is not nil:
// a check that failed, or a stream that is not what it should be.
func parseVetJSON(r io.Reader) ([]finding.Finding, error) {
	var findings []finding.Finding
	var errs []error
	dec := json.NewDecoder(r)
	for {
		var u vetUnit
		switch err := dec.Decode(&u); err {
		case nil:
		case io.EOF:
			return findings, errors.Join(errs...)
		default:
			return findings, errors.Join(append(errs, fmt.Errorf("cannot read the output of go vet: %w", err))...)
		}
		for _, id := range slices.Sorted(maps.Keys(u)) {
			for _, check := range slices.Sorted(maps.Keys(u[id])) {
				found, err := parseResult(check, u[id][check])
				if err != nil {
					errs = append(errs, fmt.Errorf("check %s failed in %s: %w", check, id, err))
				}
				findings = append(findings, found...)
			}
		}
	}
}

// parseResult reads what one check says about one unit.
func parseResult(check string, data json.RawMessage) ([]finding.Finding, error) {
	if strings.HasPrefix(string(data), "{") {
		var failed unit.Error
		if err := json.Unmarshal(data, &failed); err != nil {
			return nil, err
		}
		return nil, errors.New(failed.Err)
	}
	var diagnostics []unit.Diagnostic
	if err := json.Unmarshal(data, &diagnostics); err != nil {
		return nil, err
	}
	var findings []finding.Finding
	for _, d := range diagnostics {
		findings = append(findings, newFinding(check, d))
	}
	return findings, nil
}

func newFinding(check string, d unit.Diagnostic) finding.Finding {
	f := finding.Finding{Check: check, Category: d.Category, Message: d.Message}
	f.File, f.Line, f.Column = parsePosition(d.Posn)
	endFile, endLine, endColumn := parsePosition(d.End)
	f.EndLine, f.EndColumn = endLine, endColumn
	if endFile != f.File || endLine < f.Line || endLine == f.Line && endColumn < f.Column {
		f.EndLine, f.EndColumn = f.Line, f.Column
	}
	if len(d.Fixes) > 0 { // the go command applies the first one
		f.Fix = newFix(d.Fixes[0], f.File)
	}
	return f
}

// newFix returns the fix of a finding in file, or nil if it cannot be trusted:
// where a //line comment or cgo makes the finding point to another file, the
// offsets of the edits belong to neither.
func newFix(v unit.Fix, file string) *finding.Fix {
	f := &finding.Fix{Message: v.Message, Edits: []finding.Edit{}}
	for _, e := range v.Edits {
		if e.Filename != file {
			return nil
		}
		f.Edits = append(f.Edits, finding.Edit{File: e.Filename, Start: e.Start, End: e.End, New: e.New})
	}
	return f
}

// parsePosition splits a position as token.Position prints it:
// "file:line:column", "file:line", or "-" for none. The file may hold colons. It
// is missing where a //line comment gives none: "line:column", "line".
func parsePosition(s string) (file string, line, column int) {
	if n, err := strconv.Atoi(s); err == nil {
		return "", n, 0
	}
	file, last, ok := cutNumber(s)
	if !ok {
		return strings.TrimSuffix(s, "-"), 0, 0
	}
	if file, line, ok := cutNumber(file); ok {
		return file, line, last
	}
	if line, err := strconv.Atoi(file); err == nil {
		return "", line, last
	}
	return file, last, 0
}

// cutNumber cuts a colon and a number off the end of s.
func cutNumber(s string) (rest string, n int, ok bool) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, 0, false
	}
	n, err := strconv.Atoi(s[i+1:])
	if err != nil {
		return s, 0, false
	}
	return s[:i], n, true
}

// cutVetJSON separates the units from the rest of the standard error of go vet
// before Go 1.26, which printed them there, each under a line "# package".
func cutVetJSON(stderr string) (units, rest string) {
	var u, r, one strings.Builder
	for line := range strings.Lines(stderr) {
		switch end := strings.TrimRight(line, "\r\n"); {
		case one.Len() > 0:
			one.WriteString(line)
			if end == "}" {
				u.WriteString(one.String())
				one.Reset()
			}
		case end == "{}":
			u.WriteString(line)
		case end == "{":
			one.WriteString(line)
		default:
			r.WriteString(line)
		}
	}
	r.WriteString(one.String()) // begun and never ended: no unit
	return u.String(), dropBareHeaders(r.String())
}

// dropBareHeaders drops each line "# package" that no line about the package
// follows. Under it, another one may stand: "# [package]".
func dropBareHeaders(text string) string {
	var kept []string // from the last line to the first
	next := "# "      // the line kept last, which follows the current one
	for _, line := range slices.Backward(slices.Collect(strings.Lines(text))) {
		bare := strings.HasPrefix(next, "# ") && !strings.HasPrefix(next, "# [")
		if strings.HasPrefix(line, "# ") && bare {
			continue
		}
		kept = append(kept, line)
		next = line
	}
	slices.Reverse(kept)
	return strings.Join(kept, "")
}
