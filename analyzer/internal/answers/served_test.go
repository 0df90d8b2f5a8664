package answers

import (
	"go/types"
	"path/filepath"
	"reflect"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
)

// A package that nothing is known of may have a middleware which answers for errors. The
// standalone command does not look at all packages of a program.
func TestUnknownHandlers(t *testing.T) {
	const handlers = "stytchunhandled/served/handlers"
	dir, err := filepath.Abs("../../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	pkg := fixtest.Load(t, dir, nil, "stytchunhandled/served")[0]
	left := []Failure{{"github.com/gofiber/fiber/v2", "handlers.Account", "consumer Sessions.Authenticate"}}
	known := map[string]*Handlers{handlers: {Failures: left}}
	for _, test := range []struct {
		module *analysis.Module
		guard  *Handlers
		want   []Failure
	}{
		{nil, nil, nil},
		{nil, &Handlers{}, left},
		{nil, &Handlers{Handle: true}, nil},
		{&analysis.Module{Path: "stytchunhandled/served"}, nil, nil},
		{&analysis.Module{Path: "example.com/other"}, nil, left},
	} {
		pass := fixtest.Pass(&analysis.Analyzer{Name: "answers"}, pkg)
		pass.Module = test.module
		delete(known, "stytchunhandled/served/guard")
		if test.guard != nil {
			known["stytchunhandled/served/guard"] = test.guard
		}
		pass.ImportPackageFact = func(p *types.Package, _ analysis.Fact) bool { return known[p.Path()] != nil }
		pass.AllPackageFacts = func() (list []analysis.PackageFact) {
			// Only the tests import this one.
			list = append(list, analysis.PackageFact{Package: types.NewPackage("example.com/tested", ""), Fact: &Handlers{Handle: true}})
			for path, h := range known {
				list = append(list, analysis.PackageFact{Package: types.NewPackage(path, ""), Fact: h})
			}
			return list
		}
		p := Of(pass, inspector.New(pkg.Syntax).Root())
		if got := p.Left(p.Servers()[0]); len(got) != len(test.want) || len(got) > 0 && !reflect.DeepEqual(got, test.want) {
			t.Errorf("with %+v in module %v: left are %v, want %v", test.guard, test.module, got, test.want)
		}
	}
}
