package lsp

import (
	"context"
	"errors"
	"go/token"

	"github.com/stytchlint/stytchlint/analyzer/editor"
)

// A request is a question about a position in a text.
type request struct {
	TextDocument struct {
		URI string `json:"uri"`
	} `json:"textDocument"`
	Position Position `json:"position"`

	version int32 // of the text that it is about
}

// errOutdated says that the text has changed meanwhile.
var errOutdated = errors.New("the text has changed meanwhile")

// A place is a position in a type-checked package.
type place struct {
	checked Checked
	uri     string
	pos     token.Pos
}

// A glance says whether a question about a position may have an answer.
type glance = func(editor.Glance, token.Pos) bool

// at asks what is known of a position, nothing if the package has nothing to do with
// Stytch or a glance at it tells that there is none: then nobody waits for us.
func (s *Session) at(ctx context.Context, r request, may glance, ask func(*editor.Flow, place) error) error {
	uri := r.TextDocument.URI
	wanted := func() error {
		if s.documents.version(uri) != r.version {
			return errOutdated
		}
		return ctx.Err()
	}
	if err := wanted(); err != nil {
		return err
	}
	file, err := s.workspace.Open(ctx, uri)
	if err != nil {
		return err
	}
	defer file.Close()
	if file.Version() != r.version {
		return errOutdated
	}
	p, err := file.Package(ctx)
	if err != nil || !s.flows.concern(ctx, p) {
		return err
	}
	checked, err := p.Check(ctx)
	if err != nil {
		return err
	}
	pos, err := checked.Pos(ctx, uri, r.Position)
	if err != nil {
		return err
	}
	syntax := checked.Syntax()
	if !may(editor.Glance{Fset: syntax.Fset, Files: syntax.Files, Info: syntax.Info}, pos) {
		return nil
	}
	flow, err := s.flows.of(ctx, p, checked, wanted)
	if err != nil {
		return err
	}
	return ask(flow, place{checked, uri, pos})
}

// span returns a part of the text around the place.
func (p place) span(ctx context.Context, start, end token.Pos) (Range, error) {
	return p.checked.Range(ctx, p.uri, start, end)
}
