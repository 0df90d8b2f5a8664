package valueflow

import (
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A relevance says what a package may have to do with.
type relevance struct{ codes, clients, statuses bool }

// relevanceOf tells it by what the package mentions: something of the SDK's
// error package, a constant of its code type, the package of its clients, or
// something that facts tell of.
func relevanceOf(pass *analysis.Pass, factful map[*types.Package]bool) relevance {
	reaches := sdk.Reaches(pass.Pkg)
	if !reaches && len(factful) == 0 {
		return relevance{}
	}
	r := relevance{codes: sdk.IsErrorPackage(pass.Pkg), clients: makesClients(pass.Pkg)}
	var asked map[types.Object]bool
	for _, obj := range pass.TypesInfo.Uses {
		if r.codes && r.clients && r.statuses {
			return r
		}
		if v, ok := obj.(*types.Var); ok && sdk.IsStatusField(v) {
			r.statuses = true
		}
		pkg := obj.Pkg()
		switch {
		case sdk.IsErrorPackage(pkg):
			r.codes = true
		case pkg != pass.Pkg && factful[pkg] && !asked[obj]:
			asked = put(asked, obj, true)
			r.add(pass, obj)
		}
	}
	if r.codes || !reaches {
		return r
	}
	for _, tv := range pass.TypesInfo.Types {
		if tv.Value != nil && sdk.IsCodeType(tv.Type) {
			r.codes = true
			break
		}
	}
	return r
}

// add adds what the fact about an object of another package is about.
func (r *relevance) add(pass *analysis.Pass, obj types.Object) {
	switch obj := obj.(type) {
	case *types.Func:
		fact := new(funcFact)
		if pass.ImportObjectFact(obj.Origin(), fact) {
			r.codes = r.codes || fact.followsCodes()
			r.addSinks(fact.Sinks)
		}
	case *types.Var:
		fact := new(varFact)
		if pass.ImportObjectFact(obj.Origin(), fact) {
			r.codes = r.codes || fact.IsCode || fact.Does != nil || len(fact.Expects)+len(fact.Supplies) > 0
			r.statuses = r.statuses || fact.IsCode || fact.Error.Of != ""
			r.addSinks(fact.Sinks)
		}
	}
}

func (r *relevance) addSinks(list []outlet) {
	for _, o := range list {
		if o.Sink.isError() {
			r.codes, r.statuses = true, true
		} else {
			r.clients = true
		}
	}
}
