package stytchtarget_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/analyzer/stytchtarget"
)

// BenchmarkAnalyzer measures packages of 200 functions: those that look for a pointer
// each, those that look for the value, and those that look for no error of the SDK.
func BenchmarkAnalyzer(b *testing.B) {
	for _, c := range []struct{ name, typ string }{
		{"pointer", "*stytcherror.Error"},
		{"value", "stytcherror.Error"},
		{"unrelated", "*ownError"},
	} {
		var src strings.Builder
		src.WriteString("package bench\n\nimport (\n\t\"errors\"\n\n\t\"github.com/stytchauth/stytch-go/v18/stytch/stytcherror\"\n)\n\n" +
			"type ownError struct{ stytcherror.Error }\n")
		for i := range 200 {
			fmt.Fprintf(&src, `
func handle%d(err error, retry func() error) (int, error) {
	for range 3 {
		if err == nil {
			break
		}
		err = retry()
	}
	var e %s
	if errors.As(err, &e) && e.StatusCode == 404 {
		return e.StatusCode, nil
	}
	if errors.Is(err, errors.ErrUnsupported) {
		return 501, err
	}
	return 500, err
}
`, i, c.typ)
		}
		pkg := fixtest.Source(b, fixtest.Testdata(b), "stytchtarget/bench", src.String())
		pass := fixtest.Pass(stytchtarget.Analyzer, pkg)
		pass.ResultOf[valueflow.Analyzer] = new(valueflow.Result)
		pass.ResultOf[valueflow.Errors] = new(valueflow.ErrorResult)
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := stytchtarget.Analyzer.Run(pass); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
