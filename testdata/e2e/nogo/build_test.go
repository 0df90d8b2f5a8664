package nogo

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// examples holds the files that users of Bazel copy.
const examples = "docs/examples/bazel"

// build builds the program that the rule nogo of rules_go makes of the
// documented BUILD file, and returns its path. The go command stands in for
// Bazel; the sources and the generator are those of rules_go.
func build(t *testing.T, dir string) string {
	t.Helper()
	root := e2e.Root(t)
	list := e2e.Run(t, e2e.Command{Args: []string{"go", "list", "-m", "-f", "{{.Dir}}", "github.com/bazelbuild/rules_go"}}).Want(t, 0)
	builders := filepath.Join(strings.TrimSpace(list.Stdout), "go", "tools", "builders")
	targets := e2e.Read(t, builders, "BUILD.bazel")

	generator := filepath.Join(dir, e2e.Exe("builder"))
	sources := filesOf(t, targets, "builder_srcs")
	path := "path.go"
	if filepath.Separator == '\\' {
		path = "path_windows.go"
	}
	e2e.Run(t, e2e.Command{
		Dir: module(t, dir, "builder", builders, append(sources, path)),
		// It does not start without this variable, which the generator ignores.
		Args: []string{"go", "build", "-trimpath", "-ldflags=-X main.rulesGoStdlibPrefix=@io_bazel_rules_go//stdlib:", "-o", generator, "."},
	}).Want(t, 0)

	nogo := module(t, dir, "nogo", builders, filesOf(t, targets, "nogo_srcs"))
	args := []string{generator, "gennogomain", "-output", filepath.Join(nogo, "nogo_config.go"), "-config", filepath.Join(root, examples, "nogo.json")}
	for _, check := range checks(t) {
		args = append(args, "-analyzer_importpath", "github.com/stytchlint/stytchlint/analyzer/"+check)
	}
	e2e.Run(t, e2e.Command{Args: args}).Want(t, 0)
	program := filepath.Join(dir, e2e.Exe("nogo"))
	e2e.Run(t, e2e.Command{Dir: nogo, Args: []string{"go", "build", "-trimpath", "-o", program, "."}}).Want(t, 0)
	return program
}

// checks returns the checks in the documented BUILD file, which are all.
func checks(t *testing.T) []string {
	t.Helper()
	var got, want []string
	label := regexp.MustCompile(`"@com_github_stytchlint_stytchlint//analyzer/(\w+)",`)
	for _, m := range label.FindAllStringSubmatch(e2e.Read(t, e2e.Root(t), examples, "BUILD.bazel"), -1) {
		got = append(got, m[1])
	}
	for _, a := range analyzer.All() {
		want = append(want, a.Name)
	}
	if !slices.Equal(got, want) {
		t.Errorf("the documented BUILD file has the checks %q, want %q", got, want)
	}
	return got
}

// filesOf returns the sources of a target in a BUILD file.
func filesOf(t *testing.T, targets, name string) []string {
	t.Helper()
	_, target, ok := strings.Cut(targets, "    name = \""+name+"\",\n    srcs = [\n")
	if !ok {
		t.Fatalf("rules_go has no target %s any more", name)
	}
	target, _, _ = strings.Cut(target, "]")
	var files []string
	for _, m := range regexp.MustCompile(`"([^"]+)"`).FindAllStringSubmatch(target, -1) {
		files = append(files, m[1])
	}
	return files
}

// module writes a module with some of the builders' files, and returns its
// folder. Nogo imports what lies below x/tools's internal, which Bazel does not
// mind; for the go command, the module lies there, too.
func module(t *testing.T, dir, name, builders string, files []string) string {
	t.Helper()
	at := filepath.Join(dir, name+"-module")
	for _, file := range files {
		e2e.Write(t, filepath.Join(at, file), e2e.Read(t, builders, file))
	}
	e2eDir := filepath.Join(e2e.Root(t), "testdata", "e2e")
	gomod := e2e.Read(t, e2eDir, "go.mod")
	for old, now := range map[string]string{
		"module github.com/stytchlint/stytchlint/testdata/e2e\n": "module golang.org/x/tools/" + name + "\n",
		"=> ../..\n": "=> " + e2e.Root(t) + "\n",
	} {
		if strings.Count(gomod, old) != 1 {
			t.Fatalf("go.mod does not hold %q once", old)
		}
		gomod = strings.Replace(gomod, old, now, 1)
	}
	e2e.Write(t, filepath.Join(at, "go.mod"), gomod)
	e2e.Write(t, filepath.Join(at, "go.sum"), e2e.Read(t, e2eDir, "go.sum"))
	return at
}
