// Package nogo tests the checks under nogo, which Bazel runs.
package nogo

// What the driver of nogo imports belongs to this module, and so does the
// module that the driver is part of. The driver itself is no package that can
// be imported.
import (
	_ "github.com/aymanbagabas/go-udiff"
	_ "github.com/bazelbuild/rules_go/go/runfiles"
	_ "golang.org/x/tools/go/gcexportdata"
)
