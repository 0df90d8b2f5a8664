package gopls

import (
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// TestFix finds a mistake that only a fact about another package shows, puts it
// right as an editor does, and finds it no more.
func TestFix(t *testing.T) {
	_, user := programs(t)
	dir := e2e.Copy(t, "e2e/across")
	const name = "web/web.go"
	want := e2e.Findings(t, user.stytchlint, dir)

	s := start(t, user.gopls, dir, settings{})
	s.open(t, name)
	got := s.diagnostics(t, name)
	e2e.Same(t, "gopls", ours(name, got), want)
	for _, d := range got {
		if d.Severity != 2 || d.Code == "" || !strings.HasPrefix(d.CodeDescription.Href, "https://pkg.go.dev/") {
			t.Errorf("not a warning with a category and a link: %+v", d)
		}
	}

	actions := s.fixes(t, name, len(want))
	actions = slices.DeleteFunc(actions, func(a codeAction) bool { return !strings.HasPrefix(a.Title, "Replace with ") })
	if len(actions) != 1 {
		t.Fatalf("%d fixes: %+v", len(actions), actions)
	}
	text := apply(t, e2e.Read(t, dir, name), actions[0].edits(s.uri(name)))
	if !strings.Contains(text, `authx.Is(err, "session_not_found")`) {
		t.Errorf("the fix makes\n%s", text)
	}
	s.change(t, name, text)
	if left := s.diagnostics(t, name); len(left) > 0 {
		t.Errorf("after the fix gopls says %+v", left)
	}
}

// TestExample finds in every file what stytchlint finds, and puts one after the
// other right. That leaves a program that compiles and passes its tests.
func TestExample(t *testing.T) {
	_, user := programs(t)
	dir := e2e.Copy(t, "example")
	byFile := make(map[string][]e2e.Finding)
	for _, f := range e2e.Findings(t, user.stytchlint, dir) {
		byFile[f.File] = append(byFile[f.File], f)
	}
	names := slices.Sorted(maps.Keys(byFile))
	s := start(t, user.gopls, dir, settings{})
	for _, name := range names {
		s.open(t, name)
	}
	texts := make(map[string]string)
	for _, name := range names {
		want := byFile[name]
		e2e.Same(t, "gopls", ours(name, s.diagnostics(t, name)), want)
		text := e2e.Read(t, dir, name)
		for left := len(want); left > 0; left-- {
			text = apply(t, text, s.fixes(t, name, left)[0].edits(s.uri(name)))
			s.change(t, name, text)
		}
		if left := ours(name, s.diagnostics(t, name)); len(left) > 0 {
			t.Errorf("after the fixes gopls finds %v", left)
		}
		texts[name] = text
	}
	for name, text := range texts {
		e2e.Write(t, filepath.Join(dir, name), text)
	}
	for _, command := range []string{"build", "vet", "test"} {
		e2e.Run(t, e2e.Command{Dir: dir, Args: []string{"go", command, "-trimpath", "./..."}}).Want(t, 0)
	}
	if left := e2e.Findings(t, user.stytchlint, dir); len(left) > 0 {
		t.Errorf("stytchlint finds after the fixes: %v", left)
	}
}

// fixes returns the fixes, of which there is one at least, that gopls offers for
// the first of our diagnostics in a file that has left of them.
func (s *session) fixes(t *testing.T, name string, left int) []codeAction {
	t.Helper()
	diagnostics := s.diagnostics(t, name)
	if n := len(ours(name, diagnostics)); n != left {
		t.Fatalf("%s: %d diagnostics of ours are left, want %d: %+v", name, n, left, diagnostics)
	}
	first := slices.IndexFunc(diagnostics, diagnostic.ours)
	var actions []codeAction
	s.call(t, "textDocument/codeAction", map[string]any{
		"textDocument": map[string]any{"uri": s.uri(name)},
		"range":        diagnostics[first].Range,
		"context":      map[string]any{"diagnostics": diagnostics[first : first+1], "only": []string{"quickfix"}},
	}, &actions)
	fixes := slices.DeleteFunc(slices.Clone(actions), func(a codeAction) bool { return len(a.edits(s.uri(name))) == 0 })
	if len(fixes) == 0 {
		t.Fatalf("%s: no fix for %+v among %+v", name, diagnostics[first], actions)
	}
	return fixes
}

// TestTyping keeps what was found while the code does not compile. With the delay
// that gopls has by default, it publishes first what the compiler says, and then
// the rest.
func TestTyping(t *testing.T) {
	_, user := programs(t)
	dir := e2e.Copy(t, "e2e/across")
	const name = "web/web.go"
	s := start(t, user.gopls, dir, settings{initial: json.RawMessage(`{"diagnosticsDelay": "1s"}`)})
	s.open(t, name)
	if d := s.diagnostics(t, name); !found(d) {
		t.Fatalf("before, gopls says %+v", d)
	}
	for text, source := range map[string]string{
		"\nfunc typing() int { return nowhere. }\n": "syntax",
		"\nfunc typing() int { return nowhere }\n":  "compiler",
	} {
		s.change(t, name, e2e.Read(t, dir, name)+text)
		d := s.diagnostics(t, name)
		if !found(d) || !says(d, source) {
			t.Errorf("with an error of the %s, gopls says %+v", source, d)
		}
	}
}

// TestSettings switches a check off as the documentation does for editors. A
// mistake of gopls's own suite shows that it has looked at the file.
func TestSettings(t *testing.T) {
	_, user := programs(t)
	examples := filepath.Join(e2e.Root(t), "docs", "examples", "editors")
	var vscode struct {
		Gopls json.RawMessage `json:"gopls"`
	}
	var zed struct {
		LSP struct {
			Gopls struct {
				Options json.RawMessage `json:"initialization_options"`
			} `json:"gopls"`
		} `json:"lsp"`
	}
	for file, to := range map[string]any{"vscode.json": &vscode, "zed.json": &zed} {
		if err := json.Unmarshal([]byte(e2e.Read(t, examples, file)), to); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
	}
	neovim := json.RawMessage(`{"analyses": {"stytchtext": false}}`)
	for editor, documented := range map[string]settings{
		"VS Code": {initial: vscode.Gopls, configuration: vscode.Gopls},
		"Zed":     {initial: zed.LSP.Gopls.Options}, // and Helix
		"Neovim":  {configuration: neovim},          // and Emacs
	} {
		t.Run(editor, func(t *testing.T) {
			t.Parallel()
			dir := e2e.Copy(t, "e2e/across")
			const name = "web/web.go"
			e2e.Write(t, filepath.Join(dir, name), e2e.Read(t, dir, name)+"\nfunc self(n int) int {\n\tn = n\n\treturn n\n}\n\nvar _ = self(1)\n")
			s := start(t, user.gopls, dir, settings{
				initial:       off(t, documented.initial),
				configuration: off(t, documented.configuration),
			})
			s.open(t, name)
			got := s.diagnostics(t, name)
			if !says(got, "assign") {
				t.Errorf("gopls says %+v", got)
			}
			if left := ours(name, got); len(left) > 0 {
				t.Errorf("a check that is switched off finds %v", left)
			}
		})
	}
}

// off returns documented settings that switch a check off for another check,
// which finds something in the module.
func off(t *testing.T, documented json.RawMessage) json.RawMessage {
	t.Helper()
	if documented == nil {
		return nil
	}
	const check = `"stytchtext"`
	if strings.Count(string(documented), check) != 1 {
		t.Fatalf("the settings are %s", documented)
	}
	return json.RawMessage(strings.Replace(string(documented), check, `"stytchcode"`, 1))
}

// found reports whether checks of stytchlint are among what gopls says.
func found(diagnostics []diagnostic) bool { return len(ours("", diagnostics)) > 0 }

// says reports whether a source, such as a check, is among what gopls says.
func says(diagnostics []diagnostic, source string) bool {
	return slices.ContainsFunc(diagnostics, func(d diagnostic) bool { return d.Source == source })
}
