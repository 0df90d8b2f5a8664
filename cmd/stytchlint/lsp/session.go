// Package lsp answers what editors ask about error codes by the language server
// protocol, beside what gopls answers. The gopls that 'stytchlint gopls' builds is
// made with it; it is of no use to others, and may change at any time.
//
// Gopls keeps its say: it gets every message, in order, and what it answers is added
// to, or goes out as it was where there is nothing to add and whenever something goes
// wrong here.
package lsp

import (
	"context"
	"encoding/json"
	"log"
	"runtime/debug"
)

// A Session is a conversation with one editor.
type Session struct {
	workspace Workspace
	flows     flows
	client    client
	documents documents
}

// NewSession returns a session about the code of a workspace.
func NewSession(w Workspace) *Session { return &Session{workspace: w} }

// A Plan says what is done with a message of the client.
type Plan struct {
	// Answer is what the client gets at once, if it is not nil. Gopls does not get
	// the message then.
	Answer any
	// Method is what gopls is asked instead, if it is not empty: something that it does
	// not know. It says so when it is done with what it was told before, which counts as
	// no result and no error.
	Method string
	// Reply returns what the client gets when gopls has answered, if it is not nil.
	Reply func(ctx context.Context, result any, err error) (any, error)
}

// silence is a method that gopls does not know.
const silence = "stytchlint/silence"

// Plan is told of each message of the client, one after the other in the order in
// which they come, and says what to do with it.
func (s *Session) Plan(method string, params json.RawMessage) Plan {
	switch method {
	case "initialize":
		s.client.read(params)
		return Plan{Reply: onSuccess(announce)}
	case "textDocument/didOpen", "textDocument/didChange", "textDocument/didClose":
		s.documents.note(method, params)
	case "textDocument/completion":
		return s.planCompletion(params)
	case "completionItem/resolve":
		return Plan{Answer: s.client.resolve(params)}
	case "textDocument/hover":
		return s.planHover(params)
	case "textDocument/codeAction":
		return s.planAction(params)
	}
	return Plan{}
}

// onSuccess returns a reply that changes the results of gopls, but no errors.
func onSuccess(change func(ctx context.Context, result any) (any, error)) func(context.Context, any, error) (any, error) {
	return func(ctx context.Context, result any, err error) (any, error) {
		if err != nil {
			return result, err
		}
		if changed, ok := safely(func() (any, error) { return change(ctx, result) }); ok {
			return changed, nil
		}
		return result, nil
	}
}

// safely does something of ours, and reports whether that went well. Where it did not,
// people must get what gopls answers.
func safely[T any](do func() (T, error)) (result T, ok bool) {
	defer func() {
		if v := recover(); v != nil {
			log.Printf("stytchlint: panic: %v\n%s", v, debug.Stack())
			ok = false
		}
	}()
	result, err := do()
	return result, err == nil
}
