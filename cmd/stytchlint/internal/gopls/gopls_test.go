package gopls

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer"
)

func TestBuild(t *testing.T) {
	w := newWorld(t)
	path, err := Build(t.Context(), w.options)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(path)
	if filepath.Dir(dir) != w.options.CacheDir || !strings.HasPrefix(filepath.Base(dir), "gopls-v0.23.0-") {
		t.Errorf("the program is %s", path)
	}
	for name, want := range map[string][]string{
		"go.mod": {
			"module golang.org/x/tools/gopls/extstytch\n", "\ngo 1.26.0\n",
			"\nrequire golang.org/x/tools/gopls v0.23.0\n", "\nrequire github.com/stytchlint/stytchlint v1.0.0\n",
			"\nreplace example.com/dep => example.com/dep v1.2.3\n",
		},
		"go.sum":               {"github.com/stytchlint/stytchlint v1.0.0 h1:sum=\n", "example.com/dep v1.2.3 h1:abc=\n"},
		"main.go":              {"\tif !serves() {\n\t\ttool.Main(ctx, cmd.New(), os.Args[1:])\n\t}\n"},
		"connection.go":        {"codes.Plan("},
		"serve.go":             {"func serves() bool"},
		"workspace.go":         {"func (w workspace) Open("},
		"stytchlint.go":        {"settings.AllAnalyzers"},
		"register/register.go": {"vet.Suite = append"},
		"register/count.go":    {"slotCount = "},
	} {
		content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Error(err)
		}
		for _, part := range want {
			if !strings.Contains(string(content), part) {
				t.Errorf("%s does not hold %q:\n%s", name, part, content)
			}
		}
		if formatted, err := format.Source(content); strings.HasSuffix(name, ".go") && (err != nil || !bytes.Equal(formatted, content)) {
			t.Errorf("%s is not as gofmt has it: %v", name, err)
		}
	}

	// What the user's shell prefers does not reach the go command.
	content, err := os.ReadFile(filepath.Join(w.dir, "calls"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"GOFLAGS=-mod=mod\n", "GOWORK=off\n", "GOOS=" + runtime.GOOS + "\n", "GO111MODULE=on\n"} {
		if got := strings.Count(string(content), want); got != len(w.calls(t)) {
			t.Errorf("%d of %d calls have %s", got, len(w.calls(t)), want)
		}
	}

	// Nothing is prepared a second time.
	before := len(w.calls(t))
	again, err := Build(t.Context(), w.options)
	if err != nil || again != path {
		t.Errorf("the second time: %s, %v", again, err)
	}
	for _, call := range w.calls(t)[before:] {
		if strings.HasPrefix(call, "mod ") {
			t.Errorf("the second time: go %s", call)
		}
	}
	noLeftovers(t, w.options.CacheDir)
	noLeftovers(t, dir)
}

// TestSeparate keeps what is built from different sources and releases apart.
func TestSeparate(t *testing.T) {
	w := newWorld(t)
	seen := make(map[string]bool)
	for _, change := range []func(*Options){
		func(*Options) {},
		func(o *Options) { o.Version = "v0.24.0" },
		func(o *Options) { o.Source.Version = "v1.0.1" },
		func(o *Options) { o.Source = Source{Dir: w.dir} },
	} {
		o := w.options
		change(&o)
		path, err := Build(t.Context(), o)
		if err != nil || seen[path] {
			t.Errorf("%+v: %s, %v", o, path, err)
		}
		seen[path] = true
	}
}

// TestOtherMain refuses a gopls whose main program is another one.
func TestOtherMain(t *testing.T) {
	w := newWorld(t)
	main := filepath.Join(w.dir, "gopls", "main.go")
	for times, content := range []string{"cmd.Main()\n", "\tcmd.Main()\n", "\tcmd.Main()\n\n\tcmd.Main()\n"} {
		if err := os.WriteFile(main, []byte("package main\n"+content), 0o644); err != nil {
			t.Fatal(err)
		}
		w.options.Version, w.options.CacheDir = "v0.24.0", t.TempDir()
		_, err := Build(t.Context(), w.options)
		if times == 1 {
			if err != nil {
				t.Error(err)
			}
			continue
		}
		want := fmt.Sprintf("the main.go of gopls v0.24.0 has %d lines with cmd.Main(), not one", times)
		if err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// TestFailures holds each failure to its message, and to leave a program that
// is there alone.
func TestFailures(t *testing.T) {
	for fails, want := range map[string]Error{
		"list -m":      {"go: list -m fails", "gopls v0.23.0 needs Go 1.26 or later", "-version: supported are v0.23.0 (with Go 1.26 or later), "},
		"mod download": {"lookup disabled", "the modules of gopls v0.23.0 could not be downloaded", "needs the network"},
		"mod edit":     {"go: mod edit fails", "the go.mod of gopls cannot be read", ""},
		"list -deps":   {"go: list -deps fails", "the modules of gopls v0.23.0 could not be downloaded", "needs the network"},
		"build":        {"go: build fails", "gopls v0.23.0 could not be built", "build.log"},
		"version":      {"go: version fails", "the gopls v0.23.0 that was built does not start", "build.log"},
		"env":          {"go: env fails", "'go env' does not work", ""},
	} {
		t.Run(fails, func(t *testing.T) {
			w := newWorld(t)
			w.options.Output = filepath.Join(w.dir, "out", "my-gopls")
			if err := os.MkdirAll(filepath.Dir(w.options.Output), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(w.options.Output, []byte("old"), 0o755); err != nil {
				t.Fatal(err)
			}
			t.Setenv(fakeFail, fails)
			_, err := Build(t.Context(), w.options)
			got, ok := errors.AsType[*Error](err)
			if !ok {
				t.Fatalf("got %v", err)
			}
			if got.Detail != want.Detail || got.Msg != want.Msg || !strings.Contains(got.Hint, want.Hint) {
				t.Errorf("got %q, want %q", *got, want)
			}
			if _, log, ok := strings.Cut(got.Hint, " is in "); ok {
				if content, err := os.ReadFile(log); err != nil || !strings.Contains(string(content), want.Detail) {
					t.Errorf("the log holds %q, %v", content, err)
				}
			}
			if content, err := os.ReadFile(w.options.Output); string(content) != "old" {
				t.Errorf("the program that was there is %q, %v", content, err)
			}
			noLeftovers(t, filepath.Dir(w.options.Output))
			noLeftovers(t, w.options.CacheDir)

			// It works as soon as the cause is gone.
			t.Setenv(fakeFail, "")
			if _, err := Build(t.Context(), w.options); err != nil {
				t.Error(err)
			}
			if content, err := os.ReadFile(w.options.Output); err != nil || string(content) == "old" {
				t.Errorf("the program is still the old one, %v", err)
			}
		})
	}
}

func TestNoGo(t *testing.T) {
	w := newWorld(t)
	t.Setenv("PATH", w.dir)
	_, err := Build(t.Context(), w.options)
	if got, ok := errors.AsType[*Error](err); !ok || got.Msg != "the go command is not in PATH" || got.Hint == "" {
		t.Errorf("got %v", err)
	}
}

func TestOutputIsDirectory(t *testing.T) {
	w := newWorld(t)
	w.options.Output = w.dir
	_, err := Build(t.Context(), w.options)
	if got, ok := errors.AsType[*Error](err); !ok || !strings.HasSuffix(got.Msg, "is a directory") {
		t.Errorf("got %v", err)
	}
}

func TestInterrupted(t *testing.T) {
	w := newWorld(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Build(ctx, w.options)
	if err == nil || err.Error() != "interrupted" {
		t.Errorf("got %v", err)
	}
}

func TestUnsupported(t *testing.T) {
	w := newWorld(t)
	for _, version := range []string{"v0.22.0", "0.23.0", "latest"} {
		w.options.Version = version
		_, err := Build(t.Context(), w.options)
		got, ok := errors.AsType[*Error](err)
		if !ok || got.Msg != "gopls "+version+" is not supported" ||
			!strings.HasPrefix(got.Hint, "supported are v0.23.0 (with Go 1.26 or later), ") {
			t.Errorf("%s: got %+v", version, err)
		}
	}
}

// noLeftovers looks for temporary files.
func noLeftovers(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			t.Errorf("%s is left in %s", e.Name(), dir)
		}
	}
}

// TestSlots has a place for every check.
func TestSlots(t *testing.T) {
	t.Parallel()
	files, err := ownFiles(Releases()[0], Source{Version: "v1.0.0"})
	if err != nil {
		t.Fatal(err)
	}
	fields := strings.Fields(files["register/count.go"])
	if last := fields[len(fields)-1]; last == "0" || !slices.Contains(fields, "slotCount") || len(analyzer.All()) == 0 {
		t.Errorf("%d checks, and %s", len(analyzer.All()), files["register/count.go"])
	}
}
