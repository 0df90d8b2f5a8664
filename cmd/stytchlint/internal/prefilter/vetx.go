package prefilter

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"go/token"
	"go/types"
	"io"
	"os"

	"golang.org/x/tools/go/gcexportdata"
)

// A file of facts, as unitchecker has them since golang.org/x/tools v0.50:
// "vetx", the lengths of two parts, then the types of the package (export data
// without its first byte) and the facts. For a package that was left early, the
// file is empty, which says that there are no facts and no types of the SDK. If
// facts are to be handed on, it has those, and no types.
const (
	vetxMagic  = "vetx"
	vetxHeader = len(vetxMagic) + 4 + 4
)

// A vetx says where the parts of a file of facts are.
type vetx struct {
	file  *os.File // nil if the file is empty
	types int64    // the length of the types, which begin behind the header
	facts int64    // the length of the facts, which come next
}

// bare reports whether a file has no types.
func (v vetx) bare() bool { return v.types == 0 }

// openVetx reads the header of a file of facts.
func openVetx(name string) (vetx, error) {
	f, err := os.Open(name)
	if err != nil {
		return vetx{}, err
	}
	var header [vetxHeader]byte
	switch _, err := io.ReadFull(f, header[:]); {
	case errors.Is(err, io.EOF):
		return vetx{}, f.Close()
	case err != nil:
		return vetx{}, errors.Join(err, f.Close())
	case string(header[:len(vetxMagic)]) != vetxMagic:
		return vetx{}, errors.Join(fmt.Errorf("%s is no file of facts", name), f.Close())
	}
	return vetx{
		file:  f,
		types: int64(binary.LittleEndian.Uint32(header[4:])),
		facts: int64(binary.LittleEndian.Uint32(header[8:])),
	}, nil
}

// exportData returns the types of the package.
func (v vetx) exportData() ([]byte, error) {
	data := make([]byte, v.types)
	_, err := v.file.ReadAt(data, int64(vetxHeader))
	return data, err
}

// factData returns the facts.
func (v vetx) factData() ([]byte, error) {
	data := make([]byte, v.facts)
	_, err := v.file.ReadAt(data, int64(vetxHeader)+v.types)
	return data, err
}

// newVetx returns the content of a file.
func newVetx(exportData, facts []byte) []byte {
	data := []byte(vetxMagic)
	data = binary.LittleEndian.AppendUint32(data, uint32(len(exportData)))
	data = binary.LittleEndian.AppendUint32(data, uint32(len(facts)))
	return append(append(data, exportData...), facts...)
}

func (v vetx) close() {
	if v.file != nil {
		_ = v.file.Close() // only read
	}
}

// A converter makes files of facts from the export data of the compiler.
type converter struct {
	fset    *token.FileSet
	imports map[string]*types.Package
}

func newConverter() *converter {
	return &converter{fset: token.NewFileSet(), imports: make(map[string]*types.Package)}
}

// convert returns the types of a package.
func (c *converter) convert(path, exportFile string) ([]byte, error) {
	f, err := os.Open(exportFile)
	if err != nil {
		return nil, err
	}
	defer f.Close()                     //nolint:errcheck // only read
	r, err := gcexportdata.NewReader(f) //nolint:staticcheck // the go command names archives of the compiler, and does so in Go 1.27
	if err != nil {
		return nil, err
	}
	pkg := c.imports[path]
	if pkg == nil || !pkg.Complete() {
		if pkg, err = gcexportdata.Read(r, c.fset, c.imports, path); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	if err := gcexportdata.Write(&b, c.fset, pkg); err != nil {
		return nil, err
	}
	return b.Bytes()[1:], nil
}
