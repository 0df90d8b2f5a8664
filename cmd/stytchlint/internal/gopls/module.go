package gopls

import (
	"cmp"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer"
)

// goplsPath is the path of the module of gopls. That of the module around it
// lies below, so that it may import the packages below gopls's internal.
const (
	goplsPath   = "golang.org/x/tools/gopls"
	wrapperPath = goplsPath + "/extstytch"
)

//go:embed wrapper
var wrapper embed.FS

// prepare returns the folder of the module around gopls. It is written once for
// each release and source; the go command keeps its go.mod and go.sum.
func prepare(ctx context.Context, g *goCommand, release Release, o Options) (string, error) {
	files, err := ownFiles(release, o.Source)
	if err != nil {
		return "", err
	}
	dir := filepath.Join(o.CacheDir, "gopls-"+release.Version+"-"+hash(files))
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	if err := os.MkdirAll(o.CacheDir, 0o755); err != nil {
		return "", err
	}
	tmp, err := os.MkdirTemp(o.CacheDir, ".gopls-*")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(tmp) //nolint:errcheck // a leftover in the cache

	// Others may not read tmp itself.
	work := filepath.Join(tmp, "module")
	if err := write(work, map[string]string{"go.mod": head(release)}); err != nil {
		return "", err
	}
	if err := checkGo(ctx, g, release, work); err != nil {
		return "", err
	}
	fmt.Fprintf(o.Progress, "downloading gopls %s\n", release.Version)
	if err := addGopls(ctx, g, release, work, files); err != nil {
		return "", err
	}
	if err := write(work, files); err != nil {
		return "", err
	}
	if err := os.Rename(work, dir); err != nil {
		if _, statErr := os.Stat(dir); statErr == nil {
			return dir, nil // another run was quicker
		}
		return "", err
	}
	return dir, nil
}

// checkGo returns an error unless the go command is new enough for the go.mod in
// dir. It may fetch a newer Go.
func checkGo(ctx context.Context, g *goCommand, release Release, dir string) error {
	out, err := g.run(ctx, dir, nil, "list", "-m")
	return failed(err, &Error{
		Detail: lastLines(out.stderr),
		Msg:    fmt.Sprintf("gopls %s needs %s or later", release.Version, goName(release.Go)),
		Hint:   "install it from https://go.dev/dl, or choose another version with -version: supported are " + Supported(),
	})
}

// head returns the first lines of the go.mod of the module around gopls.
func head(release Release) string {
	return fmt.Sprintf("module %s\n\ngo %s\n", wrapperPath, strings.TrimPrefix(release.Go, "go"))
}

// ownFiles returns the files of the module around gopls, without what gopls
// itself adds to them.
func ownFiles(release Release, source Source) (map[string]string, error) {
	files := map[string]string{
		"go.mod":            head(release) + fmt.Sprintf("\nrequire %s %s\n", goplsPath, release.Version),
		"go.sum":            "",
		"register/count.go": fmt.Sprintf("package register\n\nconst slotCount = %d\n", len(analyzer.All())),
	}
	if source.Dir != "" {
		files["go.mod"] += fmt.Sprintf("\nrequire %s v0.0.0\n\nreplace %[1]s => %q\n", modulePath, source.Dir)
	} else {
		files["go.mod"] += fmt.Sprintf("\nrequire %s %s\n", modulePath, source.Version)
	}
	if source.Sum != "" {
		files["go.sum"] = fmt.Sprintf("%s %s %s\n", modulePath, source.Version, source.Sum)
	}
	for name, template := range map[string]string{
		"connection.go":        "wrapper/connection.go.tmpl",
		"serve.go":             "wrapper/serve.go.tmpl",
		"stytchlint.go":        "wrapper/stytchlint.go.tmpl",
		"workspace.go":         "wrapper/workspace.go.tmpl",
		"register/register.go": "wrapper/register.go.tmpl",
	} {
		content, err := wrapper.ReadFile(template)
		if err != nil {
			return nil, err
		}
		files[name] = string(content)
	}
	return files, nil
}

// addGopls downloads gopls and adds to files what it brings: its main program,
// its checksums, and the versions of modules that it was released with. Without
// those, newer ones that stytchlint requires would take their place.
func addGopls(ctx context.Context, g *goCommand, release Release, dir string, files map[string]string) error {
	out, err := g.run(ctx, dir, nil, "mod", "download", "-json", goplsPath+"@"+release.Version)
	var module struct{ Dir, GoMod, Error string }
	if jsonErr := json.Unmarshal([]byte(out.stdout), &module); err == nil && jsonErr != nil {
		return fmt.Errorf("'go mod download' prints something else than JSON: %w", jsonErr)
	}
	if err != nil {
		return notDownloaded(release, cmp.Or(module.Error, lastLines(out.stderr)), err)
	}

	out, err = g.run(ctx, dir, nil, "mod", "edit", "-json", module.GoMod)
	if err != nil {
		return failed(err, &Error{Detail: lastLines(out.stderr), Msg: "the go.mod of gopls cannot be read"})
	}
	var goMod struct {
		Require []struct{ Path, Version string }
	}
	if err := json.Unmarshal([]byte(out.stdout), &goMod); err != nil {
		return fmt.Errorf("'go mod edit' prints something else than JSON: %w", err)
	}
	for _, r := range goMod.Require {
		files["go.mod"] += fmt.Sprintf("\nreplace %s => %[1]s %s\n", r.Path, r.Version)
	}
	for _, name := range []string{"main.go", "go.sum"} {
		content, err := os.ReadFile(filepath.Join(module.Dir, name))
		if err != nil {
			return err
		}
		files[name] += string(content)
	}
	files["main.go"], err = release.serveFirst(files["main.go"])
	return err
}

// write writes files, which have names with slashes, below dir.
func write(dir string, files map[string]string) error {
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

// hash returns a short name for the content of files.
func hash(files map[string]string) string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(h, "%s %d\n%s", name, len(files[name]), files[name])
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:6])
}
