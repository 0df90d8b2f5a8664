package config

import (
	"flag"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"golang.org/x/tools/go/analysis"
)

// check reads what is said of a check: true or false, or a mapping of its
// flags.
func (r *reader) check(key, value ast.Node) {
	name := key.GetToken().Value
	a := r.analyzer(name)
	if a == nil {
		names := make([]string, 0, len(r.analyzers))
		for _, a := range r.analyzers {
			names = append(names, a.Name)
		}
		r.unknown(key, "check", names)
		return
	}
	switch value := value.(type) {
	case *ast.BoolNode:
		// All checks run by default, and a flag that switches one on would
		// switch the others off.
		if !value.Value {
			r.config.CheckFlags = append(r.config.CheckFlags, "-"+name+"=false")
		}
	case *ast.MappingNode, *ast.MappingValueNode:
		r.eachPair(value, name, func(key, value ast.Node) { r.checkFlag(a, key, value) })
	default:
		r.add(key, fmt.Sprintf("%s is true or false, or has flags of the check", name), "see 'stytchlint explain "+name+"'")
	}
}

func (r *reader) analyzer(name string) *analysis.Analyzer {
	for _, a := range r.analyzers {
		if a.Name == name {
			return a
		}
	}
	return nil
}

// checkFlag reads the value of a flag of a check, which judges it.
func (r *reader) checkFlag(a *analysis.Analyzer, key, value ast.Node) {
	name := key.GetToken().Value
	f := a.Flags.Lookup(name)
	if f == nil {
		var names []string
		a.Flags.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
		if len(names) == 0 {
			r.add(key, fmt.Sprintf("%s has no flags", a.Name), "it can be true or false")
			return
		}
		r.unknown(key, "flag of "+a.Name, names)
		return
	}
	var texts []string
	for _, item := range r.listOrScalar(value) {
		text, ok := r.text(item, name)
		if !ok {
			return
		}
		texts = append(texts, text)
	}
	text := strings.Join(texts, ",")
	if err := f.Value.Set(text); err != nil {
		r.add(value, fmt.Sprintf("invalid value for %s: %v", name, err), "")
		return
	}
	r.config.CheckFlags = append(r.config.CheckFlags, "-"+a.Name+"."+name+"="+text)
}
