package unit

import (
	"bytes"
	"fmt"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/gcexportdata"
)

// SupplyTypes makes a file of facts with types for each imported package that has
// one without, as unitchecker needs them. It returns the name of a .cfg file that
// names them: name itself, which is that of the file with cfg and data, if there
// is nothing to do.
func SupplyTypes(name string, cfg *Config, data []byte) (use string, err error) {
	files := maps.Clone(cfg.PackageVetx)
	dir := filepath.Dir(name)
	fset := token.NewFileSet()
	compiled := NewCompiled(cfg, fset)
	supplied := 0
	for _, path := range slices.Sorted(maps.Keys(files)) {
		v, err := OpenVetx(files[path])
		if err != nil {
			return "", err
		}
		facts, err := v.Facts()
		v.Close()
		if err != nil {
			return "", err
		}
		if !v.Bare() {
			continue
		}
		pkg, err := compiled.Package(path)
		var exportData bytes.Buffer
		if err == nil {
			err = gcexportdata.Write(&exportData, fset, pkg)
		}
		if err != nil {
			return "", fmt.Errorf("cannot read the types of %q: %w", path, err)
		}
		files[path] = filepath.Join(dir, fmt.Sprintf("stytchlint%d.vetx", supplied))
		supplied++
		if err := os.WriteFile(files[path], NewVetx(exportData.Bytes()[1:], facts), 0o600); err != nil {
			return "", err
		}
	}
	if supplied == 0 {
		return name, nil
	}
	if data, err = withVetx(data, files); err != nil {
		return "", err
	}
	use = filepath.Join(dir, "stytchlint.cfg")
	return use, os.WriteFile(use, data, 0o600)
}
