package paths

import (
	"go/types"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// An answer of the API is no error that another package declares, and of no other type. Who
// asks for one of those, such as context.Canceled, and does not find it, has found out
// nothing about the answer.

// others is the name of the condition that a path has asked for such errors alone. The
// function that failed may still have made one.
const others = "asks for others"

// othersPrefix begins the names of what functions such as os.IsNotExist say.
const othersPrefix = "others: "

// verifiers are the packages by which the SDK verifies session JWTs: it returns their errors.
var verifiers = map[string]bool{"github.com/golang-jwt/jwt": true, "github.com/MicahParks/keyfunc": true}

// asksForOthers reports whether a condition asks whether the error of an event is one that
// the API never answers with.
func (p *Path) asksForOthers(v Value) bool {
	n := &p.t.nodes[v]
	if n.kind == kEq {
		return p.isAnswer(n.a) && p.isOthers(n.b) || p.isAnswer(n.b) && p.isOthers(n.a) ||
			p.isTextOfAnswer(n.a) && p.t.kind(n.b) == kConst || p.isTextOfAnswer(n.b) && p.t.kind(n.a) == kConst
	}
	if n.kind != kPure {
		return false
	}
	args := p.t.elements(n.a)
	if strings.HasPrefix(n.str, othersPrefix) {
		return p.isAnswer(args[0])
	}
	if name, ok := strings.CutPrefix(n.str, isPrefix); ok {
		return p.isAnswer(args[0]) && p.isOfOthers(name)
	}
	return strings.HasSuffix(n.str, "errors.Is") && p.isAnswer(args[0]) && p.isOthers(args[1])
}

// isTextOfAnswer reports whether a text is or holds that of an answer, or is that of what is
// made around one. It holds the id of the request, and so it is no text that a program knows.
func (p *Path) isTextOfAnswer(v Value) bool {
	n := &p.t.nodes[v]
	if n.kind == kBinary {
		return p.isTextOfAnswer(n.a) || p.isTextOfAnswer(n.b)
	}
	if !p.isTextOfError(v) {
		return false
	}
	err := p.t.elements(n.a)[0]
	return len(p.Causes(err)) > 0 && p.isAnswer(err) || p.t.kind(err) == kWrapped && slices.ContainsFunc(p.t.elements(p.t.nodes[err].a), p.isTextOfAnswer)
}

// isAnswer reports whether an error is that of an event, or is made around nothing else.
func (p *Path) isAnswer(err Value) bool {
	for _, v := range p.Causes(err) {
		if !p.isEventError(v) {
			return false
		}
	}
	return err != 0
}

// isPlain reports whether an error is an answer of which the path has found out nothing.
func (p *Path) isPlain(err Value) bool {
	for _, v := range p.Causes(err) {
		if !p.isEventError(v) || p.event(v).seen != Unexamined {
			return false
		}
	}
	return true
}

// isOthers reports whether an error is one that a package declares which has nothing to do
// with the API's.
func (p *Path) isOthers(v Value) bool {
	if !p.isDeclared(v) {
		return false
	}
	name := p.t.nodes[p.t.nodes[v].a].str
	return !isOfAPI(name[:strings.LastIndexByte(name, '.')])
}

// isOfOthers reports whether no error of the API is of the type with a name: that has only
// the method Error. Of types of other packages no more than the name may be known.
func (e *engine) isOfOthers(name string) bool {
	if t := e.typeNamed(name); t != nil && types.IsInterface(t) {
		i := t.Underlying().(*types.Interface)
		_, param := types.Unalias(t).(*types.TypeParam)
		return !param && i.NumMethods() > 0 && (i.NumMethods() > 1 || i.Method(0).Name() != "Error")
	}
	dot := strings.LastIndexByte(name, '.')
	return dot > 0 && !strings.HasPrefix(name, "interface") && !isOfAPI(strings.TrimLeft(name[:dot], "*"))
}

// isOfAPI reports whether the SDK may return errors of a package.
func isOfAPI(path string) bool { return sdk.InModule(path) || verifiers[library.Path(path)] }
