package stytchsend

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/catalog"
)

// A code with two statuses comes with either.
func TestTwoStatuses(t *testing.T) {
	dir, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	codes := catalog.New(catalog.Data{Codes: []catalog.Code{
		{Name: "email_not_found", Status: 404, Others: []catalog.Status{{Status: 400, Source: "a page"}}},
	}})
	a := *Analyzer
	a.Run = func(pass *analysis.Pass) (any, error) { run(pass, codes); return nil, nil }
	fixtest.Run(t, dir, &a, "stytchsend/statuses")
}
