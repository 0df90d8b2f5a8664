package stytchstatus_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchstatus"
)

// analyze returns what the analyzer does with packages of testdata, with their
// tests. Files of overlay stand in for those on disk.
func analyze(t *testing.T, overlay map[string][]byte, patterns ...string) []*checker.Action {
	t.Helper()
	return fixtest.Analyze(t, stytchstatus.Analyzer, fixtest.Load(t, fixtest.Testdata(t), overlay, patterns...))
}

// What every finding has, whatever it says.
func TestFindings(t *testing.T) {
	message := regexp.MustCompile(`^("|//stytchlint:ignore ).*[^.]$`)
	category := regexp.MustCompile(`^(never|always|built|unused)$`)
	count := 0
	for _, act := range analyze(t, nil, "stytchstatus/...") {
		type place struct {
			file   string
			offset int
		}
		seen := make(map[place]bool)
		for _, d := range act.Diagnostics {
			count++
			posn := act.Package.Fset.Position(d.Pos)
			if d.End <= d.Pos {
				t.Errorf("%s: the range is empty", posn)
			}
			if !category.MatchString(d.Category) {
				t.Errorf("%s: the category is %q", posn, d.Category)
			}
			if !message.MatchString(d.Message) {
				t.Errorf("%s: the message is %s", posn, d.Message)
			}
			if len(d.SuggestedFixes) > 1 {
				t.Errorf("%s: %d fixes", posn, len(d.SuggestedFixes))
			}
			// Two findings at one place are one too many.
			p := place{posn.Filename, posn.Offset}
			if seen[p] {
				t.Errorf("%s: reported twice", posn)
			}
			seen[p] = true
		}
	}
	if count < 80 {
		t.Errorf("%d findings", count)
	}
}

// Every beginning of a program is a program that someone was writing.
func TestHalfWrittenFiles(t *testing.T) {
	src := `package half

import (
	"errors"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

var made = []error{stytcherror.Error{StatusCode: http.StatusGone, ErrorType: "session_not_found"}}

func ask(err error) (found bool) {
	var e stytcherror.Error
	status, code := e.StatusCode, string(e.ErrorType)
	switch {
	case errors.As(err, &e) && (status == 401 || e.StatusCode >= 500), code == "weak_password":
		for !(e.StatusCode != 404) {
			return e.ErrorType == "session_not_found"
		}
	default:
		switch e.ErrorType {
		case "session_not_found", "user_not_found":
			if e.StatusCode == 401 {
				goto end
			} else if e.StatusCode--; e.StatusCode < 3 {
				panic(e)
			}
			fallthrough
		case "weak_password":
			return e.StatusCode == 404
		}
	}
end:
	return found
}
`
	overlay := make(map[string][]byte)
	var patterns []string
	for end := strings.Index(src, "var"); end < len(src); end += 11 {
		name := fmt.Sprintf("half%d", end)
		overlay[filepath.Join(fixtest.Testdata(t), "src", "stytchstatus", name, "half.go")] = []byte(src[:end])
		patterns = append(patterns, "stytchstatus/"+name)
	}
	analyze(t, overlay, patterns...)
}

// A long chain of || must not take time out of all proportion.
func TestLongConditions(t *testing.T) {
	const terms = 5000
	src := `package long

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

func known(e stytcherror.Error) bool {
	return e.StatusCode == 401 && (` + strings.Repeat(`e.ErrorType == "session_not_found" || `, terms) + `false)
}
`
	file := filepath.Join(fixtest.Testdata(t), "src", "stytchstatus", "long", "long.go")
	found := 0
	for _, act := range analyze(t, map[string][]byte{file: []byte(src)}, "stytchstatus/long") {
		found += len(act.Diagnostics)
	}
	if found != terms {
		t.Errorf("%d findings, want %d", found, terms)
	}
}
