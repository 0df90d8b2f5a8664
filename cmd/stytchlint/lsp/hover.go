package lsp

import (
	"context"
	"encoding/json"

	"github.com/stytchlint/stytchlint/analyzer/editor"
)

// planHover adds what a code means.
func (s *Session) planHover(params json.RawMessage) Plan {
	var r request
	if json.Unmarshal(params, &r) != nil {
		return Plan{} // gopls says so
	}
	r.version = s.documents.version(r.TextDocument.URI)
	return Plan{Reply: onSuccess(func(ctx context.Context, result any) (any, error) {
		answer := result
		err := s.at(ctx, r, editor.Glance.Hovers, func(f *editor.Flow, p place) error {
			h, ok := f.Hover(p.pos)
			if !ok {
				return nil
			}
			changed, err := s.client.addHover(ctx, result, h, p)
			answer = changed
			return err
		})
		return answer, err
	})}
}

// addHover adds a text behind that of gopls, which may have none.
func (c *client) addHover(ctx context.Context, result any, h *editor.Hover, p place) (any, error) {
	hover, err := fieldsOf(result)
	if err != nil {
		return nil, err
	}
	if hover == nil {
		span, err := p.span(ctx, h.Start, h.End)
		return map[string]any{"contents": c.text(c.markdownHover, h.Markdown, h.Plain), "range": span}, err
	}
	var theirs content
	if err := json.Unmarshal(hover["contents"], &theirs); err != nil {
		return nil, err // another form of the contents, to which nothing can be added
	}
	separator, ours := "\n\n---\n\n", h.Markdown
	if theirs.Kind != markdown {
		separator, ours = "\n\n", h.Plain
	}
	if theirs.Value == "" {
		separator = ""
	}
	return hover, hover.set("contents", content{theirs.Kind, theirs.Value + separator + ours})
}
