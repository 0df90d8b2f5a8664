package lsp

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
)

// list is what an editor gets when it asks for completions.
type list struct {
	IsIncomplete bool
	ItemDefaults struct{ EditRange json.RawMessage }
	Items        []struct {
		Label, Detail, SortText, FilterText, TextEditText string
		TextEdit, Data                                    json.RawMessage
	}
}

// complete returns what the editor gets where the cursor is in the body of a function,
// if gopls answers with something.
func (c *conversation) complete(body, gopls string) list {
	c.t.Helper()
	var l list
	if err := json.Unmarshal([]byte(c.answer("textDocument/completion", c.show(web(body)), gopls)), &l); err != nil {
		c.t.Fatal(err)
	}
	return l
}

// What gopls has to offer where no code is expected, and where one is.
const (
	nothing = `{"isIncomplete":true,"items":[]}`
	theirs  = `{"isIncomplete":true,"items":[{"label":"err","score":1e300,"textEdit":{"range":{}}}]}`
)

func TestCompletion(t *testing.T) {
	t.Parallel()
	c := converse(t, "{}")
	l := c.complete(`return authx.Is(err, "se¦")`, nothing)
	if len(l.Items) < 800 || l.IsIncomplete || l.ItemDefaults.EditRange != nil {
		t.Errorf("%d items, incomplete %t, defaults %s", len(l.Items), l.IsIncomplete, l.ItemDefaults.EditRange)
	}
	want := `{"newText":"` + l.Items[0].Label + `","range":{"end":{"character":25,"line":5},"start":{"character":23,"line":5}}}`
	if first := l.Items[0]; string(first.TextEdit) != want || first.SortText == "" {
		t.Errorf("the first item is %+v, want the edit %s", first, want)
	}

	// What gopls offers is offered, too, as it is.
	l = c.complete(`return authx.Is(err, ¦)`, theirs)
	if last := l.Items[len(l.Items)-1]; last.Label != "err" || !l.IsIncomplete || len(l.Items) < 800 {
		t.Errorf("%d items, incomplete %t, the last one is %+v", len(l.Items), l.IsIncomplete, last)
	}
	if quoted := `"\"` + l.Items[0].Label + `\""`; !strings.Contains(string(l.Items[0].TextEdit), quoted) {
		t.Errorf("the edit %s does not write %s", l.Items[0].TextEdit, quoted)
	}

	// What is no list of items stays as it is.
	if got := c.answer("textDocument/completion", c.show(web(`return authx.Is(err, "¦")`)), "7"); got != "7" {
		t.Errorf("got %s", got)
	}

	// Elsewhere, the answer is that of gopls.
	for _, body := range []string{`return err == "¦"`, `return authx.Is(¦)`, `return never.Loads("¦")`} {
		for _, gopls := range []string{nothing, theirs, "null"} {
			if got := c.answer("textDocument/completion", c.show(web(body)), gopls); got != gopls && got != canonical(t, json.RawMessage(gopls)) {
				t.Errorf("%s: gopls says %s, and the editor gets %s", body, gopls, got)
			}
		}
	}
}

// A client may have one range for all items, and choose between two of them.
func TestRanges(t *testing.T) {
	t.Parallel()
	const at = `{"end":{"character":%d,"line":5},"start":{"character":23,"line":5}}`
	replace, insert := fmt.Sprintf(at, 28), fmt.Sprintf(at, 25)
	both := `{"insert":` + insert + `,"replace":` + replace + `}`
	for capabilities, want := range map[string]string{
		`{}`: replace,
		`7`:  replace, // whatever that means
		`{"textDocument": {"completion": {"completionItem": {"insertReplaceSupport": true}}}}`:                                                            both,
		`{"textDocument": {"completion": {"completionList": {"itemDefaults": ["editRange"]}}}}`:                                                           replace,
		`{"textDocument": {"completion": {"completionItem": {"insertReplaceSupport": true}, "completionList": {"itemDefaults": ["data", "editRange"]}}}}`: both,
	} {
		l := converse(t, capabilities).complete(`return authx.Is(err, "se¦ssi")`, nothing)
		if len(l.Items) == 0 {
			t.Fatalf("%s: no items", capabilities)
		}
		got := string(l.ItemDefaults.EditRange)
		if got == "" {
			var edit map[string]json.RawMessage
			if err := json.Unmarshal(l.Items[0].TextEdit, &edit); err != nil {
				t.Fatal(err)
			}
			if string(edit["newText"]) != `"`+l.Items[0].Label+`"` {
				t.Errorf("%s: writes %s", capabilities, edit["newText"])
			}
			delete(edit, "newText")
			if r, ok := edit["range"]; ok {
				got = string(r)
			} else {
				got = canonical(t, edit)
			}
		} else if l.Items[0].TextEdit != nil {
			t.Errorf("%s: an item has a range of its own: %s", capabilities, l.Items[0].TextEdit)
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", capabilities, got, want)
		}
	}
	l := converse(t, `{"textDocument": {"completion": {"completionList": {"itemDefaults": ["editRange"]}}}}`).complete(`return authx.Is(err, ¦)`, theirs)
	if want := `"` + l.Items[0].Label + `"`; l.Items[0].TextEditText != want {
		t.Errorf("without a quote, %s is written, want %s", l.Items[0].TextEditText, want)
	}
}

// A quote that is typed is no reason to ask gopls.
func TestQuote(t *testing.T) {
	t.Parallel()
	c := converse(t, "{}")
	for body, some := range map[string]bool{`return authx.Is(err, "¦")`: true, `return err == "¦"`: false} {
		params := json.RawMessage("{" + c.show(web(body)) + `, "context": {"triggerKind": 2, "triggerCharacter": "\""}}`)
		plan := c.session.Plan("textDocument/completion", params)
		if plan.Method == "" || plan.Answer != nil {
			t.Fatalf("the plan is %+v", plan)
		}
		answer, err := plan.Reply(t.Context(), nil, nil)
		var l list
		if err := json.Unmarshal([]byte(canonical(t, answer)), &l); err != nil {
			t.Fatal(err)
		}
		if err != nil || len(l.Items) > 0 != some || l.IsIncomplete {
			t.Errorf("%s: %d items, incomplete %t, error %v", body, len(l.Items), l.IsIncomplete, err)
		}
	}
	plan := c.session.Plan("textDocument/completion", json.RawMessage(`{"context": {"triggerKind": 2, "triggerCharacter": "."}}`))
	if plan.Method != "" {
		t.Errorf("gopls is asked for %s instead of completions behind a dot", plan.Method)
	}
}

// What was asked about a text is not answered about the next one.
func TestOutdated(t *testing.T) {
	t.Parallel()
	c := converse(t, `{"textDocument": {"codeAction": {"codeActionLiteralSupport": {}}}}`)
	for method, want := range map[string]string{
		"textDocument/completion": nothing,
		"textDocument/hover":      "null",
		"textDocument/codeAction": "null",
	} {
		for name, overtake := range map[string]func(){
			"told":      func() { c.tell(99) },
			"changed":   func() { c.world.write(webPath, web("return false")) },
			"told soon": func() { c.world.opened = func(string) { c.tell(99) } },
		} {
			c.world.opened = nil
			at := c.show(web(`return authx.Is(err, "session¦_not_found")`))
			plan := c.session.Plan(method, json.RawMessage("{"+at+"}"))
			overtake()
			gopls := strings.Replace(want, "true", "false", 1)
			answer, err := plan.Reply(t.Context(), json.RawMessage(gopls), nil)
			if got := canonical(t, answer); got != want || err != nil {
				t.Errorf("%s, %s: got %s, want %s; error %v", method, name, got, want, err)
			}
		}
	}
	// Null has nothing that may be more later.
	plan := c.session.Plan("textDocument/completion", json.RawMessage("{"+c.show(web(`return authx.Is(err, "¦")`))+"}"))
	c.tell(99)
	if answer, err := plan.Reply(t.Context(), json.RawMessage("null"), nil); canonical(t, answer) != "null" || err != nil {
		t.Errorf("got %v, error %v", answer, err)
	}
	// What is not shown has no version.
	c.session.Plan("textDocument/didClose", json.RawMessage(fmt.Sprintf(`{"textDocument": {"uri": %q}}`, webURI)))
	if v := c.session.documents.version(webURI); v != 0 {
		t.Errorf("a closed text has version %d", v)
	}
}

func TestHover(t *testing.T) {
	t.Parallel()
	const theirs = `{"contents":{"kind":"%s","value":"string"},"range":{"end":{"character":2,"line":1},"start":{"character":1,"line":1}}}`
	for capabilities, kind := range map[string]string{
		`{}`: plaintext,
		`{"textDocument": {"hover": {"contentFormat": ["plaintext", "markdown"]}}}`: plaintext,
		`{"textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}}}`: markdown,
	} {
		c := converse(t, capabilities)
		at := c.show(web(`return authx.Is(err, "session¦_not_found")`))
		var alone, both struct {
			Contents content
			Range    Range
		}
		for gopls, h := range map[string]any{"null": &alone, fmt.Sprintf(theirs, kind): &both} {
			if err := json.Unmarshal([]byte(c.answer("textDocument/hover", at, gopls)), h); err != nil {
				t.Fatal(err)
			}
		}
		if alone.Contents.Kind != kind || !strings.Contains(alone.Contents.Value, "session") || alone.Range != (Range{Position{5, 22}, Position{5, 41}}) {
			t.Errorf("%s: got %+v", capabilities, alone)
		}
		if both.Contents.Kind != kind || !strings.HasPrefix(both.Contents.Value, "string\n\n") || !strings.HasSuffix(both.Contents.Value, alone.Contents.Value) || both.Range.Start.Line != 1 {
			t.Errorf("%s: beside gopls's: %+v", capabilities, both)
		}
		if got := c.answer("textDocument/hover", at, `{"contents":{"kind":"plaintext","value":""}}`); !strings.Contains(got, `"value":"session_not_found:`) {
			t.Errorf("behind an empty one: %s", got)
		}
		// What cannot be added to stays as it is.
		for _, old := range []string{`{"contents":["a","b"]}`, "7"} {
			if got := c.answer("textDocument/hover", at, old); got != old {
				t.Errorf("got %s, want %s", got, old)
			}
		}
		// A text that is no code has none of ours.
		if got := c.answer("textDocument/hover", c.show(web(`return err.Error() == "gone¦"`)), "null"); got != "null" {
			t.Errorf("got %s", got)
		}
	}
}

func TestResolve(t *testing.T) {
	t.Parallel()
	for capabilities, kind := range map[string]string{
		`{}`: plaintext,
		`{"textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}}}`: markdown,
	} {
		c := converse(t, capabilities)
		got := c.answer("completionItem/resolve", `"label": "x", "sortText": "1", "data": {"stytchlint": "session_not_found"}`, "")
		if !strings.Contains(got, `"documentation":{"kind":"`+kind+`","value":"`) || !strings.Contains(got, `"sortText":"1"`) {
			t.Errorf("%s: got %s", capabilities, got)
		}
		// Items of gopls stay as they are.
		for _, item := range []string{`"label":"x"`, `"data":7,"label":"x"`, `"data":{"stytchlint":"nowhere"},"label":"x"`} {
			if got := c.answer("completionItem/resolve", item, ""); got != "{"+item+"}" {
				t.Errorf("got %s, want %s", got, item)
			}
		}
	}
}

func TestInitialize(t *testing.T) {
	t.Parallel()
	c := converse(t, "{}")
	for gopls, want := range map[string]string{
		`{"capabilities":{"codeActionProvider":true,"completionProvider":{"triggerCharacters":["."]},"x":1}}`:                  `{"capabilities":{"codeActionProvider":true,"completionProvider":{"resolveProvider":true,"triggerCharacters":[".","\""]},"x":1}}`,
		`{"capabilities":{"codeActionProvider":{"codeActionKinds":["quickfix"],"resolveProvider":true}},"serverInfo":{"v":2}}`: `{"capabilities":{"codeActionProvider":{"codeActionKinds":["quickfix","refactor.rewrite.addCodes"],"resolveProvider":true},"completionProvider":{"resolveProvider":true,"triggerCharacters":["\""]}},"serverInfo":{"v":2}}`,
		// What has another form stays as it is.
		`[]`:                  `[]`,
		`{"capabilities":[]}`: `{"capabilities":[]}`,
		`{"capabilities":{"completionProvider":7}}`:                       `{"capabilities":{"completionProvider":7}}`,
		`{"capabilities":{"completionProvider":{"triggerCharacters":7}}}`: `{"capabilities":{"completionProvider":{"triggerCharacters":7}}}`,
	} {
		if got := c.answer("initialize", `"capabilities": {}`, gopls); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// What is none of our business, or cannot be understood, is left to gopls.
func TestOthers(t *testing.T) {
	t.Parallel()
	c := converse(t, `{"textDocument": {"codeAction": {"codeActionLiteralSupport": {}}}}`)
	for _, method := range []string{"textDocument/definition", "shutdown", "$/cancelRequest", "textDocument/didOpen", "textDocument/hover", "textDocument/completion", "textDocument/codeAction"} {
		if plan := c.session.Plan(method, json.RawMessage(`[]`)); plan.Reply != nil || plan.Answer != nil || plan.Method != "" {
			t.Errorf("%s: %+v", method, plan)
		}
	}
	if got := canonical(t, c.session.Plan("completionItem/resolve", json.RawMessage(`[]`)).Answer); got != "[]" {
		t.Errorf("resolved %s", got)
	}
	// An error of gopls goes out, too.
	plan := c.session.Plan("textDocument/hover", json.RawMessage("{"+c.show(web(`return authx.Is(err, "session¦_not_found")`))+"}"))
	refused := errors.New("refused")
	if answer, err := plan.Reply(t.Context(), nil, refused); answer != nil || !errors.Is(err, refused) {
		t.Errorf("got %v, %v", answer, err)
	}
	if got := c.answer("textDocument/hover", `"textDocument": {"uri": "file:///nowhere"}`, "null"); got != "null" {
		t.Errorf("in a file that is not there: %s", got)
	}
}

// A panic here is nobody's concern but ours.
func TestPanic(t *testing.T) {
	t.Parallel()
	c := converse(t, "{}")
	at := c.show(web(`return authx.Is(err, "session¦_not_found")`))
	c.world.opened = func(string) { panic("of a test") }
	for _, method := range []string{"textDocument/hover", "textDocument/completion"} {
		if got := c.answer(method, at, "[7]"); got != "[7]" {
			t.Errorf("%s: got %s", method, got)
		}
	}
	// The next one is answered, and nothing is locked.
	c.world.opened = nil
	if got := c.answer("textDocument/hover", at, "null"); got == "null" {
		t.Error("nothing is known any more")
	}
}

// Edits and questions come at the same time; each answer is about the text that its
// question was about, or has nothing of ours.
func TestRace(t *testing.T) {
	t.Parallel()
	c := converse(t, "{}")
	var wg sync.WaitGroup
	answered := 0
	for i := range 60 {
		at := c.show(web(strings.Repeat("_ = err; ", i%7) + `return authx.Is(err, "¦")`))
		plan := c.session.Plan("textDocument/completion", json.RawMessage("{"+at+"}"))
		reply := func() string {
			answer, err := plan.Reply(t.Context(), json.RawMessage(nothing), nil)
			if err != nil {
				t.Error(err)
			}
			return canonical(t, answer)
		}
		if i%2 == 0 {
			if len(reply()) > len(nothing) {
				answered++
			}
			continue
		}
		wg.Go(func() {
			var l list
			if err := json.Unmarshal([]byte(reply()), &l); err != nil {
				t.Error(err)
			}
			character := len("\treturn authx.Is(err, \"") + len("_ = err; ")*(i%7)
			if want := fmt.Sprintf(`"start":{"character":%d,`, character); len(l.Items) > 0 && !strings.Contains(string(l.Items[0].TextEdit), want) {
				t.Errorf("an edit at %s, want %s", l.Items[0].TextEdit, want)
			}
		})
	}
	wg.Wait()
	if answered != 30 {
		t.Errorf("%d of 30 questions that nothing overtook were answered", answered)
	}
}

// Values are not followed where a glance tells that no code is there.
func TestGlance(t *testing.T) {
	t.Parallel()
	c := converse(t, `{"textDocument": {"codeAction": {"codeActionLiteralSupport": {}}}}`)
	for _, q := range []struct {
		method, body string
		followed     int
	}{
		{"textDocument/completion", `return auth¦x.Is(err, "")`, 0},
		{"textDocument/completion", `return authx.Is(¦)`, 1}, // an error may be anything
		{"textDocument/completion", `if er¦`, 0},
		{"textDocument/hover", `return auth¦x.Is(err, "session_not_found")`, 0},
		{"textDocument/hover", `return authx.Is(err, "session¦_not_found")`, 1},
		{"textDocument/codeAction", `return authx.Is(e¦rr, "session_not_found")`, 0},
		{"textDocument/completion", `return authx.Is(err, "¦")`, 1},
	} {
		c.session.flows.kept = nil
		c.answer(q.method, c.show(web(q.body)), "null")
		if n := len(c.session.flows.kept); n != q.followed {
			t.Errorf("%s in %s: values of %d packages are followed, want %d", q.method, q.body, n, q.followed)
		}
	}
}

// Where the file imports them, constants take the place of texts with their quotes.
func TestConstants(t *testing.T) {
	t.Parallel()
	const source = "package web\n\nimport (\n\t\"" + authxPath + "\"\n\t\"" + codePath + "\"\n)\n\nvar used = code.SessionNotFound\n\nfunc handle(err error) bool {\n\treturn authx.Is(err, \"se¦\")\n}\n"
	for _, capabilities := range []string{`{}`, `{"textDocument": {"completion": {"completionList": {"itemDefaults": ["editRange"]}}}}`} {
		c := converse(t, capabilities)
		var l list
		if err := json.Unmarshal([]byte(c.answer("textDocument/completion", c.show(source), nothing)), &l); err != nil {
			t.Fatal(err)
		}
		const edit = `{"newText":"code.SessionNotFound","range":{"end":{"character":26,"line":10},"start":{"character":22,"line":10}}}`
		if first := l.Items[0]; string(first.TextEdit) != edit || first.FilterText != `"session_not_found` {
			t.Errorf("%s: the first item is %+v", capabilities, first)
		}
		if second := l.Items[1]; second.TextEdit != nil && !strings.Contains(string(second.TextEdit), `"character":25`) {
			t.Errorf("%s: the second item is %+v", capabilities, second)
		}
	}
}

// Whatever fails, the editor gets what gopls says.
func TestFailures(t *testing.T) {
	t.Parallel()
	const capabilities = `{"textDocument": {"completion": {"completionItem": {"insertReplaceSupport": true}}, "codeAction": {"codeActionLiteralSupport": {}}}}`
	c := converse(t, capabilities)
	c.world.write("example.com/deep", "package deep\n\nimport \""+authxPath+"\"\n\nfunc Is(err error, code string) bool { return authx.Is(err, code) }\n")
	deep := strings.Replace(web(`return authx.Is(err, "session¦_not_found") || deep.Is(err, "x")`), "import ", "import \"example.com/deep\"\nimport ", 1)
	const at = `, "range": {"start": {"line": 11, "character": 3}}`
	for method, source := range map[string]string{"textDocument/completion": deep, "textDocument/hover": deep, "textDocument/codeAction": switching} {
		position := c.show(source)
		if method == "textDocument/codeAction" {
			position += at
		}
		failed := 0
		for n := 1; ; n++ {
			c.begin(capabilities)
			c.tell(c.world.files[webPath].version)
			c.world.left = n
			got := c.answer(method, position, "null")
			if c.world.left > 0 { // it went well
				if got == "null" {
					t.Errorf("%s: nothing is said", method)
				}
				break
			}
			failed++
			if got != "null" {
				t.Errorf("%s: question %d failed, and the answer is %s", method, n, got)
			}
		}
		if failed < 6 {
			t.Errorf("%s: only %d questions can fail", method, failed)
		}
	}
}

// Not more than some packages are remembered, those that were asked for last.
func TestManyPackages(t *testing.T) {
	t.Parallel()
	c := converse(t, "{}")
	at := make([]string, maxFlows+2)
	ask := func(i int) {
		if got := c.answer("textDocument/hover", at[i], "null"); !strings.Contains(got, "session_not_found") {
			t.Errorf("package %d: got %s", i, got)
		}
	}
	for i := range at {
		at[i] = c.showIn(fmt.Sprintf("example.com/web%d", i), web(`return authx.Is(err, "session¦_not_found")`))
		ask(i)
		ask(0)
	}
	if n := len(c.session.flows.kept); n != maxFlows {
		t.Errorf("%d packages are remembered, want %d", n, maxFlows)
	}
	if c.session.flows.recall("example.com/web0") == nil || c.session.flows.recall("example.com/web1") != nil {
		t.Error("others are remembered than those that were asked for last")
	}
	ask(1)
}
