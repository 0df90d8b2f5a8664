package lsp

import (
	"encoding/json"

	"github.com/stytchlint/stytchlint/analyzer/editor"
)

// resolve returns an item with its documentation. Gopls has nothing to add to its own,
// and so they stay as they are.
func (c *client) resolve(params json.RawMessage) any {
	var item struct {
		Data itemData
	}
	if json.Unmarshal(params, &item) != nil {
		return params
	}
	resolved, ok := safely(func() (any, error) {
		md, plain, ok := editor.Documentation(item.Data.ID)
		if !ok {
			return params, nil
		}
		all, err := fieldsOf(params)
		if err != nil {
			return nil, err
		}
		return all, all.set("documentation", c.text(c.markdownItems, md, plain))
	})
	if !ok {
		return params
	}
	return resolved
}

// text returns a text in the format that the client prefers.
func (c *client) text(inMarkdown bool, md, plain string) content {
	if inMarkdown {
		return content{markdown, md}
	}
	return content{plaintext, plain}
}
