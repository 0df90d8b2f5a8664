package gopls

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// The test program stands in for the go command, and for the gopls that it
// builds, when these variables say so.
const (
	fakeGo   = "STYTCHLINT_FAKE_GO"    // a folder that says what the go command does
	fakeFail = "STYTCHLINT_FAKE_FAILS" // the words of the command that fails
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(fakeGo); dir != "" {
		os.Exit(playGo(dir, os.Args[1:]))
	}
	os.Exit(m.Run())
}

// playGo acts like the go command and returns the exit code. It notes each
// call in a file.
func playGo(dir string, args []string) int {
	line := strings.Join(args, " ")
	calls, err := os.OpenFile(filepath.Join(dir, "calls"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		panic(err)
	}
	fmt.Fprintln(calls, line)
	for _, name := range []string{"GOFLAGS", "GOWORK", "GOOS", "GO111MODULE"} {
		fmt.Fprintf(calls, "  %s=%s\n", name, os.Getenv(name))
	}
	if err := calls.Close(); err != nil {
		panic(err)
	}

	if fails := os.Getenv(fakeFail); fails != "" && strings.HasPrefix(line, fails) {
		if strings.HasPrefix(line, "mod download") {
			fmt.Println(`{"Error": "lookup disabled"}`)
		}
		fmt.Fprintf(os.Stderr, "go: %s fails\n", fails)
		return 1
	}
	module := filepath.Join(dir, "gopls")
	switch {
	case line == "env GOVERSION":
		fmt.Println("go1.26.8")
	case strings.HasPrefix(line, "mod download "):
		answer, err := json.Marshal(map[string]string{"Dir": module, "GoMod": filepath.Join(module, "go.mod")})
		if err != nil {
			panic(err)
		}
		fmt.Println(string(answer))
	case strings.HasPrefix(line, "mod edit "):
		fmt.Println(`{"Require": [{"Path": "example.com/dep", "Version": "v1.2.3"}]}`)
	case strings.HasPrefix(line, "build "):
		self, err := os.ReadFile(os.Args[0])
		if err != nil {
			panic(err)
		}
		if err := os.WriteFile(args[slices.Index(args, "-o")+1], self, 0o755); err != nil {
			panic(err)
		}
	}
	return 0
}

// A world is a folder in which gopls is built with a go command that only acts.
type world struct {
	dir     string
	options Options
}

func newWorld(t *testing.T) world {
	t.Helper()
	dir := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	goCommand := "go"
	if runtime.GOOS == "windows" {
		goCommand = "go.exe"
	}
	for name, content := range map[string]string{
		"bin/" + goCommand: string(program),
		"gopls/go.mod":     "module " + goplsPath + "\n",
		"gopls/go.sum":     "example.com/dep v1.2.3 h1:abc=\n",
		"gopls/main.go":    "package main\n\nfunc main() {\n\ttool.Main(ctx, cmd.New(), os.Args[1:])\n\tcmd.Main()\n}\n", // of all releases
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", filepath.Join(dir, "bin"))
	t.Setenv(fakeGo, dir)
	t.Setenv("GOFLAGS", "-mod=vendor -n")
	t.Setenv("GOWORK", "/nowhere/go.work")
	t.Setenv("GOOS", "plan9")
	return world{dir: dir, options: Options{
		Source:   Source{Version: "v1.0.0", Sum: "h1:sum="},
		CacheDir: filepath.Join(dir, "cache"),
		Progress: t.Output(),
	}}
}

// calls returns the calls of the go command so far.
func (w world) calls(t *testing.T) []string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(w.dir, "calls"))
	if err != nil {
		t.Fatal(err)
	}
	var calls []string
	for line := range strings.Lines(string(content)) {
		if !strings.HasPrefix(line, " ") {
			calls = append(calls, strings.TrimSpace(line))
		}
	}
	return calls
}
