package stytchcode_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchcode"
	"github.com/stytchlint/stytchlint/catalog"
)

// fresh returns an analyzer of its own with flags set, so that the one that
// all tests share keeps its defaults.
func fresh(t *testing.T, flags ...string) *analysis.Analyzer {
	t.Helper()
	a := stytchcode.New(catalog.Stytch(), catalog.OAuth2())
	for _, f := range flags {
		name, value, _ := strings.Cut(f, "=")
		if err := a.Flags.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

func TestKnown(t *testing.T) {
	// Setting the flag again adds to it.
	a := fresh(t, "known=foo_bar_baz, sesion_not_found,", "known=session_expired")
	fixtest.Run(t, testdata(t), a, "stytchcode/known")
}

func TestKnownRefusesWhatIsNoName(t *testing.T) {
	for _, value := range []string{"Session", "a b", "a-b", "a,B", "_a", "a__b", `"a"`} {
		a := stytchcode.New(catalog.Stytch(), catalog.OAuth2())
		if err := a.Flags.Set("known", value); err == nil {
			t.Errorf("-known=%s is accepted", value)
		}
	}
}

func TestUnknownOff(t *testing.T) {
	fixtest.Run(t, testdata(t), fresh(t, "unknown=false"), "stytchcode/unknownoff")
}

// Two analyzers have options of their own.
func TestOptionsAreNotShared(t *testing.T) {
	fresh(t, "known=sesion_not_found", "unknown=false")
	fixtest.Run(t, testdata(t), fresh(t), "stytchcode/kinds")
}

func TestCatalogIsInjected(t *testing.T) {
	api := catalog.New(catalog.Data{
		Checked: "1999-12-31",
		Codes:   []catalog.Code{{Name: "horse_not_found"}},
		Retired: []catalog.Retired{
			{Name: "pony_not_found", Why: catalog.Renamed, Successor: "horse_not_found"},
			{Name: "stable_burnt_down", Why: catalog.Removed, Note: "Stytch gave it up"},
		},
		Aliases: []catalog.Alias{
			{Name: "mule_not_found", Code: "horse_not_found", Note: `every animal is a horse: "horse_not_found"`},
		},
	})
	oauth2 := catalog.New(catalog.Data{
		Checked: "1999-12-31",
		Codes:   []catalog.Code{{Name: "hay_required"}},
	})
	fixtest.Run(t, testdata(t), stytchcode.New(api, oauth2), "stytchcode/catalog")
}

func TestDocumentation(t *testing.T) {
	a := stytchcode.Analyzer
	if !strings.HasPrefix(a.Doc, "stytchcode: ") {
		t.Errorf("the documentation begins with %.40q", a.Doc)
	}
	for _, name := range []string{"known", "unknown"} {
		if f := a.Flags.Lookup(name); f == nil || f.Usage == "" {
			t.Errorf("the flag %s is not documented", name)
		} else if !strings.Contains(a.Doc, "-stytchcode."+name) {
			t.Errorf("the documentation does not mention -stytchcode.%s", name)
		}
	}
	if err := analysis.Validate([]*analysis.Analyzer{a}); err != nil {
		t.Error(err)
	}
}
