package gopls

import (
	"context"
	"fmt"
	"go/version"
	"slices"
	"strings"
)

// A Release is a version of gopls that the checks can be built into.
type Release struct {
	Version string
	Go      string // the oldest Go that builds it
	run     string // the statement of its main function that does what the arguments say
}

// Releases returns the supported releases of gopls, oldest first. Each was
// tried: what lies below internal in gopls may change with every release.
func Releases() []Release {
	return []Release{
		{Version: "v0.23.0", Go: "go1.26.0", run: "tool.Main(ctx, cmd.New(), os.Args[1:])"},
		{Version: "v0.24.0", Go: "go1.27.0", run: "cmd.Main()"},
	}
}

// choose returns the release of a version, or the newest that the go command
// builds if version is "".
func (g *goCommand) choose(ctx context.Context, wanted string) (Release, error) {
	releases := Releases()
	if wanted != "" {
		for _, r := range releases {
			if r.Version == wanted {
				return r, nil
			}
		}
		return Release{}, &Error{
			Msg:  fmt.Sprintf("gopls %s is not supported", wanted),
			Hint: "supported are " + Supported(),
		}
	}
	out, err := g.run(ctx, "", nil, "env", "GOVERSION")
	if err != nil {
		return Release{}, failed(err, &Error{Detail: lastLines(out.stderr), Msg: "'go env' does not work"})
	}
	have := strings.TrimSpace(out.stdout)
	for _, r := range slices.Backward(releases) {
		if version.Compare(r.Go, have) <= 0 {
			return r, nil
		}
	}
	return releases[0], nil // the go command may know where to get a newer Go
}

// Supported lists the supported releases for people.
func Supported() string {
	var list []string
	for _, r := range Releases() {
		list = append(list, fmt.Sprintf("%s (with %s or later)", r.Version, goName(r.Go)))
	}
	return strings.Join(list, ", ")
}

// goName returns the name of a Go version for people, such as "Go 1.26".
func goName(v string) string {
	return "Go " + strings.TrimPrefix(version.Lang(v), "go")
}

// serveFirst returns the main program of the release, changed so that it serves
// editors by what lies beside it, see wrapper/serve.go.tmpl, and does all else itself.
func (r Release) serveFirst(program string) (string, error) {
	statement := "\n\t" + r.run + "\n"
	if n := strings.Count(program, statement); n != 1 {
		return "", &Error{
			Msg:  fmt.Sprintf("the main.go of gopls %s has %d lines with %s, not one", r.Version, n, r.run),
			Hint: "is this the gopls that was released? 'go mod verify' tells what was changed in the module cache",
		}
	}
	return strings.Replace(program, statement, "\n\tif !serves() {\n\t\t"+r.run+"\n\t}\n", 1), nil
}
