package lsp

// Repaired is a text into which a server has put more, to parse what people are
// writing: braces or names that are missing. Positions behind those differ. The zero
// value is one into which nothing was put.
type Repaired struct{ Text, Longer []byte }

// Offset returns the offset in the longer text of one in the text, in front of what was
// put in there.
func (r Repaired) Offset(offset int) int {
	if r.Longer == nil {
		return offset
	}
	return r.walk(func(at, _ int) bool { return at < offset }).longer
}

// Original returns the offset in the text of one in the longer text.
func (r Repaired) Original(offset int) int {
	if r.Longer == nil {
		return offset
	}
	return r.walk(func(_, longer int) bool { return longer < offset }).text
}

// offsets are where both texts are the same.
type offsets struct{ text, longer int }

// walk goes on in both texts while it is wanted, and returns where it got to.
func (r Repaired) walk(wanted func(text, longer int) bool) (at offsets) {
	for i, c := range r.Longer {
		if !wanted(at.text, i) {
			break
		}
		if at.text < len(r.Text) && r.Text[at.text] == c {
			at = offsets{at.text + 1, i + 1}
		}
	}
	return at
}
