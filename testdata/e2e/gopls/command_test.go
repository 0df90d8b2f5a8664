package gopls

import (
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// TestCommandsAsGopls runs commands of gopls, and those that serve nobody or cannot serve,
// which end as those of a gopls that nothing was added to.
func TestCommandsAsGopls(t *testing.T) {
	_, user := programs(t)
	gopls := plain(t, user)
	dir := e2e.Copy(t, "e2e/across")
	file := filepath.Join("authx", "authx.go")
	for _, args := range [][]string{
		{},
		{"serve"},
		{"-mode=stdio", "-v", "serve", "-listen.timeout=1s"},
		{"-profile.cpu=" + filepath.Join(dir, "profile")},
		{"-debug=nowhere"},
		{"-remote=unix;" + filepath.Join(dir, "nobody")},
		{"serve", "-logfile=" + filepath.Join(dir, "no folder", "log")},
		{"serve", "argument"},
		{"serve", "-nothing"},
		{"-listen.timeout=never"},
		{"nothing"},
		{"-h"},
		{"help", "serve"},
		{"check", file},
		{"check", "nothing.go"},
		{"codeaction", "-kind=refactor", file + ":10"},
		{"symbols", file},
		{"definition", file + ":12:30"},
	} {
		want := e2e.Run(t, e2e.Command{Dir: dir, Env: home(t), Args: append([]string{gopls}, args...)})
		got := e2e.Run(t, e2e.Command{Dir: dir, Env: home(t), Args: append([]string{user.gopls}, args...)})
		if got.Code != want.Code || got.Stdout != want.Stdout || got.Stderr != want.Stderr {
			t.Errorf("%q: got %d\n%s%s\nwant %d\n%s%s", args, got.Code, got.Stdout, got.Stderr, want.Code, want.Stdout, want.Stderr)
		}
	}
	// The version alone says what was added.
	r := e2e.Run(t, e2e.Command{Dir: dir, Env: home(t), Args: []string{user.gopls, "version"}}).Want(t, 0)
	want := e2e.Run(t, e2e.Command{Dir: dir, Env: home(t), Args: []string{gopls, "version"}}).Want(t, 0)
	version := strings.TrimPrefix(strings.TrimSpace(want.Stdout), "golang.org/x/tools/gopls ")
	if !strings.Contains(r.Stdout, version+"+stytchlint") {
		t.Errorf("the version is %sand that of gopls %s", r.Stdout, want.Stdout)
	}
}

// TestEnds ends conversations in all ways, with the exit codes that editors know.
func TestEnds(t *testing.T) {
	_, user := programs(t)
	dir := e2e.Copy(t, "e2e/across")
	initialize := fmt.Sprintf(`{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"rootUri": %q, "capabilities": {}}}`, uri(dir))
	const (
		shutdown = `{"jsonrpc": "2.0", "id": 2, "method": "shutdown"}`
		exit     = `{"jsonrpc": "2.0", "method": "exit"}`
		asks     = `{"jsonrpc": "2.0", "id": 3, "method": "textDocument/completion", "params": {"textDocument": {"uri": "file:///nowhere.go"}}}`
	)
	const end = "" // of the input
	for _, tt := range []struct {
		messages []string
		want     int
	}{
		{[]string{end}, 0},
		{[]string{exit}, 1},
		{[]string{asks, exit}, 1},
		{[]string{initialize, end}, 0},
		{[]string{initialize, exit}, 1},
		{[]string{initialize, shutdown, exit}, 0},
		{[]string{initialize, shutdown, asks, shutdown, exit}, 0},
		{[]string{initialize, "nonsense"}, 2},
	} {
		cmd := exec.Command(user.gopls)
		cmd.Dir = dir
		cmd.Env = e2e.Env(t, home(t)...)
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for _, m := range tt.messages {
			if m == end {
				err = in.Close()
			} else {
				_, err = fmt.Fprintf(in, "Content-Length: %d\r\n\r\n%s", len(m), m)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		err = cmd.Wait()
		if got := cmd.ProcessState.ExitCode(); got != tt.want {
			t.Errorf("%s: %v, want the exit code %d", tt.messages, err, tt.want)
		}
	}
}

// TestCancel takes questions back at once and a little later. Each is answered or
// cancelled, and the one behind them is answered.
func TestCancel(t *testing.T) {
	_, user := programs(t)
	s := start(t, user.gopls, e2e.Copy(t, "e2e/across"), settings{})
	s.open(t, written)
	_, at := s.write(t, handler+"\treturn e.ErrorType == \"s¦\"\n}\n")
	const cancelled = -32800
	var wg sync.WaitGroup
	for i := range 40 {
		id := jsonrpc2.ID{Num: uint64(1000 + i)}
		call, err := s.conn.DispatchCall(s.ctx, "textDocument/completion", completionParams(s.uri(written), at, ""), jsonrpc2.PickID(id))
		if err != nil {
			t.Fatal(err)
		}
		wg.Go(func() {
			var list completionList
			err := call.Wait(s.ctx, &list)
			if said, ok := errors.AsType[*jsonrpc2.Error](err); ok && said.Code == cancelled {
				return
			}
			if err != nil || len(list.Items) == 0 && !list.IsIncomplete {
				t.Errorf("%v, and %d items", err, len(list.Items))
			}
		})
		if i%2 == 1 { // the one before has got further
			s.notify(t, "$/cancelRequest", map[string]any{"id": 1000 + i - 1})
		}
		s.notify(t, "$/cancelRequest", map[string]any{"id": json.RawMessage(fmt.Sprint(1000 + i))})
	}
	wg.Wait()
	if list := s.complete(t, at, ""); len(list.Items) < 100 {
		t.Errorf("then there are %d items", len(list.Items))
	}
}
