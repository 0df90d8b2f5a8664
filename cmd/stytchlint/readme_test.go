package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/catalog"
)

// TestREADME writes the Go code in the README into a module, runs the commands
// whose output is shown there, and compares the output.
func TestREADME(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the commands are for a Unix shell")
	}
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	readme := readFile(t, filepath.Join(root, "README.md"))
	code, consoles := fenced(readme, "go"), fenced(readme, "console")
	if len(code) == 0 || len(consoles) == 0 {
		t.Fatalf("%d blocks of Go code and %d of commands with output", len(code), len(consoles))
	}

	dir := sampleModule(t, root, code)
	if stdout, stderr, code := runIn(t, dir, "go", "vet", "./..."); code != 0 {
		t.Errorf("the Go code does not compile: exit code %d\n%s%s", code, stdout, stderr)
	}
	for _, console := range consoles {
		runConsole(t, dir, console)
	}
	checkLinks(t, root, readme)

	for _, fact := range []string{
		fmt.Sprintf("%d codes of Stytch's API as of %s", len(catalog.All()), catalog.Stytch().Checked()),
		fmt.Sprintf("%d wrong codes on purpose, so the first command prints %[1]d findings", exampleBugs(t)),
	} {
		if !strings.Contains(strings.Join(strings.Fields(readme), " "), fact) {
			t.Errorf("the README does not say: %s", fact)
		}
	}
}

// fenced returns the blocks of a language in a Markdown text.
func fenced(text, language string) []string {
	var blocks []string
	for _, part := range strings.Split(text, "\n```"+language+"\n")[1:] {
		block, _, _ := strings.Cut(part, "\n```\n")
		blocks = append(blocks, block+"\n")
	}
	return blocks
}

// sampleModule returns the directory of a module with a package for each block
// of code, which uses what stands in for a package of the SDK in the scripts.
// A block without a package clause gets one, and imports.
func sampleModule(t *testing.T, root string, code []string) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, content string) {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const (
		sdk  = "github.com/stytchauth/stytch-go/v18"
		self = "github.com/stytchlint/stytchlint"
	)
	write("go.mod", fmt.Sprintf(`module example.com/sample

go 1.26

require (
	%[1]s v18.0.0
	%[2]s v0.0.0
)

replace (
	%[1]s => ./stytch-go
	%[2]s => ./stytchlint
)
`, sdk, self))
	write("stytch-go/go.mod", "module "+sdk+"\n\ngo 1.26\n")
	write("stytch-go/stytch/stytcherror/stytcherror.go", readFile(t, filepath.Join("testdata", "sdk", "stytch", "stytcherror", "stytcherror.go")))
	// Of this module, programs import the constants alone.
	write("stytchlint/go.mod", "module "+self+"\n\ngo 1.26\n")
	constants := filepath.Join("catalog", "code")
	if err := os.CopyFS(filepath.Join(dir, "stytchlint", constants), os.DirFS(filepath.Join(root, constants))); err != nil {
		t.Fatal(err)
	}

	packageName := regexp.MustCompile(`^package (\w+)\n`)
	for i, block := range code {
		if m := packageName.FindStringSubmatch(block); m != nil {
			write(m[1]+"/"+m[1]+".go", block)
			continue
		}
		var header strings.Builder
		fmt.Fprintf(&header, "package block%d\n\n", i)
		for _, path := range []string{"errors", sdk + "/stytch/stytcherror", self + "/catalog/code"} {
			if strings.Contains(block, path[strings.LastIndexByte(path, '/')+1:]+".") {
				fmt.Fprintf(&header, "import %q\n", path)
			}
		}
		write(fmt.Sprintf("block%d/block.go", i), header.String()+"\n"+block)
	}
	return dir
}

// exampleBugs returns how many lines of the example module are marked.
func exampleBugs(t *testing.T) int {
	t.Helper()
	bugs, _ := marked(t, goFiles(t, filepath.Join("..", "..", "testdata", "example")))
	return len(bugs)
}
