package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestContributing adds the check in CONTRIBUTING.md to this module, in an
// overlay, compiles it, and runs its test.
func TestContributing(t *testing.T) {
	t.Parallel()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	page := readFile(t, filepath.Join(root, "CONTRIBUTING.md"))
	page = regexp.MustCompile(`(?m)^ {3}`).ReplaceAllString(page, "") // the blocks are parts of lists
	names := regexp.MustCompile("`((?:analyzer|testdata)/[a-z_/]*stytchempty[a-z_/]*\\.go)`").FindAllStringSubmatch(page, -1)
	blocks := fenced(page, "go")
	if len(names) != len(blocks) || len(names) == 0 {
		t.Fatalf("%d names of files and %d blocks of code", len(names), len(blocks))
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "src", "github.com"), os.DirFS(filepath.Join(root, "testdata", "src", "github.com"))); err != nil {
		t.Fatal(err)
	}
	overlay := struct{ Replace map[string]string }{make(map[string]string)}
	for i, name := range names {
		content := blocks[i]
		// The overlay is for the compiler alone: tests read real files.
		content = strings.Replace(content, `filepath.Abs("../../testdata")`, "filepath.Abs(`"+dir+"`)", 1)
		file := filepath.Join(dir, strings.TrimPrefix(filepath.FromSlash(name[1]), "testdata"+string(filepath.Separator)))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(name[1], "analyzer/") {
			overlay.Replace[filepath.Join(root, filepath.FromSlash(name[1]))] = file
		}
	}
	list, err := json.Marshal(overlay)
	if err != nil {
		t.Fatal(err)
	}
	overlayFile := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(overlayFile, list, 0o600); err != nil {
		t.Fatal(err)
	}
	binary := filepath.Join(dir, "check.test")
	args := []string{"test", "-vet=off", "-overlay", overlayFile, "-c", "-o", binary, "./analyzer/stytchempty"}
	if stdout, stderr, code := runIn(t, root, "go", args...); code != 0 {
		t.Fatalf("it does not compile: exit code %d\n%s%s", code, stdout, stderr)
	}
	if stdout, stderr, code := runIn(t, dir, binary, "-test.v"); code != 0 || !strings.Contains(stdout, "--- PASS: TestShapes") {
		t.Errorf("the test of the check: exit code %d\n%s%s", code, stdout, stderr)
	}
}

// TestDependencies holds the table of dependencies to go.mod.
func TestDependencies(t *testing.T) {
	t.Parallel()
	stdout, stderr, code := runIn(t, ".", "go", "list", "-m", "-f={{if not (or .Main .Indirect)}}{{.Path}}{{end}}", "all")
	if code != 0 {
		t.Fatal(stderr)
	}
	want := strings.Fields(stdout)
	_, section, _ := strings.Cut(readFile(t, filepath.Join("..", "..", "CONTRIBUTING.md")), "\n## Dependencies\n")
	section, _, _ = strings.Cut(section, "\n## ")
	var got []string
	for line := range strings.Lines(section) {
		if rest, ok := strings.CutPrefix(line, "| `"); ok {
			name, _, _ := strings.Cut(rest, "`")
			got = append(got, name)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("CONTRIBUTING.md has\n%s\ngo.mod has\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
