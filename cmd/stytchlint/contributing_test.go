package main

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestContributing adds the check and the framework in CONTRIBUTING.md to this
// module, in an overlay, compiles them, and runs their tests.
func TestContributing(t *testing.T) {
	t.Parallel()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	page := readFile(t, filepath.Join(root, "CONTRIBUTING.md"))
	page = regexp.MustCompile(`(?m)^ {3}`).ReplaceAllString(page, "") // the blocks are parts of lists
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "testdata", "src", "github.com"), os.DirFS(filepath.Join(root, "testdata", "src", "github.com"))); err != nil {
		t.Fatal(err)
	}
	overlay := struct{ Replace map[string]string }{make(map[string]string)}
	write := func(name, content string) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(name, "analyzer/") {
			overlay.Replace[filepath.Join(root, filepath.FromSlash(name))] = file
		}
	}
	fileName := regexp.MustCompile("`((?:analyzer|testdata)/[a-z_./]*\\.go)`[,.:]")
	for _, title := range []string{"Add a check", "Add a framework"} {
		_, section, _ := strings.Cut(page, "\n## "+title+"\n")
		section, _, _ = strings.Cut(section, "\n## ")
		names, blocks := fileName.FindAllStringSubmatch(section, -1), fenced(section, "go")
		if title == "Add a check" {
			names = slices.DeleteFunc(names, func(m []string) bool { return !strings.Contains(m[1], "stytchempty") })
		} else {
			names = slices.DeleteFunc(names, func(m []string) bool { return strings.HasSuffix(m[1], "/roles.go") })
		}
		if len(names) != len(blocks) || len(names) == 0 {
			t.Fatalf("%s: %d names of files and %d blocks of code", title, len(names), len(blocks))
		}
		for i, name := range names {
			content := blocks[i]
			if strings.HasSuffix(name[1], "/http.go") { // rows, in their place
				next := "\t{path: \"github.com/bufbuild"
				before, after, ok := strings.Cut(readFile(t, filepath.Join(root, name[1])), next)
				if !ok {
					t.Fatal("no place for the rows")
				}
				content = before + content + next + after
			}
			write(name[1], content)
		}
	}
	list, err := json.Marshal(overlay)
	if err != nil {
		t.Fatal(err)
	}
	write("overlay.json", string(list))
	// The overlay is for the compiler alone: tests read real files.
	args := []string{"test", "-vet=off", "-overlay", filepath.Join(dir, "overlay.json"), "-c", "-o", dir}
	if stdout, stderr, code := runIn(t, root, "go", append(args, "./analyzer/stytchempty", "./analyzer/stytchunhandled", "./analyzer/internal/library")...); code != 0 {
		t.Fatalf("it does not compile: exit code %d\n%s%s", code, stdout, stderr)
	}
	for pkg, test := range map[string]string{
		"analyzer/stytchempty": "TestShapes", "analyzer/stytchunhandled": "TestShapes", "analyzer/internal/library": "TestRowsNameWhatThereIs",
	} {
		at := filepath.Join(dir, filepath.FromSlash(pkg))
		if err := os.MkdirAll(at, 0o755); err != nil {
			t.Fatal(err)
		}
		if stdout, stderr, code := runIn(t, at, filepath.Join(dir, path.Base(pkg)+".test"), "-test.v", "-test.run=^"+test+"$"); code != 0 || !strings.Contains(stdout, "--- PASS: "+test) {
			t.Errorf("%s of %s: exit code %d\n%s%s", test, pkg, code, stdout, stderr)
		}
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
