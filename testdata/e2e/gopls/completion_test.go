package gopls

import (
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// cursor marks where the cursor is in a text.
const cursor = "¦"

// handler begins a file of a package that does not import the SDK itself, up to the
// body of a function that has one of its errors.
const handler = `package web

import (
	"errors"

	"example.com/across/authx"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

var _ = authx.Is

func handle(err error) bool {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return false
	}
`

// TestCompletion completes codes in code that is being written, also where it does not
// compile, and holds what is written to be as a person wants it.
func TestCompletion(t *testing.T) {
	_, user := programs(t)
	const code = "session_not_found"
	s := start(t, user.gopls, e2e.Copy(t, "e2e/across"), settings{})
	s.open(t, written)
	for body, want := range map[string]string{
		`return e.ErrorType == "¦"`:                              `return e.ErrorType == "session_not_found"`,
		`return e.ErrorType == "se¦"`:                            `return e.ErrorType == "session_not_found"`,
		`return e.ErrorType == "se¦ssion"`:                       `return e.ErrorType == "session_not_found"`,
		`return e.ErrorType == "¦`:                               `return e.ErrorType == "session_not_found"`,
		`return e.ErrorType == "se¦`:                             `return e.ErrorType == "session_not_found"`,
		"if e.ErrorType == \"se¦\n\treturn true":                 "if e.ErrorType == \"session_not_found\"\n\treturn true",
		`return e.ErrorType == ¦`:                                `return e.ErrorType == "session_not_found"`,
		`return e.ErrorType == se¦`:                              `return e.ErrorType == "session_not_found"`,
		"if e.ErrorType == se¦\n\treturn true":                   "if e.ErrorType == \"session_not_found\"\n\treturn true",
		"switch e.ErrorType {\n\tcase ¦\n\t}":                    "switch e.ErrorType {\n\tcase \"session_not_found\"\n\t}",
		`return authx.Is(err, "¦")`:                              `return authx.Is(err, "session_not_found")`,
		`return "äöü𝄞" == e.ErrorMessage || e.ErrorType == "s¦"`: `return "äöü𝄞" == e.ErrorMessage || e.ErrorType == "session_not_found"`,
		"nowhere.\n\treturn e.ErrorType == \"s¦\"":               "nowhere.\n\treturn e.ErrorType == \"session_not_found\"",
		`return e.ErrorMessage == "¦"`:                           "",
		// The code is there already.
		"switch e.ErrorType {\n\tcase \"session_not_found\":\n\tcase \"¦\":\n\t}": "",
		`return "se¦" == ""`: "",
	} {
		text, at := s.write(t, handler+"\t"+body+"\n}\n")
		list := s.complete(t, at, "")
		if i := slices.IndexFunc(list.Items, func(i completionItem) bool { return i.Label == code }); i < 0 {
			if want != "" {
				t.Errorf("%s: %s is not among %d items", body, code, len(list.Items))
			}
		} else if got := apply(t, text, []textEdit{list.Items[i].TextEdit}); got != handler+"\t"+want+"\n}\n" {
			t.Errorf("%s: becomes\n%s", body, strings.TrimPrefix(got, handler))
		}
	}
}

// written is the file that the tests write in.
const written = "web/web.go"

// write types a text with a cursor into the file, and returns the text without it, and
// where it was.
func (s *session) write(t *testing.T, text string) (string, position) {
	t.Helper()
	before, after, ok := strings.Cut(text, cursor)
	if !ok {
		t.Fatalf("no cursor in\n%s", text)
	}
	s.change(t, written, before+after)
	return before + after, positionOf(before)
}

// complete asks what can be written at a position, perhaps since a character was typed
// there.
func (s *session) complete(t *testing.T, at position, typed string) completionList {
	t.Helper()
	var list completionList
	s.call(t, "textDocument/completion", completionParams(s.uri(written), at, typed), &list)
	return list
}

func completionParams(uri string, at position, typed string) map[string]any {
	context := map[string]any{"triggerKind": 1}
	if typed != "" {
		context = map[string]any{"triggerKind": 2, "triggerCharacter": typed}
	}
	return map[string]any{"textDocument": map[string]any{"uri": uri}, "position": at, "context": context}
}
