package gopls

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
)

// modulePath is the path of the module that holds the checks.
const modulePath = "github.com/stytchlint/stytchlint"

// A Source says where the checks come from: a released version of the module,
// or a folder with its source.
type Source struct {
	Version string
	Sum     string // the checksum of that version, if it is known
	Dir     string
}

// String returns the source for people.
func (s Source) String() string {
	if s.Dir != "" {
		return "of " + s.Dir
	}
	return s.Version
}

// FindSource returns the source to build in: dir, which a flag names, or the
// version of the running program, which info describes, or, for a program that
// was built from a checkout, the checkout that workingDir lies in.
func FindSource(info *debug.BuildInfo, dir, workingDir string) (Source, error) {
	if dir != "" {
		dir, err := filepath.Abs(dir)
		if err != nil {
			return Source{}, err
		}
		if !isModule(dir) {
			return Source{}, &Error{
				Msg:  fmt.Sprintf("-stytchlint %s: not the folder of the module %s", dir, modulePath),
				Hint: "it is the one with the go.mod of stytchlint",
			}
		}
		return Source{Dir: dir}, nil
	}
	if s, ok := released(info); ok {
		return s, nil
	}
	for at := workingDir; ; at = filepath.Dir(at) {
		if isModule(at) {
			return Source{Dir: at}, nil
		}
		if at == filepath.Dir(at) {
			break
		}
	}
	return Source{}, &Error{
		Msg:  "this stytchlint was built from a checkout, whose source is needed to build gopls",
		Hint: "run it in the checkout, or name the folder with -stytchlint DIR; one installed with 'go install " + modulePath + "/cmd/stytchlint@latest' needs neither",
	}
}

// released returns the version of the module in a program if others can
// download it: one that the go command downloaded itself, and so it has a
// checksum, or a tag.
func released(info *debug.BuildInfo) (Source, bool) {
	if info == nil {
		return Source{}, false
	}
	for _, m := range slices.Concat([]*debug.Module{&info.Main}, info.Deps) {
		if m.Path == modulePath && m.Replace == nil && (m.Sum != "" || isTag(m.Version)) {
			return Source{Version: m.Version, Sum: m.Sum}, true
		}
	}
	return Source{}, false
}

// isTag reports whether a version is that of a tag. For what is built from any
// other commit, the go command makes one up that ends with the time and the
// hash of the commit, and with +dirty if files were changed.
func isTag(v string) bool {
	if !strings.HasPrefix(v, "v") || strings.Contains(v, "+") {
		return false
	}
	parts := strings.Split(v, "-")
	hash := parts[len(parts)-1]
	return len(parts) < 3 || len(hash) != 12 || strings.Trim(hash, "0123456789abcdef") != ""
}

// isModule reports whether dir is the folder of the module of the checks.
func isModule(dir string) bool {
	content, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	if err != nil {
		return false
	}
	for line := range strings.Lines(string(content)) {
		if fields := strings.Fields(line); len(fields) >= 2 && fields[0] == "module" {
			return strings.Trim(fields[1], `"`) == modulePath
		}
	}
	return false
}
