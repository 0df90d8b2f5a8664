package gopls

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// TestQuote completes at a quote where a code is expected, and nowhere else: gopls, who
// would complete the paths of imports, has not asked for it.
func TestQuote(t *testing.T) {
	_, user := programs(t)
	s := start(t, user.gopls, e2e.Copy(t, "e2e/across"), settings{})
	s.open(t, written)
	for text, some := range map[string]bool{
		handler + "\treturn e.ErrorType == \"¦\"\n}\n": true,
		handler + "\treturn \"\" == \"¦\"\n}\n":        false,
		"package web\n\nimport \"¦\"\n":                false,
	} {
		_, at := s.write(t, text)
		if list := s.complete(t, at, `"`); len(list.Items) > 0 != some || list.IsIncomplete {
			t.Errorf("%d items, incomplete %t, in\n%s", len(list.Items), list.IsIncomplete, text)
		}
	}
}

// TestResolve gets the documentation of an item, and leaves those of gopls as they are.
func TestResolve(t *testing.T) {
	_, user := programs(t)
	s := start(t, user.gopls, e2e.Copy(t, "e2e/across"), settings{})
	s.open(t, written)
	_, at := s.write(t, handler+"\treturn e.ErrorType == ¦\n}\n")
	var list struct{ Items []json.RawMessage }
	s.call(t, "textDocument/completion", completionParams(s.uri(written), at, ""), &list)
	own, theirs := 0, 0
	for _, item := range list.Items {
		var before completionItem
		if err := json.Unmarshal(item, &before); err != nil {
			t.Fatal(err)
		}
		isOurs := before.Data != nil
		if isOurs && before.Label != "session_not_found" || !isOurs && theirs > 3 {
			continue
		}
		var after completionItem
		s.call(t, "completionItem/resolve", item, &after)
		if isOurs {
			own++
			if !strings.Contains(after.Documentation.Value, "session") || after.Label != before.Label {
				t.Errorf("resolved to %+v", after)
			}
		} else {
			theirs++
			if after.Label != before.Label || after.Documentation != before.Documentation {
				t.Errorf("%+v is resolved to %+v", before, after)
			}
		}
	}
	if own != 1 || theirs == 0 {
		t.Errorf("resolved %d items of ours, and %d of gopls", own, theirs)
	}
}

// TestHover explains a code, and a wrong one, beside what gopls has to say.
func TestHover(t *testing.T) {
	_, user := programs(t)
	s := start(t, user.gopls, e2e.Copy(t, "e2e/across"), settings{})
	s.open(t, written)
	for body, want := range map[string]string{
		`return e.ErrorType == "session¦_not_found"`: "session",
		`return e.ErrorType == "sesion¦_not_found"`:  "session",
		`return authx.Is(err, "session¦_not_found")`: "session",
		`return e.ErrorMessage == "no session¦"`:     "",
		`return e.Error¦Type == "x"`:                 "field ErrorType",
	} {
		_, at := s.write(t, handler+"\t"+body+"\n}\n")
		var h *hover
		s.call(t, "textDocument/hover", map[string]any{"textDocument": map[string]any{"uri": s.uri(written)}, "position": at}, &h)
		switch {
		case h == nil:
			if want != "" {
				t.Errorf("%s: nothing is said", body)
			}
		case want == "" || !strings.Contains(h.Contents.Value, want):
			t.Errorf("%s: got %q, want %q", body, h.Contents.Value, want)
		}
	}
}

// TestTypingFast sends edits and questions without waiting for answers. Each answer is
// one about the text that its question was about, or has no codes.
func TestTypingFast(t *testing.T) {
	_, user := programs(t)
	s := start(t, user.gopls, e2e.Copy(t, "e2e/across"), settings{})
	s.open(t, written)
	var wg sync.WaitGroup
	codes := make([]int, 40)
	for i := range codes {
		// The line moves to the right and back.
		_, at := s.write(t, handler+"\t"+strings.Repeat("_ = err; ", i%5)+"return e.ErrorType == \"s¦\"\n}\n")
		var list completionList
		call, err := s.conn.DispatchCall(s.ctx, "textDocument/completion", completionParams(s.uri(written), at, ""))
		if err != nil {
			t.Fatal(err)
		}
		wg.Go(func() {
			if err := call.Wait(s.ctx, &list); err != nil {
				t.Error(err)
				return
			}
			for _, item := range list.Items {
				if item.Data != nil {
					codes[i]++
					if item.TextEdit.Range.End != at {
						t.Errorf("an edit of %+v, and the cursor was at %+v", item.TextEdit.Range, at)
						return
					}
				}
			}
			if codes[i] == 0 && !list.IsIncomplete {
				t.Errorf("question %d has no codes for an answer, and is not to be asked again", i)
			}
		})
	}
	wg.Wait()
	if codes[len(codes)-1] == 0 {
		t.Error("the last question, which nothing overtook, has no codes for an answer")
	}
}

// TestDaemon asks a gopls that serves several editors, each by another gopls.
func TestDaemon(t *testing.T) {
	_, user := programs(t)
	dir := e2e.Copy(t, "e2e/across")
	address := fmt.Sprintf("unix;%s", filepath.Join(t.TempDir(), "s"))
	startDaemon(t, user.gopls, dir, "serve", "-listen="+address)
	for range 2 {
		s := start(t, user.gopls, dir, settings{}, "-remote="+address)
		s.open(t, written)
		_, at := s.write(t, handler+"\treturn e.ErrorType == \"se¦\"\n}\n")
		list := s.complete(t, at, `"`)
		i := slices.IndexFunc(list.Items, func(i completionItem) bool { return i.Label == "session_not_found" })
		if i < 0 {
			t.Fatalf("%d items", len(list.Items))
		}
		var resolved completionItem
		s.call(t, "completionItem/resolve", list.Items[i], &resolved)
		if resolved.Documentation.Value == "" {
			t.Errorf("resolved to %+v", resolved)
		}
	}
}
