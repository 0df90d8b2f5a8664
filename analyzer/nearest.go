package analyzer

import "strings"

// prefix begins the name of every check.
const prefix = "stytch"

// Nearest returns the candidate that name was probably meant to be, or "" if
// none is near: a third of the letters may differ, but not all of them.
func Nearest(name string, candidates []string) string {
	best, limit := "", min(len(name), max(1, len(name)/3)+1)
	for _, c := range candidates {
		if max(len(name)-len(c), len(c)-len(name)) >= limit {
			continue // so that a long name is no work
		}
		if d := distance(name, c); d < limit {
			best, limit = c, d
		}
	}
	return best
}

// NearestCheck is [Nearest] for the names of the checks, whose common prefix
// makes them all look alike.
func NearestCheck(name string) string {
	var candidates []string
	for _, a := range All() {
		candidates = append(candidates, strings.TrimPrefix(a.Name, prefix))
	}
	if meant := Nearest(strings.TrimPrefix(name, prefix), candidates); meant != "" {
		return prefix + meant
	}
	return ""
}

// distance returns the number of bytes to insert, delete, replace or swap with
// the next one to get from a to b (the optimal string alignment distance).
func distance(a, b string) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}
