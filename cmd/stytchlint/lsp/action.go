package lsp

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/editor"
)

// addCases is the kind of the action that adds cases to a switch.
const addCases = "refactor.rewrite.addCodes"

// A codeAction is a change that is offered to a person, as the protocol has it.
type codeAction struct {
	Title string        `json:"title"`
	Kind  string        `json:"kind"`
	Edit  workspaceEdit `json:"edit"`
}

type workspaceEdit struct {
	DocumentChanges []documentEdit `json:"documentChanges"`
}

type documentEdit struct {
	TextDocument struct {
		URI     string `json:"uri"`
		Version int32  `json:"version"`
	} `json:"textDocument"`
	Edits []textEdit `json:"edits"`
}

// planAction adds an action on a switch over a code.
func (s *Session) planAction(params json.RawMessage) Plan {
	var p struct {
		request
		Range   Range
		Context struct {
			Only        []string
			TriggerKind int
		}
	}
	if json.Unmarshal(params, &p) != nil || !s.client.codeActions || !wantsRewrite(p.Context.Only, p.Context.TriggerKind) {
		return Plan{}
	}
	p.Position = p.Range.Start
	p.version = s.documents.version(p.TextDocument.URI)
	return Plan{Reply: onSuccess(func(ctx context.Context, result any) (any, error) {
		answer := result
		err := s.at(ctx, p.request, editor.Glance.AddsCases, func(f *editor.Flow, at place) error {
			action, ok := f.AddCases(at.pos)
			if !ok {
				return nil
			}
			edit := documentEdit{}
			edit.TextDocument.URI, edit.TextDocument.Version = p.TextDocument.URI, p.version
			for _, e := range action.Edits {
				span, err := at.span(ctx, e.Pos, e.End)
				if err != nil {
					return err
				}
				edit.Edits = append(edit.Edits, textEdit{span, string(e.NewText)})
			}
			ours := codeAction{action.Title, addCases, workspaceEdit{[]documentEdit{edit}}}
			changed, err := addAction(result, ours)
			answer = changed
			return err
		})
		return answer, err
	})}
}

// addAction adds an action to those of gopls, which may have none.
func addAction(result any, action codeAction) (any, error) {
	theirs, err := json.Marshal(result)
	if err != nil {
		return nil, err
	}
	ours, err := json.Marshal([]codeAction{action})
	if err != nil {
		return nil, err
	}
	return joined(theirs, ours)
}

// automatic is the trigger of requests that a client makes on its own, as when the
// cursor moves.
const automatic = 2

// wantsRewrite reports whether our action is wanted, by the rules that gopls has for its
// own: of no kind in particular, all are wanted by who asks, and only fixes by who moves
// the cursor.
func wantsRewrite(only []string, trigger int) bool {
	if len(only) == 0 {
		return trigger != automatic
	}
	for _, kind := range only {
		if kind == "" || kind == addCases || strings.HasPrefix(addCases, kind+".") {
			return true
		}
	}
	return false
}
