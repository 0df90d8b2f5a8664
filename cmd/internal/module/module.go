// Package module finds the folders that paths in output and configuration are
// relative to.
package module

import (
	"os"
	"path/filepath"
)

// Root returns the root of the module that dir belongs to: the nearest folder,
// dir or one above it, with a go.mod. In a workspace outside of its modules it
// is the folder of the go.work. It returns "" if there is neither.
func Root(dir string) string {
	if root := above(dir, "go.mod"); root != "" {
		return root
	}
	return above(dir, "go.work")
}

// Repository returns the root of the repository that dir belongs to: the
// nearest folder, dir or one above it, with a .git, which is a file in a
// worktree or a submodule. It returns "" if there is none.
func Repository(dir string) string { return above(dir, ".git") }

// above returns the nearest folder, dir or one above it, that has an entry of
// the given name, or "".
func above(dir, name string) string {
	for {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// Rel returns the name of file relative to dir, with slashes. A file that does
// not lie below dir keeps its name, and ok is false.
func Rel(dir, file string) (name string, ok bool) {
	rel, err := filepath.Rel(dir, file)
	if err != nil || dir == "" || !filepath.IsLocal(rel) {
		return filepath.ToSlash(file), false
	}
	return filepath.ToSlash(rel), true
}
