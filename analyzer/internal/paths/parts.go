package paths

// A Part is a field and what it was set to.
type Part struct {
	Name  string
	Value Value
}

// Parts returns the fields of a struct that are set, but for those that are left
// at zero, and whether these are all: what comes from elsewhere may have any.
func (p *Path) Parts(v Value) (parts []Part, all bool) {
	n := p.t.nodes[v]
	for ; n.kind == kWith; n = p.t.nodes[n.a] {
		if !p.isEmpty(n.b) {
			parts = append(parts, Part{n.str, n.b})
		}
	}
	return parts, n.kind == kZero
}

// isEmpty reports whether a value is the zero value of its type.
func (p *Path) isEmpty(v Value) bool {
	n := p.t.nodes[v]
	for n.kind == kWith {
		if !p.isEmpty(n.b) {
			return false
		}
		n = p.t.nodes[n.a]
	}
	return n.kind == kZero || p.isZero(v) || n.kind == kConst && n.str == "false"
}

// Origin returns the text that a value was made of by functions which do not make
// another person's of it, such as strings.ToLower.
func (p *Path) Origin(v Value) Value {
	for {
		n := p.t.nodes[v]
		if n.kind != kPure || n.str != "strings.ToLower" && n.str != "strings.ToLower!" {
			return v
		}
		v = p.t.nodes[n.a].a
	}
}
