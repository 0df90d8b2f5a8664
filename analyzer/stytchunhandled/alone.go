package stytchunhandled

import "golang.org/x/tools/go/cfg"

// alone reports whether no other call proves who somebody is before the call or
// after it.
func (p *passage) alone() bool {
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
		if _, after := p.failed[other.at.block.Nodes[other.at.index]]; after || leadsTo(other.at.block, p.src.at.block) {
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

// leadsTo reports whether a path leads from one block to another.
func leadsTo(from, to *cfg.Block) bool {
	if from == to {
		return true
	}
	seen := make(map[*cfg.Block]bool)
	list := []*cfg.Block{from}
	for len(list) > 0 {
		b := list[len(list)-1]
		list = list[:len(list)-1]
		for _, s := range b.Succs {
			if s == to {
				return true
			}
			if !seen[s] {
				seen[s] = true
				list = append(list, s)
			}
		}
	}
	return false
}
