package gopls

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"maps"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// A session is a conversation with gopls about the module in dir.
type session struct {
	ctx           context.Context
	conn          *jsonrpc2.Conn
	dir           string
	configuration json.RawMessage
	initialized   json.RawMessage // what gopls says that it can do
	version       int             // of the text that was shown or typed last
	shown         map[string]int  // the version of each file's text, by URI
	asked         map[string]int  // how often each work was called for, by title

	mu       sync.Mutex
	last     map[string]published // the last diagnostics, by the URI of a file
	titles   map[string]string    // of the works that gopls began, by token
	done     map[string]int       // how often each work came to its end, by title
	progress chan struct{}        // closed when one more came to its end, and replaced
}

// published is what gopls says about a version of a file's text.
type published struct {
	URI         string       `json:"uri"`
	Version     int          `json:"version"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

// The titles of the works whose begin and end gopls reports, one for each thing
// that an editor tells it. What a work finds is published before it ends.
const (
	workOfStart  = "diagnosing initial workspace load"
	workOfOpen   = "diagnosing opened files"
	workOfChange = "diagnosing changed files"
)

// Settings are what an editor tells gopls when it starts it, and what it answers
// when gopls asks for its configuration. Editors do one of it or both.
type settings struct {
	initial, configuration json.RawMessage
	textDocument           json.RawMessage // what the editor can do there, if not the least
}

// options returns the initial settings with those that these tests need: gopls
// tells when it is done with its diagnostics, and begins with them at once unless
// the settings say something else.
func (s settings) options(t *testing.T) map[string]any {
	t.Helper()
	options := make(map[string]any)
	if s.initial != nil {
		if err := json.Unmarshal(s.initial, &options); err != nil {
			t.Fatal(err)
		}
	}
	options["verboseWorkDoneProgress"] = true
	if options["diagnosticsDelay"] == nil {
		options["diagnosticsDelay"] = "0s"
	}
	return options
}

// start starts gopls, with arguments if need be, for the module in dir.
func start(t *testing.T, gopls, dir string, settings settings, args ...string) *session {
	t.Helper()
	ctx, cancel := untilTestEnds(t)
	t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, gopls, args...)
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
		shown:         make(map[string]int),
		asked:         make(map[string]int),
		last:          make(map[string]published),
		titles:        make(map[string]string),
		done:          make(map[string]int),
		progress:      make(chan struct{}),
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
		// One that only hands on takes the end for a loss, as gopls itself does.
		remote := len(args) > 0 && strings.HasPrefix(args[0], "-remote")
		if err := cmd.Wait(); err != nil && !(remote && cmd.ProcessState.ExitCode() == 2) {
			t.Errorf("gopls ends with %v", err)
		}
	})

	var textDocument any = map[string]any{
		"codeAction": map[string]any{"codeActionLiteralSupport": map[string]any{
			"codeActionKind": map[string]any{"valueSet": []string{"quickfix"}},
		}},
		"publishDiagnostics": map[string]any{"codeDescriptionSupport": true},
	}
	if settings.textDocument != nil {
		textDocument = settings.textDocument
	}
	s.call(t, "initialize", map[string]any{
		"processId":             os.Getpid(),
		"rootUri":               uri(dir),
		"workspaceFolders":      []any{map[string]any{"uri": uri(dir), "name": "test"}},
		"initializationOptions": settings.options(t),
		"capabilities": map[string]any{
			"window":       map[string]any{"workDoneProgress": true},
			"workspace":    map[string]any{"configuration": true},
			"textDocument": textDocument,
		},
	}, &s.initialized)
	s.asked[workOfStart]++
	s.notify(t, "initialized", map[string]any{})
	return s
}

// startDaemon starts a gopls that listens until the test ends, and waits until it does.
func startDaemon(t *testing.T, gopls, dir string, args ...string) {
	t.Helper()
	ctx, cancel := untilTestEnds(t)
	cmd := exec.CommandContext(ctx, gopls, args...)
	cmd.Dir = dir
	cmd.Env = e2e.Env(t, home(t)...)
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(stderr)
	for lines.Scan() && !strings.Contains(lines.Text(), "listening on") {
		t.Log(lines.Text())
	}
	go func() {
		for lines.Scan() { // what it says is of no use, but it must get rid of it
		}
	}()
	t.Cleanup(func() {
		cancel()
		_ = cmd.Wait() // it was killed
	})
}

// untilTestEnds returns a context that ends shortly before the test program is
// stopped, which only a gopls that hangs can make happen: the test then still
// says what it waits for.
func untilTestEnds(t *testing.T) (context.Context, context.CancelFunc) {
	t.Helper()
	ctx := context.Background() // not the test's own, which ends before the cleanup that talks to gopls
	if end, ok := t.Deadline(); ok {
		return context.WithDeadline(ctx, end.Add(-10*time.Second))
	}
	return context.WithCancel(ctx)
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
		var p published
		if err := json.Unmarshal(*req.Params, &p); err != nil {
			return nil, err
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		s.last[p.URI] = p
	case "$/progress":
		var p struct {
			Token json.RawMessage
			Value struct{ Kind, Title string }
		}
		if err := json.Unmarshal(*req.Params, &p); err != nil {
			return nil, err
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		switch token := string(p.Token); p.Value.Kind {
		case "begin":
			s.titles[token] = p.Value.Title
		case "end":
			s.done[s.titles[token]]++
			close(s.progress)
			s.progress = make(chan struct{})
		}
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
	s.show(t, name, e2e.Read(t, s.dir, name))
}

// show shows a file with a text that is not saved to gopls.
func (s *session) show(t *testing.T, name, text string) {
	t.Helper()
	s.asked[workOfOpen]++
	s.notify(t, "textDocument/didOpen", map[string]any{"textDocument": map[string]any{
		"uri": s.uri(name), "languageId": "go", "version": s.next(name), "text": text,
	}})
}

// change types another text into a file.
func (s *session) change(t *testing.T, name, text string) {
	t.Helper()
	s.asked[workOfChange]++
	s.notify(t, "textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": s.uri(name), "version": s.next(name)},
		"contentChanges": []any{map[string]any{"text": text}},
	})
}

// next returns the version of another text of a file.
func (s *session) next(name string) int {
	s.version++
	s.shown[s.uri(name)] = s.version
	return s.version
}

// diagnostics returns what gopls says about a file that it was shown, as soon as
// it is done with everything that it was told.
func (s *session) diagnostics(t *testing.T, name string) []diagnostic {
	t.Helper()
	for {
		s.mu.Lock()
		last := s.last[s.uri(name)]
		done := maps.Clone(s.done)
		progress := s.progress
		s.mu.Unlock()
		settled := true
		for work, n := range s.asked {
			settled = settled && done[work] >= n
		}
		if settled {
			// Files without diagnostics get an empty list of them, too.
			if last.Version != s.shown[s.uri(name)] {
				t.Fatalf("gopls is done, and has published nothing about version %d of %s, but %+v", s.shown[s.uri(name)], name, last)
			}
			return last.Diagnostics
		}
		select {
		case <-progress:
		case <-s.conn.DisconnectNotify():
			t.Fatalf("gopls has left; the test waited for the end of the works %v, of which %v are done", s.asked, done)
		case <-s.ctx.Done():
			t.Fatalf("the test waited for the end of the works %v, of which %v are done", s.asked, done)
		}
	}
}

func (s *session) uri(name string) string { return uri(filepath.Join(s.dir, filepath.FromSlash(name))) }

// uri returns the URI of a file.
func uri(path string) string {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	return u.String()
}
