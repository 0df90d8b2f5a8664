package stytchstatus_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchstatus"
	"github.com/stytchlint/stytchlint/catalog"
)

func TestShapes(t *testing.T) {
	fixtest.Run(t, fixtest.Testdata(t), stytchstatus.Analyzer,
		"stytchstatus/conditions",
		"stytchstatus/statements",
		"stytchstatus/switches",
		"stytchstatus/known",
		"stytchstatus/several",
		"stytchstatus/variables",
		"stytchstatus/built",
		"stytchstatus/majors",
		"stytchstatus/silent",
		"stytchstatus/suppressed",
		"stytchstatus/helpers",
		"stytchstatus/authx",
		"stytchstatus/across",
		"stytchstatus/own/failures",
		"stytchstatus/own/handlers",
		"stytchstatus/decoded",
		"stytchstatus/tables",
		"stytchstatus/makers/kit",
		"stytchstatus/makers",
		"stytchstatus/fakes",
		"stytchstatus/flows",
		"stytchstatus/written",
		"stytchstatus/api",
	)
}

func TestFixes(t *testing.T) {
	fixtest.RunWithSuggestedFixes(t, fixtest.Testdata(t), stytchstatus.Analyzer, "stytchstatus/fixes", "stytchstatus/nohttp", "stytchstatus/answered")
}

func TestFixedCodeCompiles(t *testing.T) {
	fixtest.EachFix(t, stytchstatus.Analyzer, fixtest.Testdata(t), fixtest.After{Files: 5}, fixtest.PackagesOf(t, fixtest.Testdata(t), "stytchstatus", "broken")...)
}

// While someone types, a package never compiles.
func TestTypeErrors(t *testing.T) {
	fixtest.Run(t, fixtest.Testdata(t), stytchstatus.Analyzer, "stytchstatus/broken")
}

func TestCatalogIsInjected(t *testing.T) {
	codes := catalog.New(catalog.Data{Codes: []catalog.Code{
		{Name: "kettle"},
		{Name: "pan", Status: 404, Others: []catalog.Status{{Status: 400, Source: "a page"}}},
		{Name: "teapot", Status: 418},
	}})
	fixtest.Run(t, fixtest.Testdata(t), stytchstatus.New(codes), "stytchstatus/catalog")
}

func TestValid(t *testing.T) {
	if err := analysis.Validate([]*analysis.Analyzer{stytchstatus.Analyzer}); err != nil {
		t.Error(err)
	}
}
