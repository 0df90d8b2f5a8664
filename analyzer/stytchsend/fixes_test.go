package stytchsend_test

import (
	"fmt"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchsend"
)

func TestFixedCodeCompiles(t *testing.T) {
	want := fixtest.After{Files: 8, Fixable: []string{"is created by hand"}} // where nothing was created, because of a status that never comes
	fixtest.EachFix(t, stytchsend.Analyzer, fixtest.Testdata(t), want, fixtest.PackagesOf(t, fixtest.Testdata(t), "stytchsend", "broken")...)
}

func TestGoldenFiles(t *testing.T) {
	_, golden := shapes(t)
	fixtest.GoldenFiles(t, fixtest.Testdata(t), golden...)
}

// What is fixed is found no more, but for the second of two in one function, whose turn
// comes then.
func TestFixedCodeIsRight(t *testing.T) {
	_, golden := shapes(t)
	overlay := fixtest.Fixed(t, fixtest.Analyze(t, stytchsend.Analyzer, fixtest.Load(t, fixtest.Testdata(t), nil, golden...)))
	var left []string
	for _, act := range fixtest.Analyze(t, stytchsend.Analyzer, fixtest.Load(t, fixtest.Testdata(t), overlay, golden...)) {
		for _, d := range act.Diagnostics {
			if len(d.SuggestedFixes) > 0 {
				left = append(left, fmt.Sprintf("%s: %s", act.Package.Fset.Position(d.Pos), d.Message))
			}
		}
	}
	if len(left) != 1 {
		t.Errorf("want one, found %q", left)
	}
}

// What would have to change with the call stays as it is, and so does a call
// whose branch would stay behind and never run any more.
func TestNoFixes(t *testing.T) {
	found := 0
	for _, act := range fixtest.Analyze(t, stytchsend.Analyzer, fixtest.Load(t, fixtest.Testdata(t), nil, "stytchsend/fixnone", "stytchsend/fixkeep")) {
		for _, d := range act.Diagnostics {
			found++
			for _, f := range d.SuggestedFixes {
				t.Errorf("%s: %s", act.Package.Fset.Position(d.Pos), f.Message)
			}
		}
	}
	if found == 0 {
		t.Error("nothing is found")
	}
}
