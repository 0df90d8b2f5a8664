package valueflow

import (
	"go/types"
	"slices"
)

// solve propagates functions, then labels, through the graph.
func (b *builder) solve() {
	b.linkCalls()
	b.leak()
	b.escapeInstances()
	b.openParameters()
	b.clearTargets()
	b.propagate(b.nodes)
	b.propagate(b.settleErrors())
	b.propagate(b.openCalls())
	b.propagate(b.joinResults())
	b.propagate(b.mixedParameters())
}

// linkCalls finds the functions that each function value may hold, and lets
// the arguments of its calls flow into their parameters. It looks at nodes in the order
// in which they got something new, so that it comes to one that gets many functions,
// such as a table of handlers, when they are there. It returns how many it has looked at.
func (b *builder) linkCalls() (turns int) {
	var work []*node
	push := func(n *node) {
		if x := n.has(); len(x.funcs)+len(x.types) > 0 && !n.queued {
			n.queued = true
			work = append(work, n)
		}
	}
	for _, n := range b.nodes {
		push(n)
	}
	b.onEdge = push
	for ; len(work) > 0; turns++ {
		n := work[0]
		work = work[1:]
		n.queued = false
		for _, d := range n.has().calls {
			for _, c := range n.has().funcs {
				b.link(d, c)
			}
		}
		for _, to := range n.out {
			grew := to.addFuncs(n.has().funcs)
			if to.addTypes(n.has().types) || grew {
				push(to)
			}
		}
	}
	b.onEdge = nil
	for _, n := range b.nodes {
		for _, d := range n.has().calls {
			if len(d.linked) > 0 {
				continue
			}
			for _, a := range d.args {
				for _, c := range funcsOf(a.n) {
					c.leave()
				}
				if a.t != nil {
					b.escapeTarget(a.t)
				}
			}
		}
	}
	if b.out != nil {
		for _, c := range b.out.has().funcs {
			c.leave()
		}
	}
	b.publish()
	return turns
}

// addFuncs adds functions to those that n may hold and reports whether there
// was a new one.
func (n *node) addFuncs(funcs []*closure) bool {
	grew := false
next:
	for _, c := range funcs {
		for _, have := range n.has().funcs {
			if have == c {
				continue next
			}
		}
		n.hold(c)
		grew = true
	}
	return grew
}

// leave notes that c is handed to code that is not in view.
func (c *closure) leave() {
	c.leaves = true
	if c.of != nil {
		c.of.leaves = true
	}
}

// addTypes is addFuncs for the types of pointers.
func (n *node) addTypes(list []types.Type) bool {
	grew := false
	for _, t := range list {
		if !slices.Contains(n.has().types, t) {
			n.add().types = append(n.add().types, t)
			grew = true
		}
	}
	return grew
}

// link lets the call d reach the function c.
func (b *builder) link(d *dynamic, c *closure) {
	if d.linked[c] {
		return
	}
	d.linked[c] = true
	c.linked = true
	if len(c.params) == len(d.params) {
		for i, p := range d.params {
			b.flow(p, c.params[i], d.sig.Params().At(i).Type())
		}
	}
	if len(c.results) == len(d.results) {
		for i, r := range c.results {
			b.flow(r, d.results[i], d.sig.Results().At(i).Type())
		}
	}
}

// openParameters says of the parameters of functions whose callers are not all
// in view what they may receive.
func (b *builder) openParameters() {
	for v, n := range b.globals {
		if n.public && len(n.in) == 0 && v.Pkg() == b.pass.Pkg {
			b.taint(n, v.Type(), 0) // only other packages give it a value
		}
	}
	for _, c := range b.closures {
		for i, p := range c.params {
			switch {
			case p == nil:
			case !c.linked || c.leaves:
				b.taintParam(p, c.paramType(i))
			case c.public:
				p.labels |= b.openLabels(c.paramType(i))
			}
		}
	}
	for _, d := range b.decls {
		called := d.self.linked || d.copied
		if d.obj.Signature().Recv() != nil && b.abstract[d.obj.Name()] {
			called = false // an interface may stand for it
		}
		for i, p := range d.self.params {
			switch {
			case p == nil:
			case d.self.leaves || !called:
				b.taintParam(p, d.self.paramType(i))
			case d.open() || d.self.public:
				p.labels |= b.openLabels(d.self.paramType(i))
			}
		}
	}
}

// publish finds the functions that other packages may call: what exported
// variables and fields hold, and what exported functions return.
func (b *builder) publish() {
	for _, n := range b.globals {
		if n.public {
			for _, c := range n.has().funcs {
				c.public = true
			}
		}
	}
	for _, d := range b.decls {
		if !d.open() {
			continue
		}
		publishResults(d.self)
	}
	for _, s := range b.summaries {
		publishResults(s.c)
	}
}

func publishResults(open *closure) {
	for _, r := range open.results {
		for _, c := range funcsOf(r) {
			c.public = true
		}
	}
}

func funcsOf(n *node) []*closure {
	if n == nil {
		return nil
	}
	return n.has().funcs
}

// openCalls finds the calls of function values that may be functions not in
// view: they may return anything, and write to what they are given. It returns
// the nodes that have a new label.
func (b *builder) openCalls() []*node {
	var opened []*node
	for _, n := range b.nodes {
		for _, d := range n.has().calls {
			if len(d.linked) > 0 && !n.labels.foreign() {
				continue
			}
			before := len(b.nodes)
			for i, r := range d.results {
				if r != nil {
					b.taint(r, d.sig.Results().At(i).Type(), 0)
					opened = append(opened, r, r.elem, r.has().key)
				}
			}
			for _, a := range d.args {
				if a.n != nil {
					b.taintContents(a.n, a.t)
					opened = append(opened, a.n.elemStore, a.n.has().keyStore)
				}
				for _, c := range funcsOf(a.n) { // which may be called with anything
					for i, p := range c.params {
						if p != nil {
							b.taint(p, c.paramType(i), 0)
							opened = append(opened, p, p.elem, p.has().key)
						}
					}
				}
			}
			opened = append(opened, b.nodes[before:]...)
		}
	}
	return slices.DeleteFunc(opened, func(n *node) bool { return n == nil })
}

// mixedParameters finds the parameters that get codes from some calls and
// constants from others: of a function that serves several purposes nothing
// can be said. It returns the nodes that have a new label.
func (b *builder) mixedParameters() []*node {
	var mixed []*node
	check := func(c *closure) {
		for _, p := range c.params {
			if p == nil || !p.labels.isCode() {
				continue
			}
			for _, from := range p.in {
				if from.labels&fromProgram != 0 && from.labels&fromCode == 0 {
					p.labels |= fromElsewhere
					mixed = append(mixed, p)
					break
				}
			}
		}
	}
	for _, d := range b.decls {
		check(d.self)
	}
	for _, c := range b.closures {
		check(c)
	}
	for _, a := range b.abstracts {
		check(a.closure)
	}
	return mixed
}

// propagate carries the labels of the given nodes along the edges until
// nothing changes. A node is visited once for each label that is new to it.
func (b *builder) propagate(from []*node) {
	work := make([]*node, 0, len(from))
	for _, n := range from {
		if n.labels != 0 && !n.queued {
			n.queued = true
			work = append(work, n)
		}
	}
	for len(work) > 0 {
		n := work[len(work)-1]
		work = work[:len(work)-1]
		n.queued = false
		for _, to := range n.out {
			if s := to.labels | to.arrive(n.labels); s != to.labels {
				to.labels = s
				if !to.queued {
					to.queued = true
					work = append(work, to)
				}
			}
		}
	}
}
