package stytchunhandled

// alone reports whether no other call proves who somebody is before the call or
// after it.
func (p *passage) alone() bool {
	before := p.fn.leadingTo(p.src.at.block)
	for _, site := range p.check.calls[p.fn.node] {
		other := p.check.source(p.fn.node, site)
		if other == p.src {
			continue
		}
		if other == nil {
			if site.call != p.src.call && p.proves(site) {
				return false // its error goes elsewhere
			}
			continue
		}
		if !outcomes[other.operations[0].Outcome].proves {
			continue
		}
		if _, after := p.failed[other.at.block.Nodes[other.at.index]]; after || before[other.at.block.Index] {
			return false
		}
	}
	return true
}

// proves reports whether a call that is no source asks who somebody is.
func (p *passage) proves(site callSite) bool {
	s := p.check.operationsOf(site)
	return len(s) > 0 && outcomes[s[0].Outcome].proves
}
