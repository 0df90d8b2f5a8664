module github.com/stytchlint/stytchlint/testdata/e2e/gopls

go 1.26.0

require (
	github.com/sourcegraph/jsonrpc2 v0.2.3
	github.com/stytchlint/stytchlint/testdata/e2e/internal v0.0.0
	golang.org/x/mod v0.42.0
)

replace github.com/stytchlint/stytchlint/testdata/e2e/internal => ../internal
