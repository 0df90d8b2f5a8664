package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// download copies a module from the module cache to dir and makes sure that all
// it needs is there, and compiled.
func download(version, dir string) error {
	out, err := exec.Command("go", "mod", "download", "-json", version).Output()
	if err != nil {
		return fmt.Errorf("downloading %s: %w", version, err)
	}
	var m struct{ Dir string }
	if err := json.Unmarshal(out, &m); err != nil {
		return err
	}
	if err := os.CopyFS(dir, os.DirFS(m.Dir)); err != nil {
		return err
	}
	return nil
}

// compile fills the build cache.
func compile(dir string) error {
	cmd := exec.Command("go", "list", "-export", "-test", "-deps", "./...")
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	return cmd.Run()
}

// generate writes a module with packages that have nothing to do with Stytch,
// but for some that handle errors of the SDK.
func generate(dir string, packages, stytch int) error {
	sdk, err := filepath.Abs(filepath.Join("..", "example", "stytch-go"))
	if err != nil {
		return err
	}
	const path = "github.com/stytchauth/stytch-go/v18"
	files := map[string]string{
		"go.mod": fmt.Sprintf("module example.com/generated\n\ngo 1.26\n\nrequire %s v18.0.0\n\nreplace %[1]s => %[2]q\n", path, sdk),
	}
	for i := range packages {
		name := fmt.Sprintf("p%d", i)
		var b strings.Builder
		fmt.Fprintf(&b, "// Package %s is one of many.\npackage %[1]s\n\nimport (\n\t\"errors\"\n\t\"fmt\"\n\t\"net/http\"\n\t\"strings\"\n", name)
		if i < stytch {
			fmt.Fprintf(&b, "\n\t%q\n", path+"/stytch/stytcherror")
		}
		b.WriteString(")\n")
		for f := range 20 {
			fmt.Fprintf(&b, plainFunction, f)
		}
		if i < stytch {
			for f := range 20 {
				fmt.Fprintf(&b, stytchFunction, f)
			}
		}
		files[name+"/"+name+".go"] = b.String()
	}
	for name, content := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			return err
		}
	}
	return nil
}

const plainFunction = `
func plain%[1]d(r *http.Request) (string, error) {
	name := strings.TrimSpace(r.FormValue("name%[1]d"))
	if name == "" {
		return "", errors.New("no name")
	}
	return fmt.Sprintf("%%s-%[1]d", name), nil
}
`

const stytchFunction = `
func answer%[1]d(w http.ResponseWriter, err error) {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		http.Error(w, "internal", http.StatusInternalServerError)
		return
	}
	switch e.ErrorType {
	case "session_not_found", "user_not_found":
		http.Error(w, "sign in", http.StatusUnauthorized)
	case "too_many_requests":
		http.Error(w, "later", http.StatusTooManyRequests)
	default:
		http.Error(w, string(e.ErrorType), e.StatusCode)
	}
}
`
