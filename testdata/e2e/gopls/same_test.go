package gopls

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// A step is a request about a position in a file, or an edit of it.
type step struct {
	method string // an edit if it is empty
	at     string // a text in the file, with a cursor in it
	params string // more parameters, as JSON without the braces; what is to be written, for an edit
}

const (
	hovers      = "textDocument/hover"
	completions = "textDocument/completion"
	actions     = "textDocument/codeAction"
)

// recorded is what an editor asks while a person works on a file that knows Stytch and
// has a code in it, about everything but codes.
var recorded = []step{
	{hovers, "erro¦rs.As(err", ""},
	{hovers, "e.Error¦Type", ""},
	{hovers, "// shown¦ to", ""},
	{hovers, `"no ses¦sion"`, ""},
	{hovers, `"github.com/stytchauth¦/stytch-go`, ""},
	{"textDocument/definition", "stytcherror.Err¦or", ""},
	{"textDocument/definition", "auth¦x.Is", ""},
	{"textDocument/typeDefinition", "errors.As(err, &e¦)", ""},
	{"textDocument/implementation", "type store¦r interface", ""},
	{"textDocument/references", "func hand¦le(", `"context": {"includeDeclaration": true}`},
	{"textDocument/documentHighlight", "errors.As(e¦rr", ""},
	{"textDocument/prepareRename", "func hand¦le(", ""},
	{"textDocument/rename", "func hand¦le(", `"newName": "renamed"`},
	{"textDocument/rename", "func hand¦le(", `"newName": "not a name"`},
	{"textDocument/prepareCallHierarchy", "func hand¦le(", ""},
	{"textDocument/signatureHelp", "errors.As(err, ¦", ""},
	{"textDocument/documentSymbol", "¦", ""},
	{"workspace/symbol", "¦", `"query": "web.storer"`},
	{"textDocument/foldingRange", "¦", ""},
	{"textDocument/documentLink", "¦", ""},
	{"textDocument/codeLens", "¦", ""},
	{"textDocument/inlayHint", "¦", `"range": {"start": {"line": 0, "character": 0}, "end": {"line": 20, "character": 0}}`},
	{"textDocument/selectionRange", "¦", `"positions": [{"line": 14, "character": 5}]`},
	{"textDocument/semanticTokens/full", "¦", ""},
	{"textDocument/semanticTokens/range", "¦", `"range": {"start": {"line": 0, "character": 0}, "end": {"line": 20, "character": 0}}`},
	{"textDocument/formatting", "¦", `"options": {"tabSize": 8, "insertSpaces": false}`},
	{completions, "errors.¦As(", ""},
	{completions, "errors.A¦s(", `"context": {"triggerKind": 1}`},
	{completions, "errors.¦As(", `"context": {"triggerKind": 2, "triggerCharacter": "."}`},
	{completions, `"no ses¦sion"`, ""},
	{completions, "// shown¦ to", ""},
	{completions, `"example.com/across/¦authx"`, ""},
	{completions, "\tret¦urn strings", ""},
	{actions, "func hand¦le(", `"context": {"diagnostics": []}`},
	{actions, "func hand¦le(", `"context": {"diagnostics": [], "triggerKind": 2}`},
	{actions, "strings.Has¦Prefix", `"context": {"diagnostics": [], "only": ["refactor"]}`},
	{actions, "¦", `"context": {"diagnostics": [], "only": ["source.organizeImports"]}`},

	{"", "// shown to", "unused := nowhere.\n\t// shown¦ to"},
	{completions, "unused := no¦where", ""},
	{completions, "unused := nowhere.¦", `"context": {"triggerKind": 2, "triggerCharacter": "."}`},
	{hovers, "unused := no¦where", ""},
	{actions, "unused := no¦where", `"context": {"diagnostics": []}`},
	{"textDocument/formatting", "¦", `"options": {}`},
	{"textDocument/documentSymbol", "¦", ""},
	{"", "unused := nowhere.\n\t// shown to", "if len( {\n\t// shown¦ to"},
	{completions, "if len(¦", ""},
	{"textDocument/semanticTokens/full", "¦", ""},
	{"textDocument/foldingRange", "¦", ""},

	{"textDocument/nothing", "¦", ""},
	{hovers, "¦", `"position": {"line": 7000, "character": 1}`},
	{completions, "¦", `"position": {"line": 7000, "character": 1}`},
	{completions, "¦", `"position": 7`},
	{hovers, "¦", `"textDocument": {"uri": "file:///nowhere/x.go"}`},
	{completions, "¦", `"textDocument": {"uri": "nowhere"}`},
	{actions, "¦", `"textDocument": 7`},
	{"workspace/executeCommand", "¦", `"command": "no command"`},
}

// unordered are the requests to which gopls answers with a list in another order each
// time.
var unordered = map[string]bool{"textDocument/documentHighlight": true, "textDocument/inlayHint": true, "workspace/symbol": true}

// person is the file that is worked on.
const person = handler + `	// shown to people
	return strings.HasPrefix(e.ErrorMessage, "no session") || e.ErrorType == "session_not_found"
}

type storer interface{ store() }

type memory struct{}

func (memory) store()   {  }

var _ = handle(errors.New("x"))
`

// TestSameAsGopls plays a session with a gopls that nothing was added to, too, and
// compares the answers.
func TestSameAsGopls(t *testing.T) {
	_, user := programs(t)
	dir := e2e.Copy(t, "e2e/across")
	e2e.Write(t, filepath.Join(dir, written), strings.Replace(person, `"errors"`, "\"errors\"\n\t\"strings\"", 1))
	want, got := play(t, plain(t, user), dir), play(t, user.gopls, dir)
	empty := 0
	for i, s := range slices.Concat([]step{{method: "initialize"}}, recorded, []step{{method: "the diagnostics"}}) {
		if got[i] != want[i] {
			t.Errorf("%s %s %s: got\n%s\nwant\n%s", s.method, s.at, s.params, got[i], want[i])
		}
		if want[i] == "null" || want[i] == "[]" {
			empty++
		}
	}
	if empty > 10 {
		t.Errorf("gopls has nothing to say to %d of %d requests", empty, len(recorded))
	}
}

// play plays the session, and returns the answers: first the one of initialize, and at
// the end what was published about the file.
func play(t *testing.T, gopls, dir string) []string {
	t.Helper()
	s := start(t, gopls, dir, settings{
		// Completion neither stops early on a busy machine nor depends on what other
		// modules are there.
		initial: json.RawMessage(`{"completionBudget": "0s", "completeUnimported": false, "usePlaceholders": true, "semanticTokens": true, "staticcheck": false,
			"hints": {"parameterNames": true, "assignVariableTypes": true}}`),
		textDocument: json.RawMessage(`{
			"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "refactor", "source"]}}, "resolveSupport": {"properties": ["edit"]}, "dataSupport": true},
			"completion": {"completionItem": {"snippetSupport": true, "insertReplaceSupport": true, "documentationFormat": ["markdown", "plaintext"], "resolveSupport": {"properties": ["documentation"]}},
				"completionList": {"itemDefaults": ["editRange", "insertTextFormat"]}},
			"documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
			"foldingRange": {"lineFoldingOnly": true},
			"hover": {"contentFormat": ["markdown"]},
			"publishDiagnostics": {"codeDescriptionSupport": true, "relatedInformation": true, "dataSupport": true},
			"rename": {"prepareSupport": true},
			"semanticTokens": {"requests": {"full": true, "range": true}, "formats": ["relative"],
				"tokenTypes": ["namespace", "type", "function", "variable", "string", "keyword"], "tokenModifiers": ["definition"]}
		}`),
	})
	answers := []string{canonical(t, withoutOurs(t, s.initialized))}
	text := e2e.Read(t, dir, written)
	s.open(t, written)
	for _, step := range recorded {
		before, after, ok := strings.Cut(step.at, cursor)
		if step.method == "" {
			before, after, ok = step.at, "", true
		}
		i := strings.Index(text, before+after)
		if !ok || i < 0 {
			t.Fatalf("no %s in\n%s", step.at, text)
		}
		if step.method == "" {
			text = text[:i] + strings.Replace(step.params, cursor, "", 1) + text[i+len(before):]
			s.change(t, written, text)
			s.diagnostics(t, written)
			answers = append(answers, "")
			continue
		}
		at := positionOf(text[:i+len(before)])
		params := map[string]any{
			"textDocument": map[string]any{"uri": s.uri(written)},
			"position":     at,
			"range":        span{at, at},
		}
		if err := json.Unmarshal([]byte("{"+step.params+"}"), &params); err != nil {
			t.Fatal(err)
		}
		var answer any
		if err := s.conn.Call(s.ctx, step.method, params, &answer); err != nil {
			var said *jsonrpc2.Error
			if !errors.As(err, &said) {
				t.Fatalf("%s: %v", step.method, err)
			}
			answer = said
		}
		if tokens, ok := answer.(map[string]any); ok {
			delete(tokens, "resultId") // the time
		}
		if list, ok := answer.([]any); ok && unordered[step.method] {
			slices.SortFunc(list, func(a, b any) int { return strings.Compare(canonical(t, a), canonical(t, b)) })
		}
		answers = append(answers, canonical(t, answer))
	}
	diagnostics := slices.DeleteFunc(s.diagnostics(t, written), diagnostic.ours)
	return append(answers, canonical(t, diagnostics))
}

// withoutOurs takes what stytchlint adds out of what a gopls says that it can do, and its
// version.
func withoutOurs(t *testing.T, answer json.RawMessage) any {
	t.Helper()
	var all struct {
		Capabilities map[string]any `json:"capabilities"`
	}
	if err := json.Unmarshal(answer, &all); err != nil {
		t.Fatal(err)
	}
	completion := all.Capabilities["completionProvider"].(map[string]any)
	delete(completion, "resolveProvider")
	completion["triggerCharacters"] = slices.DeleteFunc(completion["triggerCharacters"].([]any), func(c any) bool { return c == `"` })
	actions := all.Capabilities["codeActionProvider"].(map[string]any)
	actions["codeActionKinds"] = slices.DeleteFunc(actions["codeActionKinds"].([]any), func(k any) bool { return k == "refactor.rewrite.addCodes" })
	return all
}

func canonical(t *testing.T, value any) string {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
