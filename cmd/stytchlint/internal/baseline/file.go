package baseline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/stytchlint/stytchlint/cmd/internal/atomicfile"
)

// version is that of the form of the file.
const version = 1

// Write replaces the file with the given name, or creates it. Each entry is a
// line, and the same findings make the same file.
func (b Baseline) Write(name string) error {
	var file bytes.Buffer
	fmt.Fprintf(&file, "{\n  \"version\": %d,\n  \"findings\": [", version)
	for i, e := range b {
		if i > 0 {
			file.WriteByte(',')
		}
		var line bytes.Buffer
		enc := json.NewEncoder(&line)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(e); err != nil {
			return err
		}
		file.WriteString("\n    ")
		file.Write(bytes.TrimSpace(line.Bytes()))
	}
	if len(b) > 0 {
		file.WriteString("\n  ")
	}
	file.WriteString("]\n}\n")
	return atomicfile.Write(name, file.Bytes())
}

// Read reads a file. The errors are one line each, and begin with the place in
// the file where that is known.
func Read(name string) (Baseline, error) {
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var file struct {
		Version  *int
		Findings []Entry
	}
	if err := json.Unmarshal(content, &file); err != nil {
		line := 1
		if e, ok := errors.AsType[*json.SyntaxError](err); ok {
			line = lineOf(content, e.Offset)
		}
		if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
			line = lineOf(content, e.Offset)
		}
		return nil, fmt.Errorf("%s:%d: not a baseline: %w", name, line, err)
	}
	switch {
	case file.Version == nil:
		return nil, fmt.Errorf("%s: not a baseline: it has no version", name)
	case *file.Version > version:
		return nil, fmt.Errorf("%s: version %d of the baseline is newer than this program, which knows %d", name, *file.Version, version)
	case *file.Version < 1:
		return nil, fmt.Errorf("%s: not a baseline: version %d", name, *file.Version)
	}
	for i, e := range file.Findings {
		if e.Fingerprint == "" {
			return nil, fmt.Errorf("%s: finding %d has no fingerprint", name, i+1)
		}
	}
	return file.Findings, nil
}

// lineOf returns the line of a byte, both counted from 1.
func lineOf(content []byte, offset int64) int {
	before := content[:max(0, min(int(offset)-1, len(content)))]
	return 1 + bytes.Count(before, []byte("\n"))
}
