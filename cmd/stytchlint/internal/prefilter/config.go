package prefilter

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
)

// A config is what the go command tells a vet tool of one unit, as far as it
// matters here. See the Config of golang.org/x/tools/go/analysis/unitchecker.
type config struct {
	ID  string
	Dir string

	ModuleVersion string
	Module        *struct{ Version string } // since Go 1.27

	GoFiles     []string
	ImportMap   map[string]string // import path in the source -> package path
	PackageFile map[string]string // package path -> export data of the compiler
	PackageVetx map[string]string // package path -> what this program wrote about it
	VetxOnly    bool              // it is a dependency: only its facts count
	VetxOutput  string
	Stdout      string
	FixArchive  string
}

// isStandard reports whether a unit belongs to the standard library. The go
// command tells its tools where that lies.
func (c *config) isStandard() bool {
	goroot := os.Getenv("GOROOT")
	return goroot != "" && strings.HasPrefix(c.Dir, filepath.Join(goroot, "src")+string(filepath.Separator))
}

// isOwn reports whether a unit belongs to the program: to no module that it
// depends on.
func (c *config) isOwn() bool {
	return c.ModuleVersion == "" && (c.Module == nil || c.Module.Version == "")
}

func readConfig(name string) (*config, []byte, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, nil, err
	}
	cfg := new(config)
	return cfg, data, json.Unmarshal(data, cfg)
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
