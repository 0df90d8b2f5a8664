package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"go/token"

	"github.com/stytchlint/stytchlint/analyzer/editor"
)

// A completionItem is what is offered to a person, as the protocol has it.
type completionItem struct {
	Label         string    `json:"label"`
	Kind          int       `json:"kind"`
	Detail        string    `json:"detail,omitempty"`
	Documentation *content  `json:"documentation,omitempty"`
	Preselect     bool      `json:"preselect,omitempty"`
	SortText      string    `json:"sortText"`
	FilterText    string    `json:"filterText,omitempty"`
	TextEdit      any       `json:"textEdit,omitempty"`
	TextEditText  string    `json:"textEditText,omitempty"`
	Data          *itemData `json:"data,omitempty"`
}

// itemData comes back when the documentation of an item is asked for.
type itemData struct {
	ID string `json:"stytchlint"`
}

// Kinds of items.
const (
	kindEnumMember = 20
	kindConstant   = 21
)

// A textEdit replaces a part of a text.
type textEdit struct {
	Range   Range  `json:"range"`
	NewText string `json:"newText"`
}

// An editRange is a range to insert at, and the one to replace.
type editRange struct {
	Insert  Range `json:"insert"`
	Replace Range `json:"replace"`
}

// An insertReplaceEdit is an edit of which the client chooses the range.
type insertReplaceEdit struct {
	editRange
	NewText string `json:"newText"`
}

// planCompletion adds codes where one is expected.
func (s *Session) planCompletion(params json.RawMessage) Plan {
	var p struct {
		request
		Context struct {
			TriggerCharacter string `json:"triggerCharacter"`
		} `json:"context"`
	}
	if json.Unmarshal(params, &p) != nil {
		return Plan{} // gopls says so
	}
	p.version = s.documents.version(p.TextDocument.URI)
	plan := Plan{Reply: onSuccess(func(ctx context.Context, result any) (any, error) {
		return s.addCodes(ctx, p.request, result)
	})}
	if p.Context.TriggerCharacter == quote {
		// Gopls would not have been asked, and has something to say in quotes, too: the
		// paths of imports.
		plan.Method = silence
	}
	return plan
}

// addCodes adds the codes that can be written at a position to what gopls offers.
func (s *Session) addCodes(ctx context.Context, r request, result any) (any, error) {
	if result == nil {
		result = fields{"isIncomplete": []byte("false"), "items": []byte("[]")}
	}
	answer := result
	err := s.at(ctx, r, editor.Glance.Completes, func(f *editor.Flow, p place) error {
		c, ok := f.Complete(p.pos)
		if !ok || len(c.Items) == 0 {
			return nil
		}
		list, err := fieldsOf(result)
		if err != nil {
			return err
		}
		if list == nil {
			list = make(fields)
		}
		answer = list
		return s.client.merge(ctx, list, c, p)
	})
	if errors.Is(err, errOutdated) {
		// The client has asked again, or is to.
		list, err := fieldsOf(result)
		if err != nil || list == nil {
			return result, err
		}
		return list, list.set("isIncomplete", true)
	}
	return answer, err
}

// merge adds items to a list of gopls's, which may be empty.
func (c *client) merge(ctx context.Context, list fields, completion *editor.Completion, p place) error {
	common, err := c.rangeOf(ctx, completion.Start, completion.End, p)
	if err != nil {
		return err
	}
	// Their items have ranges of their own.
	if c.editRange {
		if err := list.set("itemDefaults", map[string]any{"editRange": common}); err != nil {
			return err
		}
	}
	items := make([]completionItem, 0, len(completion.Items))
	for i, item := range completion.Items {
		made := completionItem{
			Label:     item.Label,
			Kind:      kindEnumMember,
			Detail:    item.Detail,
			Preselect: i == 0,
			SortText:  item.Sort,
			Data:      &itemData{item.ID},
		}
		if item.Constant {
			made.Kind = kindConstant
		}
		if item.Filter != item.Label {
			made.FilterText = item.Filter
		}
		same := item.Start == completion.Start && item.End == completion.End
		switch {
		case !same || !c.editRange:
			ranges := common
			if !same {
				if ranges, err = c.rangeOf(ctx, item.Start, item.End, p); err != nil {
					return err
				}
			}
			made.TextEdit = editOf(ranges, item.Text)
		case item.Text != item.Label:
			made.TextEditText = item.Text
		}
		items = append(items, made)
	}
	// Gopls has nothing to say inside of a literal, and says that it may have more to
	// say later. All codes are there: the client may choose from them itself.
	if isEmpty(list["items"]) {
		if err := list.set("isIncomplete", false); err != nil {
			return err
		}
	}
	ours, err := json.Marshal(items)
	if err != nil {
		return err
	}
	list["items"], err = joined(ours, list["items"])
	return err
}

// rangeOf returns what an item replaces, a Range or an editRange: up to the cursor at
// least.
func (c *client) rangeOf(ctx context.Context, start, end token.Pos, p place) (any, error) {
	replace, err := p.span(ctx, start, end)
	if err != nil || !c.insertReplace {
		return replace, err
	}
	insert, err := p.span(ctx, start, p.pos)
	return editRange{insert, replace}, err
}

func editOf(ranges any, text string) any {
	if both, ok := ranges.(editRange); ok {
		return insertReplaceEdit{both, text}
	}
	return textEdit{ranges.(Range), text}
}
