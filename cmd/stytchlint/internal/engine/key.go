package engine

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/cache"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/trigger"
)

// commonKey returns the key of what all packages have in common: the program, the
// checks and their flags, and the environment.
func (r *run) commonKey(c Config) cache.Key {
	h := sha256.New()
	fmt.Fprintf(h, "program %q\ntags %q\nenvironment %q\n", c.Program, c.Tags, r.env)
	// The libraries that this program is made of read it, too.
	fmt.Fprintf(h, "GODEBUG %q\n", os.Getenv("GODEBUG"))
	for _, a := range r.analyzers {
		fmt.Fprintf(h, "analyzer %q\n", a.Name)
	}
	fmt.Fprintf(h, "flags %q\n", c.CheckFlags)
	return cache.Key(h.Sum(nil))
}

// identify computes the key of a package, from its files and from what it can see of
// the packages that it imports. It reports whether there is one.
func (r *run) identify(n *node) bool {
	if r.kept == nil {
		return false
	}
	h := sha256.New()
	h.Write(r.common[:])
	fmt.Fprintf(h, "package %q %q %q go %q root %t named %t imported %t\n", n.ImportPath, n.Dir, n.Name, r.goVersion(n), n.root, n.named, n.imported)
	if m := n.Module; m != nil {
		fmt.Fprintf(h, "module %q %q\n", m.Path, m.Version)
	}
	fmt.Fprintf(h, "files %q %q\n", n.GoFiles, n.CgoFiles)
	switch {
	case n.Standard: // as the Go version says
	case r.immutable(n):
		n.writeSource(h)
	default:
		contents, err := r.read(n)
		if err != nil {
			return false // it does not compile
		}
		if slices.ContainsFunc(slices.Collect(maps.Values(contents)), trigger.Names) != n.name {
			r.changed.Store(true) // since it was scanned
		}
		fmt.Fprintf(h, "sums %x\n", n.sums)
	}
	for _, imp := range n.imports {
		if imp.unknown {
			return false
		}
		// Beside types and facts, the checks ask whether a package imports the
		// SDK, directly or not.
		fmt.Fprintf(h, "import %q %x reaches %t\n", imp.ImportPath, imp.seen, imp.reachesSDK)
	}
	for _, path := range slices.Sorted(maps.Keys(n.ImportMap)) {
		fmt.Fprintf(h, "import map %q %q\n", path, n.ImportMap[path])
	}
	n.key = cache.Key(h.Sum(nil))
	return true
}

// immutable reports whether the source of a package is what its path and a sum say:
// it belongs to the standard library or lies in the module cache.
func (r *run) immutable(n *node) bool {
	if n.Standard {
		return true
	}
	if n.Module == nil || r.env.GOMODCACHE == "" {
		return false
	}
	m := n.Module.source()
	return m.Version != "" && m.Sum != "" &&
		strings.HasPrefix(n.Dir, filepath.Clean(r.env.GOMODCACHE)+string(filepath.Separator)) &&
		!slices.ContainsFunc(slices.Concat(n.GoFiles, n.CgoFiles), filepath.IsAbs)
}

// nameKey returns the key of whether the files of an immutable package hold a name.
func (n *node) nameKey() cache.Key {
	h := sha256.New()
	fmt.Fprintf(h, "name %q %q %q\n", n.Dir, n.GoFiles, n.CgoFiles)
	n.writeSource(h)
	return cache.Key(h.Sum(nil))
}

// writeSource writes what the content of the files of an immutable package follows
// from, beside their names.
func (n *node) writeSource(h io.Writer) {
	m := n.Module.source()
	fmt.Fprintf(h, "source %q %q %q\n", m.Path, m.Version, m.Sum)
}

// source returns the module from which the files are.
func (m *module) source() *module {
	if m.Replace != nil {
		return m.Replace
	}
	return m
}

// errChanged says that a file was changed while packages were checked.
var errChanged = errors.New("changed")

// read returns the contents of the files of a package. If they are others than the
// key says, nothing is kept any more of what this run finds out.
func (r *run) read(n *node) (map[string][]byte, error) {
	contents := make(map[string][]byte)
	var sums []cache.Key
	for _, name := range n.files() {
		content, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		contents[name] = content
		sums = append(sums, sha256.Sum256(content))
	}
	switch {
	case n.sums == nil:
		n.sums = sums
	case !slices.Equal(n.sums, sums):
		r.changed.Store(true)
		return contents, errChanged
	}
	return contents, nil
}

// hashOf returns the sum of several pieces.
func hashOf(pieces ...[]byte) (sum cache.Key) {
	h := sha256.New()
	for _, p := range pieces {
		writePiece(h, p)
	}
	return cache.Key(h.Sum(nil))
}

func writePiece(h hash.Hash, p []byte) {
	fmt.Fprintf(h, "%d\n", len(p))
	h.Write(p)
}
