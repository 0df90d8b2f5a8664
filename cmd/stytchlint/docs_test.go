package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/config"
)

// pages are the pages in docs whose examples are run here.
var pages = []string{"standalone.md", "go-vet.md", "ci.md", "faq.md"}

// TestDocs runs the examples of the pages in a module with the Go code of the
// README and of the page.
func TestDocs(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the commands are for a Unix shell")
	}
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	readme := readFile(t, filepath.Join(root, "README.md"))
	for _, name := range pages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := readFile(t, filepath.Join(root, "docs", name))
			code := append(fenced(readme, "go"), fenced(page, "go")...)
			dir := sampleModule(t, root, code)
			if stdout, stderr, code := runIn(t, dir, "go", "vet", "./..."); code != 0 {
				t.Errorf("the Go code does not compile: exit code %d\n%s%s", code, stdout, stderr)
			}
			for language := range languages(page) {
				if !slices.Contains([]string{"", "go", "console", "sh", "json", "yaml"}, language) {
					t.Errorf("nothing runs examples in %s", language)
				}
			}
			for _, block := range fenced(page, "console") {
				runConsole(t, dir, block)
			}
			for _, block := range fenced(page, "sh") {
				runShell(t, dir, block)
			}
			for _, block := range fenced(page, "json") {
				checkJSON(t, dir, block)
			}
			for _, block := range fenced(page, "yaml") {
				checkYAML(t, root, dir, block)
			}
			checkLinks(t, filepath.Join(root, "docs"), page)
		})
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// languages returns those of the blocks of a page.
func languages(page string) map[string]bool {
	found := make(map[string]bool)
	inside := false
	for line := range strings.Lines(page) {
		language, fence := strings.CutPrefix(strings.TrimSpace(line), "```")
		if fence && !inside {
			found[language] = true
		}
		inside = inside != fence
	}
	return found
}

// runConsole runs the commands after "$ " and compares what each prints.
func runConsole(t *testing.T, dir, block string) {
	t.Helper()
	if !strings.HasPrefix(block, "$ ") {
		t.Errorf("not a command and its output:\n%s", block)
		return
	}
	for _, part := range strings.Split("\n"+block, "\n$ ")[1:] {
		command, want, _ := strings.Cut(part, "\n")
		if got := strings.TrimSpace(shell(dir, command)); got != strings.TrimSpace(want) {
			t.Errorf("%s prints\n%s\nbut the page says\n%s", command, got, want)
		}
	}
}

// shell returns what a command prints.
func shell(dir, command string) string {
	cmd := exec.Command("sh", "-c", command)
	cmd.Dir = dir
	cmd.Env = plainEnv()
	out, _ := cmd.CombinedOutput()
	return string(out)
}

// runShell runs each command in a copy of dir. It may find something, and it
// must not fail otherwise.
func runShell(t *testing.T, dir, block string) {
	t.Helper()
	dir = copyOf(t, dir)
	for command := range strings.Lines(block) {
		command = strings.TrimSpace(command)
		if _, version, ok := strings.Cut(command, "go install github.com/stytchlint/stytchlint/cmd/stytchlint@"); ok && version != "" {
			continue // needs the network
		}
		cmd := exec.Command("sh", "-c", command)
		cmd.Dir = dir
		cmd.Env = plainEnv()
		out, err := cmd.CombinedOutput()
		if code := cmd.ProcessState.ExitCode(); code != exitClean && code != exitFindings || strings.Contains(string(out), "flag provided but not defined") {
			t.Errorf("%s: %v\n%s", command, err, out)
		}
	}
}

func copyOf(t *testing.T, dir string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy")
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return to
}

// checkJSON compares the keys of an example with those of real output.
func checkJSON(t *testing.T, dir, block string) {
	t.Helper()
	stdout, stderr, code := runIn(t, dir, program, "-format=json", "-baseline=", "./account")
	if code != exitFindings {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	got, want := jsonKeys(t, stdout), jsonKeys(t, block)
	if !maps.Equal(got, want) {
		t.Errorf("the keys and types are\n%v\nbut the page has\n%v", got, want)
	}
}

// jsonKeys returns the paths in a JSON value with the types of what is there.
func jsonKeys(t *testing.T, text string) map[string]string {
	t.Helper()
	var value any
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	keys := make(map[string]string)
	var visit func(path string, value any)
	visit = func(path string, value any) {
		keys[path] = fmt.Sprintf("%T", value)
		switch value := value.(type) {
		case map[string]any:
			for key, v := range value {
				visit(path+"."+key, v)
			}
		case []any:
			for _, v := range value {
				visit(path+"[]", v)
			}
		}
	}
	visit("", value)
	return keys
}

// checkYAML checks an example by the file that its first line names.
func checkYAML(t *testing.T, root, dir, block string) {
	t.Helper()
	first, _, _ := strings.Cut(block, "\n")
	switch name := strings.TrimPrefix(first, "# "); {
	case name == config.Name:
		file := filepath.Join(t.TempDir(), config.Name)
		if err := os.WriteFile(file, []byte(block), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := config.Load(filepath.Dir(file), analyzer.All()); err != nil {
			t.Errorf("%v in\n%s", err, block)
		}
	case strings.HasPrefix(name, ".github/workflows/"):
		checkWorkflow(t, dir, block)
	case name == ".pre-commit-config.yaml":
		checkPreCommit(t, root, dir, block)
	case name == ".gitlab-ci.yml":
		var jobs map[string]struct{ Script []string }
		if err := yaml.Unmarshal([]byte(block), &jobs); err != nil || len(jobs["stytchlint"].Script) == 0 {
			t.Errorf("%v in\n%s", err, block)
		}
		runShell(t, dir, strings.Join(jobs["stytchlint"].Script, "\n"))
	default:
		t.Errorf("a block for %q", name)
	}
}

// checkWorkflow runs the commands of a workflow, and holds the inputs of our
// own action to those that it has.
func checkWorkflow(t *testing.T, dir, block string) {
	t.Helper()
	var workflow struct {
		Jobs map[string]struct {
			Steps []struct {
				Uses, Run string
				With      map[string]any
			}
		}
	}
	if err := yaml.Unmarshal([]byte(block), &workflow); err != nil {
		t.Errorf("%v in\n%s", err, block)
	}
	a, _ := readAction(t)
	found := false
	for _, job := range workflow.Jobs {
		for _, step := range job.Steps {
			if strings.HasPrefix(step.Uses, "stytchlint/stytchlint@") {
				found = true
				for input := range step.With {
					if _, ok := a.Inputs[input]; !ok {
						t.Errorf("the action has no input %s", input)
					}
				}
			}
			if strings.HasPrefix(step.Run, "stytchlint ") {
				found = true
			}
			runShell(t, dir, step.Run)
		}
	}
	if !found {
		t.Errorf("stytchlint does not run in\n%s", block)
	}
}

// checkPreCommit runs the hooks of an example with their arguments.
func checkPreCommit(t *testing.T, root, dir, block string) {
	t.Helper()
	var hooks []struct {
		ID, Entry string
		Args      []string
	}
	if err := yaml.Unmarshal([]byte(readFile(t, filepath.Join(root, ".pre-commit-hooks.yaml"))), &hooks); err != nil {
		t.Fatal(err)
	}
	var file struct {
		Repos []struct {
			Hooks []struct {
				ID   string
				Args []string
			}
		}
	}
	if err := yaml.Unmarshal([]byte(block), &file); err != nil || len(file.Repos) != 1 {
		t.Fatalf("%v in\n%s", err, block)
	}
	for _, used := range file.Repos[0].Hooks {
		found := false
		for _, hook := range hooks {
			if hook.ID != used.ID {
				continue
			}
			found = true
			args := hook.Args
			if used.Args != nil {
				args = used.Args
			}
			runShell(t, dir, hook.Entry+" "+strings.Join(args, " "))
		}
		if !found {
			t.Errorf("there is no hook %s", used.ID)
		}
	}
}

// checkLinks follows the links of a page to files of this repository.
func checkLinks(t *testing.T, folder, page string) {
	t.Helper()
	for _, part := range strings.Split(page, "](")[1:] {
		link, _, _ := strings.Cut(part, ")")
		if strings.Contains(link, "://") {
			continue
		}
		name, anchor, _ := strings.Cut(link, "#")
		target := filepath.Join(folder, filepath.FromSlash(name))
		if _, err := os.Stat(target); err != nil {
			t.Errorf("%s leads nowhere: %v", link, err)
			continue
		}
		if anchor != "" && !strings.Contains(strings.ToLower(readFile(t, target)), "# "+strings.ReplaceAll(anchor, "-", " ")+"\n") {
			t.Errorf("nothing has the title of %s", link)
		}
	}
}
