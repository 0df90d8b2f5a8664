package editor_test

import (
	"fmt"
	"go/token"
	"log"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/editor"
)

// Any driver will do. This one loads packages by the go command, and analyzes their
// dependencies each time; an editor has type-checked them already, and keeps what the
// analyzer exports about them.
func ExampleFlow_Complete() {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax}, "example.com/shop")
	if err != nil {
		log.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{editor.Analyzer}, pkgs, nil)
	if err != nil {
		log.Fatal(err)
	}
	var cursor token.Pos
	for _, act := range graph.Roots {
		if act.Err != nil {
			log.Fatal(act.Err)
		}
		completion, ok := act.Result.(*editor.Flow).Complete(cursor)
		if !ok {
			continue
		}
		for _, item := range completion.Items {
			fmt.Println(item.Label, item.Detail)
		}
	}
}
