package playground_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/playground"
)

const module = "../../../.."

// TestBuild builds the page, which no other test does, for it takes half a minute the
// first time: it has all that it loads, an example for each check, and a
// program that starts as WebAssembly does.
func TestBuild(t *testing.T) {
	t.Parallel()
	root, err := filepath.Abs(module)
	if err != nil {
		t.Fatal(err)
	}
	p, err := playground.Build(t.Context(), root)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range analyzer.All() {
		if !strings.Contains(string(p.Body), `{"name":"`+a.Name+`: `) {
			t.Errorf("there is no example of %s", a.Name)
		}
	}
	worker := string(p.Files["playground/worker.js"])
	for _, name := range []string{"wasm_exec.js", "checks.bin", "types.bin"} {
		if !strings.Contains(worker, `"`+name+`"`) || len(p.Files["playground/"+name]) == 0 {
			t.Errorf("%s is not there, or not loaded", name)
		}
	}
	for _, name := range append(p.Styles, p.Scripts...) {
		if len(p.Files[name]) == 0 {
			t.Errorf("%s is not there", name)
		}
	}
	for name := range p.Files {
		if !regexp.MustCompile(`^playground/[a-zA-Z_.]+[a-z]$`).MatchString(name) {
			t.Errorf("not every file system holds %s", name)
		}
	}
	r, err := gzip.NewReader(bytes.NewReader(p.Files["playground/checks.bin"]))
	if err != nil {
		t.Fatal(err)
	}
	program, err := io.ReadAll(r)
	if err != nil || !bytes.HasPrefix(program, []byte("\x00asm")) {
		t.Errorf("it is no program; error %v", err)
	}
	if _, err := playground.Build(t.Context(), t.TempDir()); err == nil {
		t.Error("it is built of nothing")
	}
}

// TestStale asks of the editor that is committed, and of others.
func TestStale(t *testing.T) {
	t.Parallel()
	if err := playground.Stale(module); err != nil {
		t.Error(err)
	}
	const editor = "cmd/stytchsite/internal/playground/editor"
	for _, test := range []struct{ sums, want string }{
		{"", ""},
		{"0000  build.mjs\n", "build.mjs has changed"},
		{"0000  gone.mjs\n", "gone.mjs"},
		{"nothing\n", "no sum of a file"},
	} {
		root := t.TempDir()
		dir := filepath.Join(root, filepath.FromSlash(editor))
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := playground.Stale(root); err == nil {
			t.Error("there are no sums")
		}
		for name, content := range map[string]string{"sums.txt": test.sums, "build.mjs": "//\n"} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		err := playground.Stale(root)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: %v", test.sums, err)
		}
	}
}
