package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// An action is what action.yml holds.
type action struct {
	Name        string
	Description string
	Author      string
	Branding    struct{ Icon, Color string }
	Inputs      map[string]struct{ Description, Default string }
	Outputs     map[string]struct{ Description, Value string }
	Runs        struct {
		Using string
		Steps []step
	}
}

type step struct {
	ID, Name, If, Uses, Run, Shell string
	Env, With                      map[string]string
	WorkingDirectory               string `yaml:"working-directory"`
}

// readAction reads action.yml, in which every key must be known.
func readAction(t *testing.T) (a action, content string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.UnmarshalWithOptions(data, &a, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	return a, string(data)
}

// TestAction holds action.yml to what GitHub wants of a composite action.
func TestAction(t *testing.T) {
	t.Parallel()
	a, content := readAction(t)
	if a.Name == "" || a.Description == "" || len(a.Description) > 125 || a.Runs.Using != "composite" {
		t.Errorf("name %q, description %q (%d bytes), using %q", a.Name, a.Description, len(a.Description), a.Runs.Using)
	}
	for name, input := range a.Inputs {
		if input.Description == "" || !strings.Contains(content, "inputs."+name) {
			t.Errorf("the input %s has no description, or is not used", name)
		}
	}
	for _, m := range regexp.MustCompile(`inputs\.([\w-]+)`).FindAllStringSubmatch(content, -1) {
		if _, ok := a.Inputs[m[1]]; !ok {
			t.Errorf("there is no input %s", m[1])
		}
	}
	var ids []string
	for _, step := range a.Runs.Steps {
		ids = append(ids, step.ID)
		switch {
		case (step.Run == "") == (step.Uses == ""):
			t.Errorf("the step %q needs either run or uses", step.Name)
		case step.Run != "" && step.Shell != "bash":
			t.Errorf("the step %q has the shell %q", step.Name, step.Shell)
		case strings.Contains(step.Run, "${{"):
			t.Errorf("the step %q takes what users write for code", step.Name)
		}
	}
	for _, m := range regexp.MustCompile(`steps\.([\w-]+)\.outputs`).FindAllStringSubmatch(content, -1) {
		if !slices.Contains(ids, m[1]) {
			t.Errorf("there is no step %s", m[1])
		}
	}
}

// TestActionRuns runs the step that checks packages, as a runner does.
func TestActionRuns(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the path of the program differs")
	}
	a, _ := readAction(t)
	i := slices.IndexFunc(a.Runs.Steps, func(s step) bool { return s.ID == "check" })
	if i < 0 {
		t.Fatal("no step check")
	}
	workspace, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(workspace, "shop")
	smallModule(t, dir)
	script := filepath.Join(t.TempDir(), "step.sh")
	if err := os.WriteFile(script, []byte(a.Runs.Steps[i].Run), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(packages, args, sarifFile string) (out, outputs string, code int) {
		t.Helper()
		outputFile := filepath.Join(t.TempDir(), "outputs")
		cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", script)
		cmd.Dir = dir
		cmd.Env = append(plainEnv(), "PROGRAM="+program, "PACKAGES="+packages, "ARGS="+args, "SARIF_FILE="+sarifFile,
			"GITHUB_WORKSPACE="+workspace, "GITHUB_OUTPUT="+outputFile)
		text, _ := cmd.CombinedOutput()
		written, err := os.ReadFile(outputFile)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		return string(text), string(written), cmd.ProcessState.ExitCode()
	}

	const bugs = 2
	out, outputs, code := run("./...", "", "")
	if n := strings.Count(out, "\n::error file=shop/") + strings.Count(out[:8], "::error "); code != exitFindings || n != bugs || outputs != "" {
		t.Errorf("exit code %d, %d annotations, want %d, outputs %q\n%s", code, n, bugs, outputs, out)
	}
	sarifFile := filepath.Join(workspace, "reports", "stytchlint.sarif")
	out, outputs, code = run("./...", "", "reports/stytchlint.sarif")
	if code != exitFindings || !strings.HasPrefix(out, "::error ") || outputs != "sarif-file="+sarifFile+"\n" {
		t.Errorf("with a SARIF file: exit code %d, outputs %q\n%s", code, outputs, out)
	}
	log, err := os.ReadFile(sarifFile)
	if err != nil {
		t.Fatal(err)
	}
	if err := validSARIF(log); err != nil || strings.Count(string(log), `"ruleId"`) != bugs {
		t.Errorf("the SARIF file: %v\n%s", err, log)
	}
	if out, _, code := run("./web\n./checkout", "-stytchcode=false  -stytchtext", sarifFile); code != exitClean || out != "" {
		t.Errorf("several packages and flags: exit code %d\n%s", code, out)
	}
	out, outputs, code = run("./...", "-bogus", "bad.sarif")
	if code != exitError || !strings.Contains(out, "unknown flag -bogus") || outputs != "" {
		t.Errorf("wrong usage: exit code %d, outputs %q\n%s", code, outputs, out)
	}
}

// TestPreCommitHooks holds .pre-commit-hooks.yaml to what pre-commit wants, and
// runs what it says.
func TestPreCommitHooks(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.Join("..", "..", ".pre-commit-hooks.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var hooks []struct {
		ID, Name, Description, Entry, Language string
		Types, Args                            []string
		PassFilenames                          *bool `yaml:"pass_filenames"`
	}
	if err := yaml.UnmarshalWithOptions(data, &hooks, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	for _, hook := range hooks {
		if hook.ID == "" || hook.Name == "" || hook.Language != "golang" || !slices.Equal(hook.Types, []string{"go"}) ||
			hook.PassFilenames == nil || *hook.PassFilenames {
			t.Errorf("hook %+v", hook)
		}
		dir := filepath.Join(t.TempDir(), "shop")
		smallModule(t, dir)
		words := append(strings.Fields(hook.Entry), hook.Args...)
		if words[0] != "stytchlint" {
			t.Fatalf("the entry is %q", hook.Entry)
		}
		want := exitFindings
		if strings.Contains(hook.Entry, "-fix") {
			want = exitClean
		}
		if stdout, stderr, code := runIn(t, dir, program, words[1:]...); code != want {
			t.Errorf("%s: exit code %d\n%s%s", hook.ID, code, stdout, stderr)
		}
	}
	if len(hooks) == 0 {
		t.Error("no hooks")
	}
}
