package prefilter

import (
	"encoding/json"
	"os"
)

// A config is what the go command tells a vet tool of one unit, as far as it
// matters here. See the Config of golang.org/x/tools/go/analysis/unitchecker.
type config struct {
	ID          string
	GoFiles     []string
	ImportMap   map[string]string // import path in the source -> package path
	PackageFile map[string]string // package path -> export data of the compiler
	PackageVetx map[string]string // package path -> what this program wrote about it
	VetxOnly    bool              // it is a dependency: only its facts count
	VetxOutput  string
	Stdout      string
	FixArchive  string
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
