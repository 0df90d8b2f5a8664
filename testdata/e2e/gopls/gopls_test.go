package gopls

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// TestFix finds a mistake that only a fact about another package shows, puts it
// right as an editor does, and finds it no more.
func TestFix(t *testing.T) {
	stytchlint, gopls := installed(t)
	dir := e2e.Copy(t, "e2e/across")
	const name = "web/web.go"
	want := e2e.Findings(t, stytchlint, dir)

	s := start(t, gopls, dir, settings{})
	s.open(t, name)
	got := s.wait(t, name, found)
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
	s.wait(t, name, func(d []diagnostic) bool { return len(d) == 0 })
}

// TestExample finds in every file what stytchlint finds, and puts one after the
// other right. That leaves a program that compiles and passes its tests.
func TestExample(t *testing.T) {
	stytchlint, gopls := installed(t)
	dir := e2e.Copy(t, "example")
	byFile := make(map[string][]e2e.Finding)
	for _, f := range e2e.Findings(t, stytchlint, dir) {
		byFile[f.File] = append(byFile[f.File], f)
	}
	s := start(t, gopls, dir, settings{})
	for name := range byFile {
		s.open(t, name)
	}
	for name, want := range byFile {
		got := s.wait(t, name, func(d []diagnostic) bool { return len(ours(name, d)) >= len(want) })
		e2e.Same(t, "gopls", ours(name, got), want)
		text := e2e.Read(t, dir, name)
		for left := len(want); left > 0; left-- {
			text = apply(t, text, s.fixes(t, name, left)[0].edits(s.uri(name)))
			s.change(t, name, text)
		}
		s.wait(t, name, func(d []diagnostic) bool { return len(ours(name, d)) == 0 })
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, command := range []string{"build", "vet", "test"} {
		e2e.Run(t, e2e.Command{Dir: dir, Args: []string{"go", command, "./..."}}).Want(t, 0)
	}
	if left := e2e.Findings(t, stytchlint, dir); len(left) > 0 {
		t.Errorf("stytchlint finds after the fixes: %v", left)
	}
}

// fixes returns the fixes, of which there is one at least, that gopls offers for
// the first of our diagnostics in a file that has left of them.
//
// gopls publishes what the compiler says before the rest, after each change of
// any file of a package. Meanwhile it has no fix for what it found before, so
// that editors ask again when the diagnostics change, and so do we.
func (s *session) fixes(t *testing.T, name string, left int) []codeAction {
	t.Helper()
	var fixes []codeAction
	s.wait(t, name, func(diagnostics []diagnostic) bool {
		if len(ours(name, diagnostics)) != left {
			return false
		}
		first := slices.IndexFunc(diagnostics, diagnostic.ours)
		var actions []codeAction
		s.call(t, "textDocument/codeAction", map[string]any{
			"textDocument": map[string]any{"uri": s.uri(name)},
			"range":        diagnostics[first].Range,
			"context":      map[string]any{"diagnostics": diagnostics[first : first+1], "only": []string{"quickfix"}},
		}, &actions)
		fixes = slices.DeleteFunc(actions, func(a codeAction) bool { return len(a.edits(s.uri(name))) == 0 })
		if len(fixes) == 0 {
			t.Logf("%s: no fix for %+v among %+v", name, diagnostics[first], actions)
		}
		return len(fixes) > 0
	})
	return fixes
}

// TestTyping keeps what was found while the code does not compile.
func TestTyping(t *testing.T) {
	_, gopls := installed(t)
	dir := e2e.Copy(t, "e2e/across")
	const name = "web/web.go"
	s := start(t, gopls, dir, settings{})
	s.open(t, name)
	s.wait(t, name, found)
	for text, source := range map[string]string{
		"\nfunc typing() int { return nowhere. }\n": "syntax",
		"\nfunc typing() int { return nowhere }\n":  "compiler",
	} {
		s.change(t, name, e2e.Read(t, dir, name)+text)
		s.wait(t, name, func(d []diagnostic) bool {
			return found(d) && slices.ContainsFunc(d, func(d diagnostic) bool { return d.Source == source })
		})
	}
}

// TestSettings switches a check off as the documentation does for editors. A
// mistake of gopls's own suite shows that it has looked at the file.
func TestSettings(t *testing.T) {
	_, gopls := installed(t)
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
			s := start(t, gopls, dir, settings{
				initial:       off(t, documented.initial),
				configuration: off(t, documented.configuration),
			})
			s.open(t, name)
			got := s.wait(t, name, func(d []diagnostic) bool {
				return slices.ContainsFunc(d, func(d diagnostic) bool { return d.Source == "assign" })
			})
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

func found(diagnostics []diagnostic) bool { return len(ours("", diagnostics)) > 0 }
