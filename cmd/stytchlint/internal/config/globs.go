package config

import (
	"errors"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Globs are patterns of files and folders, with slashes.
type Globs []string

// newGlob returns a pattern as Match wants it.
func newGlob(pattern string) (string, error) {
	if pattern == "" {
		return "", errors.New("an empty pattern")
	}
	clean := path.Clean(pattern)
	switch {
	case clean == ".":
		return "", errors.New("the whole module")
	case path.IsAbs(clean):
		return "", errors.New("an absolute path")
	case clean == ".." || strings.HasPrefix(clean, "../"):
		return "", errors.New("a path outside of the module")
	case !doublestar.ValidatePattern(clean):
		return "", errors.New("a malformed pattern")
	}
	return clean, nil
}

// Match reports whether one of the patterns matches a file, given by its name
// relative to the module's root, or a folder that it lies in.
func (g Globs) Match(name string) bool {
	for _, pattern := range g {
		for at := name; at != "."; at = path.Dir(at) {
			if doublestar.MatchUnvalidated(pattern, at) {
				return true
			}
		}
	}
	return false
}
