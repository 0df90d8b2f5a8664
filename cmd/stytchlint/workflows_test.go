package main

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// pinned matches an action of others that is named by its commit, with the version
// of that commit behind it.
var pinned = regexp.MustCompile(`^\s*(- )?uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)

// TestWorkflows holds what runs on GitHub to what actionlint does not ask for:
// actions are named by a commit, which nobody can move, and a job has no more
// permissions than it names and ends after a while.
func TestWorkflows(t *testing.T) {
	t.Parallel()
	root := filepath.Join("..", "..")
	files, err := filepath.Glob(filepath.Join(root, ".github", "workflows", "*.yml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		var w struct {
			Permissions map[string]string
			Jobs        map[string]struct {
				Permissions    map[string]string
				TimeoutMinutes int `yaml:"timeout-minutes"`
			}
		}
		if err := yaml.Unmarshal([]byte(readFile(t, file)), &w); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if w.Permissions == nil || len(w.Permissions) > 0 {
			t.Errorf("%s: jobs that name no permissions have %v, want {}", file, w.Permissions)
		}
		for name, job := range w.Jobs {
			if len(job.Permissions) == 0 || job.TimeoutMinutes == 0 {
				t.Errorf("%s: %s has permissions %v and may take %d minutes", file, name, job.Permissions, job.TimeoutMinutes)
			}
		}
	}
	for file, command := range map[string]string{"ci.yml": "run: .ci/run", "release.yml": "args: release"} {
		if content := readFile(t, filepath.Join(root, ".github", "workflows", file)); !strings.Contains(content, command) {
			t.Errorf("%s does not %s", file, command)
		}
	}
	for _, file := range append(files, filepath.Join(root, "action.yml")) {
		for i, line := range strings.Split(readFile(t, file), "\n") {
			if strings.Contains(line, "uses: ") && !strings.Contains(line, "uses: ./") && !pinned.MatchString(line) {
				t.Errorf("%s:%d: want a commit and its version: %s", file, i+1, strings.TrimSpace(line))
			}
		}
	}
}
