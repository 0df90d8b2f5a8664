package editor

import "go/token"

// A Hover is what there is to say about what stands at a position.
type Hover struct {
	Start, End token.Pos // of the literal or the name that it is about
	Markdown   string
	Plain      string // the same without marks
}

// Hover returns what is known of the code that the literal or the constant at a
// position means, or which code is to stand there instead.
func (f *Flow) Hover(pos token.Pos) (*Hover, bool) {
	m, ok := f.Mention(pos)
	if !ok || len(m.Match.Codes) == 0 {
		return nil, false
	}
	markdown, plain, ok := Documentation(idOf(m.Set, m.Match.Codes[0]))
	return &Hover{m.Pos, m.End, markdown, plain}, ok
}
