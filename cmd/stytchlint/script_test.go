package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/cache"
)

// program is the path of the program under test. The go command runs it as a
// vet tool, and so it must be a real executable: the test binary cannot stand
// in for it.
var program string

func TestMain(m *testing.M) {
	if os.Getenv(beGo) != "" {
		os.Exit(runUntilInterrupted())
	}
	os.Exit(testMain(m))
}

func testMain(m *testing.M) int {
	dir, err := os.MkdirTemp("", "stytchlint-test")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a leftover in the temporary directory
	// What the user has in the cache does not matter, and is left alone.
	if err := os.Setenv(cache.Variable, filepath.Join(dir, "cache")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	program = filepath.Join(dir, "stytchlint")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", program, ".").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "building the program under test: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// TestScript runs the scripts in testdata/script, each of which builds a small
// module and runs the program in it.
func TestScript(t *testing.T) {
	t.Parallel()
	buildCache, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	sdk, err := filepath.Abs(filepath.Join("testdata", "sdk"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", filepath.Dir(program)+string(os.PathListSeparator)+env.Getenv("PATH"))
			env.Setenv("STYTCHLINT", program)
			env.Setenv(cache.Variable, os.Getenv(cache.Variable))
			env.Setenv("GOCACHE", strings.TrimSpace(string(buildCache)))
			env.Setenv("GOENV", "off") // what the machine's user prefers does not matter
			env.Setenv("GOFLAGS", "")
			env.Vars = append(env.Vars, lazyGC...)
			env.Setenv("GOPROXY", "off")
			env.Setenv("GOTOOLCHAIN", "local")
			env.Setenv("NO_COLOR", "")
			env.Setenv("GITHUB_WORKSPACE", "") // the tests may run in a workflow
			return os.CopyFS(filepath.Join(env.WorkDir, "sdk"), os.DirFS(sdk))
		},
		Condition: func(name string) (bool, error) {
			if name == "root" { // who may write everywhere
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %s", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"asgovet":    asGoVetCmd,
			"exitcode":   exitCodeCmd,
			"validsarif": validSARIFCmd,
		},
	})
}

// exitCodeCmd is the command "exitcode N program args...", which runs a program
// and fails unless it exits with N.
func exitCodeCmd(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exitcode N program [args...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// asGoVetCmd is the command "asgovet [flags] packages...", which fails unless the
// program finds what go vet finds with the program as its tool: something, and the
// same with the same fixes. What the program prints with -format=json is the standard
// output that the script sees.
func asGoVetCmd(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: asgovet [flags] packages...")
	}
	ts.Check(ts.Exec("go", append([]string{"vet", "-json", "-vettool=" + program}, args...)...))
	want, err := parseVetJSON(strings.NewReader(ts.ReadFile("stdout")))
	ts.Check(err)
	if len(want) == 0 {
		ts.Fatalf("go vet finds nothing")
	}
	exitCodeCmd(ts, false, append([]string{"1", program, "-format=json"}, args...))
	got, err := readJSON([]byte(ts.ReadFile("stdout")))
	ts.Check(err)
	if list := differences(got, want); len(list) > 0 {
		ts.Fatalf("%s", strings.Join(list, "\n"))
	}
}

// validSARIFCmd is the command "validsarif FILE", which fails unless the file
// is as the official schema of SARIF wants it.
func validSARIFCmd(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: validsarif FILE")
	}
	err := validSARIF([]byte(ts.ReadFile(args[0])))
	if neg == (err == nil) {
		ts.Fatalf("%s: %v", args[0], err)
	}
}

// sarifSchema is the official schema.
var sarifSchema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	return jsonschema.NewCompiler().Compile(filepath.Join("internal", "sarif", "testdata", "sarif-schema-2.1.0.json"))
})

func validSARIF(content []byte) error {
	schema, err := sarifSchema()
	if err != nil {
		return err
	}
	log, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		return err
	}
	return schema.Validate(log)
}
