module github.com/stytchlint/stytchlint/testdata/e2e/nogo

go 1.26.0

require (
	github.com/aymanbagabas/go-udiff v0.4.1
	github.com/bazelbuild/rules_go v0.65.0
	github.com/stytchlint/stytchlint v0.0.0
	github.com/stytchlint/stytchlint/testdata/e2e/internal v0.0.0
	golang.org/x/tools v0.52.0
)

replace (
	github.com/stytchlint/stytchlint => ../../..
	github.com/stytchlint/stytchlint/testdata/e2e/internal => ../internal
)
