package valueflow

import "go/ast"

// A short helper is evaluated anew for each of its calls, in a frame of its own, so that
// each caller is judged by what it passes.

const (
	maxCopyDepth = 4   // how deep calls are copied into each other
	maxCopySize  = 120 // how many nodes of syntax a copied function may have
)

// copies reports whether a call of d from frame f is evaluated in a frame of
// its own: short helpers that take something that can hold a code.
func (b *builder) copies(d *function, f *frame) bool {
	if d.decl.Body == nil || f.depth >= maxCopyDepth || b.budget <= 0 {
		return false
	}
	for up := f; up != nil; up = up.up {
		if up.fn == d {
			return false // recursive
		}
	}
	if !b.isShort(d) {
		return false
	}
	b.budget -= d.size
	return true
}

// isShort reports whether d is a short helper that takes something that can hold a
// code.
func (b *builder) isShort(d *function) bool {
	if d.size == 0 {
		d.size = maxCopySize + 1
		if b.takesCode(d) {
			d.size = size(d.decl.Body)
		}
	}
	return d.size <= maxCopySize
}

// takesCode reports whether a parameter of d can hold a code.
func (b *builder) takesCode(d *function) bool {
	for i, p := range d.self.params {
		if p != nil && !b.isNumber(d.self.paramType(i)) {
			return true
		}
	}
	return false
}

// size counts nodes of syntax, and stops counting where it does not matter
// any more.
func size(n ast.Node) int {
	count := 0
	ast.Inspect(n, func(n ast.Node) bool {
		if n != nil {
			count++
		}
		return count <= maxCopySize
	})
	return count
}
