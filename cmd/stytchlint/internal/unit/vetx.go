package unit

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
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

// A Vetx says where the parts of a file of facts are.
type Vetx struct {
	file  *os.File // nil if the file is empty
	types int64    // the length of the types, which begin behind the header
	facts int64    // the length of the facts, which come next
}

// Bare reports whether a file has no types.
func (v Vetx) Bare() bool { return v.types == 0 }

// OpenVetx reads the header of a file of facts.
func OpenVetx(name string) (Vetx, error) {
	f, err := os.Open(name)
	if err != nil {
		return Vetx{}, err
	}
	var header [vetxHeader]byte
	switch _, err := io.ReadFull(f, header[:]); {
	case errors.Is(err, io.EOF):
		return Vetx{}, f.Close()
	case err != nil:
		return Vetx{}, errors.Join(err, f.Close())
	case string(header[:len(vetxMagic)]) != vetxMagic:
		return Vetx{}, errors.Join(fmt.Errorf("%s is no file of facts", name), f.Close())
	}
	v := Vetx{
		file:  f,
		types: int64(binary.LittleEndian.Uint32(header[4:])),
		facts: int64(binary.LittleEndian.Uint32(header[8:])),
	}
	info, err := f.Stat()
	if err == nil && info.Size() < int64(vetxHeader)+v.types+v.facts {
		err = fmt.Errorf("%s is shorter than it says", name)
	}
	if err != nil {
		return Vetx{}, errors.Join(err, f.Close())
	}
	return v, nil
}

// Types returns the types of the package, which are empty if the file is bare.
func (v Vetx) Types() ([]byte, error) {
	if v.Bare() {
		return nil, nil
	}
	data := make([]byte, v.types)
	_, err := v.file.ReadAt(data, int64(vetxHeader))
	return data, err
}

// Facts returns the facts.
func (v Vetx) Facts() ([]byte, error) {
	if v.facts == 0 {
		return nil, nil
	}
	data := make([]byte, v.facts)
	_, err := v.file.ReadAt(data, int64(vetxHeader)+v.types)
	return data, err
}

// NewVetx returns the content of a file: of one that is not bare if there are
// types.
func NewVetx(exportData, facts []byte) []byte {
	data := []byte(vetxMagic)
	data = binary.LittleEndian.AppendUint32(data, uint32(len(exportData)))
	data = binary.LittleEndian.AppendUint32(data, uint32(len(facts)))
	return append(append(data, exportData...), facts...)
}

// Close closes the file.
func (v Vetx) Close() {
	if v.file != nil {
		_ = v.file.Close() // only read
	}
}
