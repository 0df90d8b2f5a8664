package main

import (
	"cmp"
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"
)

// A question is something that an editor asks about a line of code.
type question struct {
	name, method string
	line         string // with the cursor as ¦ in it
}

// questions are asked where a code is expected, and elsewhere.
var questions = []question{
	{`completion in "¦"`, "textDocument/completion", `_ = e.ErrorType == "¦"`},
	{`completion in "se¦"`, "textDocument/completion", `_ = e.ErrorType == "se¦"`},
	{"completion after ==", "textDocument/completion", `_ = e.ErrorType == ¦`},
	{"completion elsewhere", "textDocument/completion", `_ = errors.¦`},
	{"hover on a code", "textDocument/hover", `_ = e.ErrorType == "session_¦not_found"`},
	{"hover elsewhere", "textDocument/hover", `_ = errors.¦New("")`},
}

// An answers is what a server took for the answers to a question.
type answers struct {
	edited, again series // after an edit, and without one
	bytes         int
}

// A gopls is one that is measured.
type gopls struct {
	exe      string
	server   *server
	version  int // of the text
	first    time.Duration
	answers  map[string]*answers // by the name of the question
	resolved int                 // bytes
	rss      int64
}

// editor measures what a gopls with stytchlint takes to answer an editor, beside one of
// the same release without it.
func editor(k *kit, rounds int) error {
	stytchlint, err := k.build(filepath.Join("..", ".."), "./cmd/stytchlint")
	if err != nil {
		return err
	}
	ours, plain := filepath.Join(k.dir, "stytch-gopls"), filepath.Join(k.dir, "gopls")
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		return err
	}
	if out, err := exec.Command(stytchlint, "gopls", "-stytchlint", root, "-o", ours).CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	release, err := releaseOf(ours)
	if err != nil {
		return err
	}
	install := exec.Command("go", "install", release)
	install.Env = append(os.Environ(), "GOBIN="+k.dir, "GOFLAGS=-trimpath")
	if out, err := install.CombinedOutput(); err != nil {
		return fmt.Errorf("installing %s: %w\n%s", release, err, out)
	}
	fmt.Printf("### %s\n\n", release)
	for _, functions := range []int{2, 1500} {
		dir := filepath.Join(k.dir, fmt.Sprint("editor", functions))
		lines, err := generatePackage(dir, functions)
		if err != nil {
			return err
		}
		both := []*gopls{{exe: plain}, {exe: ours}}
		for _, g := range both {
			if err := g.start(dir); err != nil {
				return err
			}
		}
		for range rounds {
			for _, q := range questions {
				for _, g := range both {
					if err := g.measure(dir, q); err != nil {
						return err
					}
				}
			}
		}
		for _, g := range both {
			if err := g.stop(); err != nil {
				return err
			}
		}
		report(fmt.Sprintf("%d lines, %d places of a code", lines, 4*functions), both[0], both[1])
	}
	return nil
}

// releaseOf returns the module and version of the gopls in an executable.
func releaseOf(exe string) (string, error) {
	info, err := buildinfo.ReadFile(exe)
	if err != nil {
		return "", err
	}
	const path = "golang.org/x/tools/gopls"
	i := slices.IndexFunc(info.Deps, func(m *debug.Module) bool { return m.Path == path })
	if i < 0 {
		return "", fmt.Errorf("%s: no gopls in it", exe)
	}
	return path + "@" + info.Deps[i].Version, nil
}

// report prints what both took.
func report(title string, plain, ours *gopls) {
	fmt.Printf("| %s | gopls: ms after an edit | with stytchlint | gopls: ms again | with stytchlint | gopls: bytes | with stytchlint |\n| --- | --- | --- | --- | --- | --- | --- |\n", title)
	for _, q := range questions {
		a, b := plain.answers[q.name], ours.answers[q.name]
		fmt.Printf("| %s | %v | %v | %v | %v | %d | %d |\n", q.name, a.edited.millis(), b.edited.millis(), a.again.millis(), b.again.millis(), a.bytes, b.bytes)
	}
	fmt.Printf("\nFirst answer: %.1f s and %.1f s. Peak memory: %d MB and %d MB. Documentation of one item: %d bytes.\n\n",
		plain.first.Seconds(), ours.first.Seconds(), plain.rss>>20, ours.rss>>20, ours.resolved)
}

// millis returns what the wall clock says.
func (s series) millis() stat {
	return s.of(func(x sample) float64 { return x.wall.Seconds() * 1e3 })
}

// asked is the file that questions are about; a line of it is replaced by theirs.
const asked = `package p

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func asked(err error) {
	var e stytcherror.Error
	_ = errors.As(err, &e)
	%s
}
`

// generatePackage writes a module of one package with functions that have four places
// of a code each, and returns its number of lines.
func generatePackage(dir string, functions int) (lines int, err error) {
	if err := generate(dir, 0, 0); err != nil {
		return 0, err
	}
	const perFile = 100
	for first := 0; first < functions; first += perFile {
		var b strings.Builder
		b.WriteString("package p\n\nimport (\n\t\"errors\"\n\t\"net/http\"\n\n\t\"github.com/stytchauth/stytch-go/v18/stytch/stytcherror\"\n)\n")
		for f := first; f < min(functions, first+perFile); f++ {
			fmt.Fprintf(&b, `
// status%[1]d returns what is answered.
func status%[1]d(err error) int {
	var e stytcherror.Error
	if !errors.As(err, &e) || e.ErrorType == "internal_server_error" {
		return http.StatusInternalServerError
	}

	switch e.ErrorType {
	case "session_not_found", "user_not_found":
		return http.StatusUnauthorized
	case "too_many_requests":
		return http.StatusTooManyRequests
	}
	return e.StatusCode
}
`, f)
		}
		lines += strings.Count(b.String(), "\n")
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("p%d.go", first)), []byte(b.String()), 0o644); err != nil {
			return 0, err
		}
	}
	text := fmt.Sprintf(asked, "")
	return lines + strings.Count(text, "\n"), os.WriteFile(filepath.Join(dir, "asked.go"), []byte(text), 0o644)
}

// start starts a gopls on a module, and waits for its first answer.
func (g *gopls) start(dir string) error {
	g.answers = make(map[string]*answers)
	for _, q := range questions {
		g.answers[q.name] = &answers{}
	}
	start := time.Now()
	var err error
	// Nothing that another one has kept may help.
	if g.server, err = serve(g.exe, dir, "GOPLSCACHE="+filepath.Join(dir, ".cache-"+filepath.Base(g.exe))); err != nil {
		return err
	}
	uri := "file://" + filepath.ToSlash(dir)
	if _, err := g.server.call("initialize", map[string]any{
		"processId":        os.Getpid(),
		"rootUri":          uri,
		"workspaceFolders": []any{map[string]any{"uri": uri, "name": "bench"}},
		"capabilities": map[string]any{"textDocument": map[string]any{
			"completion": map[string]any{
				"completionItem": map[string]any{"insertReplaceSupport": true, "documentationFormat": []string{"markdown"}},
				"completionList": map[string]any{"itemDefaults": []string{"editRange"}},
			},
			"hover": map[string]any{"contentFormat": []string{"markdown"}},
		}},
	}); err != nil {
		return err
	}
	if err := g.server.notify("initialized", struct{}{}); err != nil {
		return err
	}
	if err := g.server.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{
		"uri": uri + "/asked.go", "languageId": "go", "version": 0, "text": fmt.Sprintf(asked, ""),
	}}); err != nil {
		return err
	}
	_, err = g.ask(dir, questions[0])
	g.first = time.Since(start)
	return err
}

// measure asks a question after an edit, and again.
func (g *gopls) measure(dir string, q question) error {
	a := g.answers[q.name]
	var last json.RawMessage
	for _, times := range []*series{&a.edited, &a.again} {
		start := time.Now()
		if times == &a.edited {
			if err := g.edit(dir, q); err != nil {
				return err
			}
		}
		answer, err := g.ask(dir, q)
		if err != nil {
			return err
		}
		*times = append(*times, sample{wall: time.Since(start)})
		last = answer
	}
	a.bytes = len(last)
	if g.resolved > 0 || !strings.Contains(string(last), `"data":`) { // which gopls itself has not
		return nil
	}
	var list struct{ Items []json.RawMessage }
	if err := json.Unmarshal(last, &list); err != nil {
		return err
	}
	resolved, err := g.server.call("completionItem/resolve", list.Items[0])
	g.resolved = len(resolved)
	return err
}

// edit writes the line of a question.
func (g *gopls) edit(dir string, q question) error {
	g.version++
	return g.server.notify("textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": "file://" + filepath.ToSlash(dir) + "/asked.go", "version": g.version},
		"contentChanges": []any{map[string]any{"text": fmt.Sprintf(asked, strings.Replace(q.line, "¦", "", 1))}},
	})
}

// ask asks a question.
func (g *gopls) ask(dir string, q question) (json.RawMessage, error) {
	before, _, _ := strings.Cut(fmt.Sprintf(asked, q.line), "¦")
	line := strings.Count(before, "\n")
	return g.server.call(q.method, map[string]any{
		"textDocument": map[string]any{"uri": "file://" + filepath.ToSlash(dir) + "/asked.go"},
		"position":     map[string]any{"line": line, "character": len(before) - 1 - strings.LastIndexByte(before, '\n')},
	})
}

// stop stops the gopls, and keeps what memory it took.
func (g *gopls) stop() error {
	if _, err := g.server.call("shutdown", nil); err != nil {
		return err
	}
	err := cmp.Or(g.server.notify("exit", nil), g.server.cmd.Wait())
	if usage, ok := g.server.cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		g.rss = usage.Maxrss * 1024
	}
	return err
}
