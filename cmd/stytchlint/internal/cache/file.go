package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"os"
)

// An entry begins with a mark, which tells the version of this form, the size of the
// data, the key, and a checksum of all this and the data.
const (
	mark       = "sl01"
	atSize     = len(mark)
	atKey      = atSize + 4
	atSum      = atKey + sha256.Size
	headerSize = atSum + 8
)

// appendEntry appends an entry.
func appendEntry(b []byte, k Key, data []byte) []byte {
	start := len(b)
	b = append(b, mark...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(data))) // no package exports more
	b = append(b, k[:]...)
	b = append(b, checksum(b[start:], data)...)
	return append(b, data...)
}

// checksum returns the checksum of an entry, from what stands before it and behind.
func checksum(before, behind []byte) []byte {
	h := sha256.New()
	h.Write(before)
	h.Write(behind)
	return h.Sum(nil)[:headerSize-atSum]
}

// A place is where an entry is in a file.
type place struct {
	offset int64
	size   int64 // with its header
}

// A file has entries.
type file struct {
	name  string
	f     *os.File // nil if it cannot be read
	index map[Key]place
	end   int64 // of the last entry that was whole when it was opened
}

// openFile opens a file, which need not exist.
func openFile(name string) *file {
	e := &file{name: name, index: make(map[Key]place)}
	f, err := os.Open(name)
	if err != nil {
		return e
	}
	e.f = f
	e.end = scan(f, 0, e.index)
	return e
}

// scan looks for entries in a file, from an offset on, and adds them to an index, if
// there is one. It returns the end of the last one that is as long as it says.
func scan(f *os.File, from int64, index map[Key]place) (end int64) {
	info, err := f.Stat()
	if err != nil {
		return from
	}
	if end = from; end > info.Size() {
		end = 0 // the file was removed and begun again
	}
	for header := make([]byte, headerSize); ; {
		if _, err := f.ReadAt(header, end); err != nil || string(header[:atSize]) != mark {
			return end
		}
		size := int64(headerSize) + int64(binary.LittleEndian.Uint32(header[atSize:]))
		if end+size > info.Size() {
			return end
		}
		if index != nil {
			index[Key(header[atKey:atSum])] = place{end, size}
		}
		end += size
	}
}

// get returns the data of an entry that is whole.
func (e *file) get(k Key) (data []byte, ok bool) {
	p, ok := e.index[k]
	if !ok {
		return nil, false
	}
	b := make([]byte, p.size)
	if _, err := e.f.ReadAt(b, p.offset); err != nil {
		return nil, false
	}
	header, data := b[:headerSize], b[headerSize:]
	if !bytes.Equal(header[atKey:atSum], k[:]) || !bytes.Equal(header[atSum:], checksum(header[:atSum], data)) {
		return nil, false
	}
	return data, true
}

func (e *file) close() {
	if e.f != nil {
		_ = e.f.Close() // only read
	}
}
