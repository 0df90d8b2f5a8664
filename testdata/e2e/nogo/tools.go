// Package nogo tests the checks under nogo, which Bazel runs.
package nogo

// The driver of nogo is no package that can be imported, but its dependencies
// belong to this module, and so does one package of its module.
import (
	_ "github.com/aymanbagabas/go-udiff"
	_ "github.com/bazelbuild/rules_go/go/runfiles"
	_ "golang.org/x/tools/go/gcexportdata"

	_ "github.com/stytchlint/stytchlint/analyzer"
)
