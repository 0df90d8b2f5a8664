package lsp

import (
	"encoding/json"
	"errors"

	"github.com/stytchlint/stytchlint/analyzer/editor"
)

// errForeign says that an item is one of gopls.
var errForeign = errors.New("no item of stytchlint")

// resolve returns an item with its documentation. Gopls has nothing to add to its own,
// and so they stay as they are.
func (c *client) resolve(params json.RawMessage) any {
	resolved, ok := safely(func() (fields, error) {
		item, err := fieldsOf(params)
		if err != nil {
			return nil, err
		}
		var data itemData
		if err := json.Unmarshal(item["data"], &data); err != nil {
			return nil, err
		}
		md, plain, ok := editor.Documentation(data.ID)
		if !ok {
			return nil, errForeign
		}
		return item, item.set("documentation", c.text(c.markdownItems, md, plain))
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
