package main

import (
	"path/filepath"
	"slices"
	"strings"
)

// tidyDiff sorts the files of a unified diff, which come in the order in which
// the go command was done with their packages, and gives them the names that
// git apply and patch -p1 understand: relative to dir where they lie below it.
func tidyDiff(diff, dir string) string {
	var files [][]string
	lines := slices.Collect(strings.Lines(diff))
	for i, line := range lines {
		startsFile := strings.HasPrefix(line, "--- ") && i+1 < len(lines) && strings.HasPrefix(lines[i+1], "+++ ")
		switch {
		case startsFile:
			files = append(files, []string{diffHeader("--- ", "a/", line, " (old)", dir)})
		case len(files) == 0:
			files = append(files, []string{line})
		case len(files[len(files)-1]) == 1 && strings.HasPrefix(line, "+++ "):
			files[len(files)-1] = append(files[len(files)-1], diffHeader("+++ ", "b/", line, " (new)", dir))
		default:
			files[len(files)-1] = append(files[len(files)-1], line)
		}
	}
	slices.SortStableFunc(files, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	return strings.Join(slices.Concat(files...), "")
}

// diffHeader rewrites one of the two lines that begin a file in a diff.
func diffHeader(marker, prefix, line, suffix, dir string) string {
	name := strings.TrimSuffix(strings.TrimPrefix(strings.TrimRight(line, "\r\n"), marker), suffix)
	if rel, err := filepath.Rel(dir, name); err == nil && filepath.IsLocal(rel) {
		name = prefix + filepath.ToSlash(rel)
	}
	return marker + name + "\n"
}
