package lsp

import (
	"strings"
	"testing"
)

// switching is package web with a switch behind a call.
const switching = `package web

import (
	"` + clientPath + `"
	"` + linksPath + `"
	"` + sdkPath + `"
)

func handle(c *consumer.MagicLinksClient) bool {
	err := c.Authenticate(&magiclinks.AuthenticateParams{})
	e, _ := err.(stytcherror.Error)
	switch e.ErrorType {
	case "magic_link_not_found"¦:
		return true
	}
	return false
}
`

// Codes are added to a switch where an action of that kind is wanted, beside those of
// gopls.
func TestAddCases(t *testing.T) {
	t.Parallel()
	c := converse(t, `{"textDocument": {"codeAction": {"codeActionLiteralSupport": {}}}}`)
	at := c.show(switching)
	_, position, _ := strings.Cut(at, `"position": `)
	at += `, "range": {"start": ` + position + `, "end": ` + position + `}`
	const edit = `{"documentChanges":[{"edits":[{"newText":"case \"unable_to_auth_magic_link\":\n\t","range":{"end":{"character":1,"line":14},"start":{"character":1,"line":14}}}],` +
		`"textDocument":{"uri":"` + webURI + `","version":1}}]}`
	const ours = `{"edit":` + edit + `,"kind":"refactor.rewrite.addCodes","title":"Add the codes that MagicLinks.Authenticate answers"}`
	const theirs = `{"title":"x"}`
	for context, wanted := range map[string]bool{
		`{}`:                               true,
		`{"triggerKind": 1}`:               true,
		`{"triggerKind": 2}`:               false,
		`{"only": ["refactor"]}`:           true,
		`{"only": ["quickfix", ""]}`:       true,
		`{"only": ["quickfix"]}`:           false,
		`{"only": ["refactor.rewriting"]}`: false,
		`{"only": ["refactor.rewrite.addCodes"], "triggerKind": 2}`: true,
	} {
		for gopls, list := range map[string]string{"null": "[%s]", "[" + theirs + "]": "[" + theirs + ",%s]"} {
			want := gopls
			if wanted {
				want = strings.Replace(list, "%s", ours, 1)
			}
			if got := c.answer("textDocument/codeAction", at+`, "context": `+context, gopls); got != want {
				t.Errorf("%s beside %s: got\n%s\nwant\n%s", context, gopls, got, want)
			}
		}
	}
	// A switch over something else gets none.
	other := c.show(strings.Replace(switching, "e.ErrorType", "e.Error()", 1))
	if got := c.answer("textDocument/codeAction", other+`, "range": {"start": `+position+`}`, "null"); got != "null" {
		t.Errorf("got %s", got)
	}
	c.show(switching)
	// What is no list stays as it is.
	if got := c.answer("textDocument/codeAction", at, `{"title":7}`); got != `{"title":7}` {
		t.Errorf("got %s", got)
	}
	if got := converse(t, "{}").answer("textDocument/codeAction", at, "null"); got != "null" {
		t.Errorf("who knows no actions gets %s", got)
	}
}
