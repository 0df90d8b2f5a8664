package lsp

import (
	"context"
	"encoding/json"
	"slices"
)

// A client is what an editor says it can do. It says so once, before anything else.
type client struct {
	insertReplace bool // it knows two ranges, and which of them people want
	editRange     bool // it takes the range of a list, where an item has none
	codeActions   bool // it takes actions, not only commands
	// It shows Markdown, in the documentation of items and in a hover.
	markdownItems, markdownHover bool
}

// read takes over what a client says in the parameters of initialize.
func (c *client) read(params json.RawMessage) {
	var p struct {
		Capabilities struct {
			TextDocument struct {
				Completion struct {
					CompletionItem struct {
						DocumentationFormat  []string
						InsertReplaceSupport bool
					}
					CompletionList struct {
						ItemDefaults []string
					}
				}
				Hover struct {
					ContentFormat []string
				}
				CodeAction struct {
					CodeActionLiteralSupport *struct{}
				}
			}
		}
	}
	if json.Unmarshal(params, &p) != nil {
		return // gopls says so
	}
	t := p.Capabilities.TextDocument
	*c = client{
		insertReplace: t.Completion.CompletionItem.InsertReplaceSupport,
		editRange:     slices.Contains(t.Completion.CompletionList.ItemDefaults, "editRange"),
		codeActions:   t.CodeAction.CodeActionLiteralSupport != nil,
		markdownItems: prefersMarkdown(t.Completion.CompletionItem.DocumentationFormat),
		markdownHover: prefersMarkdown(t.Hover.ContentFormat),
	}
}

// prefersMarkdown reports whether Markdown is the first of the formats that a client
// lists.
func prefersMarkdown(formats []string) bool { return len(formats) > 0 && formats[0] == markdown }

// The formats of texts.
const (
	markdown  = "markdown"
	plaintext = "plaintext"
)

// A content is a text in one of the formats.
type content struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

// announce adds to what gopls says that it can do.
func announce(_ context.Context, result any) (any, error) {
	answer, err := fieldsOf(result)
	if err != nil {
		return nil, err
	}
	err = answer.change("capabilities", func(capabilities fields) error {
		err := capabilities.change("completionProvider", func(completion fields) error {
			if err := completion.add("triggerCharacters", quote); err != nil {
				return err
			}
			return completion.set("resolveProvider", true)
		})
		if err != nil {
			return err
		}
		var yes bool
		if json.Unmarshal(capabilities["codeActionProvider"], &yes) == nil {
			return nil // it lists no kinds
		}
		return capabilities.change("codeActionProvider", func(actions fields) error {
			return actions.add("codeActionKinds", addCases)
		})
	})
	return answer, err
}

// quote is the character at which a client is to ask for completions, beside those at
// which gopls wants it to.
const quote = `"`
