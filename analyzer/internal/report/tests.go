package report

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// InTest reports whether pos lies in a file of tests, as the go command knows them:
// by the name. A position that lies in no file does not.
func InTest(pass *analysis.Pass, pos token.Pos) bool {
	file := pass.Fset.File(pos)
	return file != nil && strings.HasSuffix(file.Name(), "_test.go")
}
