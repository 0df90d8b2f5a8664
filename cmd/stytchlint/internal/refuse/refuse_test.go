package refuse

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == Flag {
		os.Exit(Run(os.Args[2:]))
	}
	os.Exit(m.Run())
}

func TestToolexec(t *testing.T) {
	t.Parallel()
	for exe, want := range map[string]string{
		"/bin/x":      "/bin/x -refuse",
		"/my bin/x":   "'/my bin/x' -refuse",
		"/it's bin/x": `"/it's bin/x" -refuse`,
		`/"it's"/x`:   "",
	} {
		if got, ok := Toolexec(exe); got != want || ok != (want != "") {
			t.Errorf("%s: %s", exe, got)
		}
	}
}

// TestExport asks for what the build cache has, and for what it cannot have.
func TestExport(t *testing.T) {
	t.Parallel()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	toolexec, ok := Toolexec(exe)
	if !ok {
		t.Skip("the test lies in a folder whose name has quotes of both kinds")
	}
	export := func(goCache string, flags ...string) string {
		cmd := exec.Command("go", append(append([]string{"list", "-e", "-export", "-f={{.Export}}"}, flags...), "errors")...)
		cmd.Env = append(os.Environ(), "GOFLAGS=", "GOCACHE="+goCache)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return strings.TrimSpace(string(out))
	}
	out, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	built := export(strings.TrimSpace(string(out))) // this test needs the package, too
	if got := export(strings.TrimSpace(string(out)), "-toolexec="+toolexec); got != built || got == "" {
		t.Errorf("%s, want %s", got, built)
	}
	if got := export(t.TempDir(), "-toolexec="+toolexec); got != "" {
		t.Errorf("%s from an empty build cache", got)
	}
}

func TestRun(t *testing.T) {
	t.Parallel()
	for _, tool := range [][]string{nil, {"go"}, {"go", "version"}, {"/nosuch", "-V=full"}} {
		if Run(tool) == 0 {
			t.Errorf("%q was run", tool)
		}
	}
}
