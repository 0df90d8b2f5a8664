package engine

import (
	"bufio"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/gcexportdata"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/cache"
)

// maxArguments bounds the length of a command line. Windows allows no more than
// 32,767 characters.
const maxArguments = 24 << 10

// compiled returns the name of a file in the build cache with the export data of a
// package, "" if there is none.
func (r *run) compiled(n *node) string {
	if r.config.Toolexec == "" || !r.immutable(n) || n.ForTest != "" {
		return ""
	}
	key := compiledKey(n)
	if name, ok := r.kept.Get(key); ok {
		if _, err := os.Stat(string(name)); err == nil {
			return string(name)
		}
	}
	return r.listedExport(n)
}

// keepCompiled keeps the names of all files that the go command told, since after an edit
// other packages may be needed.
func (r *run) keepCompiled() {
	for path, name := range r.exports {
		if n := r.nodes[path]; n != nil && r.immutable(n) && r.mayKeep(n) {
			r.kept.Put(compiledKey(n), []byte(name))
		}
	}
}

func compiledKey(n *node) cache.Key { return hashOf([]byte("compiled"), n.key[:]) }

// listedExport returns what the go command says of that. It is asked for all packages
// at once.
func (r *run) listedExport(n *node) string {
	r.asking.Do(func() { r.exports = r.askCompiled(worthAsking) })
	return r.exports[n.ImportPath]
}

// worthAsking is the number of files that take about as long to type-check as the go
// command takes to answer.
const worthAsking = 600

// askCompiled returns the files with export data that the build cache has, by import
// path, unless there are fewer files of source than worth. Nothing is compiled for
// that, see package refuse.
func (r *run) askCompiled(worth int) map[string]string {
	// What the packages that may change import, with all below that.
	var paths []string
	size := 0
	for _, n := range below(r.above) {
		if !r.immutable(n) || n.ForTest != "" || n.path() == "unsafe" {
			continue
		}
		size += len(n.GoFiles) + len(n.CgoFiles)
		if n.wanted {
			paths = append(paths, n.ImportPath)
		}
	}
	files := make(map[string]string)
	if size < worth || !r.listExports([]string{"internal/goarch"}, files) || len(files) == 0 {
		return nil // the build cache has nothing if not even that
	}
	slices.Sort(paths)
	for len(paths) > 0 {
		length, i := 0, 0
		for i < len(paths) && (i == 0 || length+len(paths[i]) < maxArguments) {
			length += len(paths[i]) + 1
			i++
		}
		if !r.listExports(paths[:i], files) {
			return nil
		}
		paths = paths[i:]
	}
	return files
}

// listExports adds the files with export data of packages and of all that they depend
// on. It reports whether the go command could tell.
func (r *run) listExports(paths []string, files map[string]string) bool {
	c := r.config
	c.Stderr = nil
	args := []string{
		"list", "-e", "-deps", "-export", "-toolexec=" + c.Toolexec, "-f={{.ImportPath}}\t{{.Export}}",
		"-json=false", "-test=false", "-m=false", "-u=false", "-find=false", "-compiled=false", "-n=false", "-x=false", "-v=false",
	}
	if c.Tags != "" {
		args = append(args, "-tags="+c.Tags)
	}
	err := c.run(r.ctx, append(append(args, "--"), paths...), func(out io.Reader) error {
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			if path, file, _ := strings.Cut(lines.Text(), "\t"); file != "" {
				files[path] = file
			}
		}
		return lines.Err()
	})
	return err == nil
}

// below returns nodes with all that they import, directly or not, each once.
func below(nodes []*node) []*node {
	seen := make(map[*node]bool)
	var all []*node
	var visit func(list []*node)
	visit = func(list []*node) {
		for _, n := range list {
			if !seen[n] {
				seen[n] = true
				all = append(all, n)
				visit(n.imports)
			}
		}
	}
	visit(nodes)
	return all
}

// readCompiled fills the package of a node with what the compiler wrote about it.
// It reports whether there was something.
func (r *run) readCompiled(n *node) (bool, error) {
	name := r.compiled(n)
	if name == "" {
		return false, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return false, nil // it was removed from the build cache
	}
	defer f.Close()                        //nolint:errcheck // only read
	data, err := gcexportdata.NewReader(f) //nolint:staticcheck // the go command names archives of the compiler, and does so in Go 1.27
	if err != nil {
		return false, nil // as if it were not there
	}
	return true, r.readTypes(n, data)
}
