// Package playground makes the page on which the checks run in the browser, on what a
// user types.
package playground

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/analyzer/checkdoc"
	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/playground/types"
	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/site"
)

//go:embed assets
var assets embed.FS

// Build returns the page. It compiles the checks, and reads types from source, in the
// module whose root is named.
func Build(ctx context.Context, module string) (site.Playground, error) {
	p := site.Playground{
		Styles:  []string{"playground/playground.css"},
		Scripts: []string{"playground/editor.js", "playground/playground.js"},
		Files:   site.Files{},
	}
	for _, name := range []string{"editor.LICENSES.txt", "editor.js", "playground.css", "playground.js", "worker.js"} {
		content, err := assets.ReadFile("assets/" + name)
		if err != nil {
			return p, err
		}
		p.Files["playground/"+name] = content
	}
	var err error
	if p.Files["playground/types.bin"], err = types.Write(ctx, filepath.Join(module, "testdata")); err != nil {
		return p, err
	}
	if p.Files["playground/checks.bin"], err = compile(ctx, module); err != nil {
		return p, err
	}
	root, err := output(exec.CommandContext(ctx, "go", "env", "GOROOT"))
	if err != nil {
		return p, err
	}
	p.Files["playground/wasm_exec.js"], err = os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return p, err
	}
	p.Body, err = body(len(p.Files["playground/types.bin"]) + len(p.Files["playground/checks.bin"]))
	return p, err
}

// An example is a program that the page offers.
type example struct {
	Name    string `json:"name"`
	Program string `json:"program"`
}

// body returns the inside of the page's main element. The worker loads so many bytes.
func body(size int) (template.HTML, error) {
	var examples []example
	for _, a := range analyzer.All() {
		for _, e := range checkdoc.Parse(a).Examples {
			if e.Wrong {
				summary, _, _ := strings.Cut(a.Doc, "\n")
				examples = append(examples, example{summary, e.Program()})
				break
			}
		}
	}
	t, err := template.ParseFS(assets, "assets/body.html")
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.Execute(&b, map[string]any{
		"Examples": examples, "Bytes": size, "Megabytes": fmt.Sprintf("%.1f", float64(size)/1e6),
	})
	return template.HTML(b.String()), err //nolint:gosec // the template has escaped it
}

// compile returns the checks as WebAssembly, compressed: few servers do that for it.
func compile(ctx context.Context, module string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "stytchsite-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // it is a temporary one
	file := filepath.Join(dir, "checks.wasm")
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", file,
		"./cmd/stytchsite/internal/playground/wasm")
	cmd.Dir = module
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=")
	if _, err := output(cmd); err != nil {
		return nil, err
	}
	program, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(program); err != nil {
		return nil, err
	}
	err = w.Close()
	return packed.Bytes(), err
}

// output runs a go command. An error has what it says.
func output(cmd *exec.Cmd) ([]byte, error) {
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args[:2], " "), err, stderr.String())
	}
	return out, nil
}

// Stale returns an error if the editor, which is committed, is not the one that is made
// from its sources in the module whose root is named.
func Stale(module string) error {
	dir := filepath.Join(module, "cmd", "stytchsite", "internal", "playground", "editor")
	sums, err := os.ReadFile(filepath.Join(dir, "sums.txt"))
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(sums)) {
		want, name, ok := strings.Cut(strings.TrimSpace(line), "  ")
		if !ok {
			return fmt.Errorf("%s: this is no sum of a file: %q", filepath.Join(dir, "sums.txt"), line)
		}
		got, err := sum(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		if got != want {
			return fmt.Errorf("%s has changed since the editor was built: run npm ci && npm run build in %s", name, dir)
		}
	}
	return nil
}

func sum(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close() //nolint:errcheck // only read
	h := sha256.New()
	_, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), err
}
