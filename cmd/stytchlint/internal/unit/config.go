// Package unit knows how the go command and a vet tool talk about a unit, which is
// a package of which all files are compiled together: the .cfg file that the go
// command writes, and the files of types and facts that the tool writes for
// those that import the package.
package unit

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A Config is what the go command tells a vet tool of one unit, as far as it
// matters here. See the Config of golang.org/x/tools/go/analysis/unitchecker.
type Config struct {
	ID         string // the package, and the test it is compiled for
	Compiler   string
	Dir        string
	ImportPath string
	GoVersion  string // of the language

	ModulePath    string
	ModuleVersion string
	Module        *analysis.Module // since Go 1.27

	GoFiles     []string          // absolute
	ImportMap   map[string]string // import path in the source -> package path
	PackageFile map[string]string // package path -> export data of the compiler
	PackageVetx map[string]string // package path -> what this program wrote about it
	VetxOnly    bool              // it is a dependency: only its facts count
	VetxOutput  string            // where to write about it, if anywhere
	Stdout      string            // where to print, if not to standard output
	FixArchive  string            // where go fix wants the fixed files, in a zip archive
}

// IsStandard reports whether a unit belongs to the standard library. The go
// command tells its tools where that lies.
func (c *Config) IsStandard() bool {
	goroot := os.Getenv("GOROOT")
	return goroot != "" && strings.HasPrefix(c.Dir, filepath.Join(goroot, "src")+string(filepath.Separator))
}

// IsOwn reports whether a unit belongs to the program: to no module that it
// depends on.
func (c *Config) IsOwn() bool {
	return c.ModuleVersion == "" && (c.Module == nil || c.Module.Version == "")
}

// ReadConfig reads a .cfg file, and returns its text as well. A unit without
// files is an error.
func ReadConfig(name string) (*Config, []byte, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, nil, err
	}
	cfg := new(Config)
	if err := json.Unmarshal(data, cfg); err != nil {
		return nil, nil, err
	}
	if len(cfg.GoFiles) == 0 {
		return nil, nil, errors.New("no Go files")
	}
	return cfg, data, nil
}

// withVetx returns the text of a config with other files of facts. All that
// this program knows nothing of stays as it is.
func withVetx(data []byte, vetx map[string]string) ([]byte, error) {
	var all map[string]json.RawMessage
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, err
	}
	var err error
	if all["PackageVetx"], err = json.Marshal(vetx); err != nil {
		return nil, err
	}
	return json.Marshal(all)
}
