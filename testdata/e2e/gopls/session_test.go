package gopls

import (
	"context"
	"encoding/json"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// deadline is for a whole session: gopls runs the go command, and the machine
// may be busy. No test waits for a time to pass.
const deadline = 5 * time.Minute

// A session is a conversation with gopls about the module in dir.
type session struct {
	ctx           context.Context
	conn          *jsonrpc2.Conn
	dir           string
	configuration json.RawMessage

	mu          sync.Mutex
	diagnostics map[string][]diagnostic // the last ones, by file
	typed       map[string]int          // the version of a file's text that was typed last
	changed     chan struct{}           // closed when there are others
	version     int
}

// Settings are what an editor tells gopls when it starts it, and what it answers
// when gopls asks for its configuration. Editors do one of it or both.
type settings struct {
	initial, configuration json.RawMessage
}

// start starts gopls for the module in dir.
func start(t *testing.T, gopls, dir string, settings settings) *session {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), deadline) // the cleanup below still talks
	t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, gopls)
	cmd.Dir = dir
	cmd.Env = e2e.Env(t, home(t)...)
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	s := &session{
		ctx:           ctx,
		dir:           dir,
		configuration: settings.configuration,
		diagnostics:   make(map[string][]diagnostic),
		typed:         make(map[string]int),
		changed:       make(chan struct{}),
	}
	stream := jsonrpc2.NewBufferedStream(readWriteCloser{stdout, stdin}, jsonrpc2.VSCodeObjectCodec{})
	s.conn = jsonrpc2.NewConn(ctx, stream, jsonrpc2.HandlerWithError(s.handle))
	t.Cleanup(func() {
		if err := s.conn.Call(ctx, "shutdown", nil, nil); err != nil {
			t.Errorf("shutdown: %v", err)
		}
		if err := s.conn.Notify(ctx, "exit", nil); err != nil {
			t.Errorf("exit: %v", err)
		}
		<-s.conn.DisconnectNotify()
		if err := cmd.Wait(); err != nil {
			t.Errorf("gopls ends with %v", err)
		}
	})

	s.call(t, "initialize", map[string]any{
		"processId":             os.Getpid(),
		"rootUri":               uri(dir),
		"workspaceFolders":      []any{map[string]any{"uri": uri(dir), "name": "test"}},
		"initializationOptions": settings.initial,
		"capabilities": map[string]any{
			"workspace": map[string]any{"configuration": true},
			"textDocument": map[string]any{
				"codeAction": map[string]any{"codeActionLiteralSupport": map[string]any{
					"codeActionKind": map[string]any{"valueSet": []string{"quickfix"}},
				}},
				"publishDiagnostics": map[string]any{"codeDescriptionSupport": true},
			},
		},
	}, nil)
	s.notify(t, "initialized", map[string]any{})
	return s
}

// A readWriteCloser is a program's output and input.
type readWriteCloser struct {
	io.Reader
	io.WriteCloser
}

// handle answers gopls.
func (s *session) handle(_ context.Context, _ *jsonrpc2.Conn, req *jsonrpc2.Request) (any, error) {
	switch req.Method {
	case "textDocument/publishDiagnostics":
		var p struct {
			URI         string
			Version     int
			Diagnostics []diagnostic
		}
		if err := json.Unmarshal(*req.Params, &p); err != nil {
			return nil, err
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		if p.Version < s.typed[p.URI] {
			return nil, nil // it is about an older text
		}
		s.diagnostics[p.URI] = p.Diagnostics
		close(s.changed)
		s.changed = make(chan struct{})
	case "workspace/configuration":
		var p struct{ Items []any }
		if err := json.Unmarshal(*req.Params, &p); err != nil {
			return nil, err
		}
		answers := make([]any, len(p.Items))
		for i := range answers {
			answers[i] = s.configuration
		}
		return answers, nil
	}
	return nil, nil
}

func (s *session) call(t *testing.T, method string, params, result any) {
	t.Helper()
	if err := s.conn.Call(s.ctx, method, params, result); err != nil {
		t.Fatalf("%s: %v", method, err)
	}
}

func (s *session) notify(t *testing.T, method string, params any) {
	t.Helper()
	if err := s.conn.Notify(s.ctx, method, params); err != nil {
		t.Fatalf("%s: %v", method, err)
	}
}

// open shows a file, given by its name in the module, to gopls.
func (s *session) open(t *testing.T, name string) {
	t.Helper()
	s.notify(t, "textDocument/didOpen", map[string]any{"textDocument": map[string]any{
		"uri": s.uri(name), "languageId": "go", "version": s.next(), "text": e2e.Read(t, s.dir, name),
	}})
}

// change types another text into a file.
func (s *session) change(t *testing.T, name, text string) {
	t.Helper()
	s.mu.Lock()
	s.typed[s.uri(name)] = s.version + 1
	delete(s.diagnostics, s.uri(name))
	s.mu.Unlock()
	s.notify(t, "textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": s.uri(name), "version": s.next()},
		"contentChanges": []any{map[string]any{"text": text}},
	})
}

// wait waits until the diagnostics of a file are as wanted, and returns them.
func (s *session) wait(t *testing.T, name string, wanted func([]diagnostic) bool) []diagnostic {
	t.Helper()
	for {
		s.mu.Lock()
		got, published := s.diagnostics[s.uri(name)]
		changed := s.changed
		s.mu.Unlock()
		if published && wanted(got) {
			return got
		}
		select {
		case <-changed:
		case <-s.ctx.Done():
			t.Fatalf("the diagnostics of %s are still %+v", name, got)
		}
	}
}

func (s *session) uri(name string) string { return uri(filepath.Join(s.dir, filepath.FromSlash(name))) }

func (s *session) next() int {
	s.version++
	return s.version
}

// uri returns the URI of a file.
func uri(path string) string {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	return u.String()
}
