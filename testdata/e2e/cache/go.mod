module github.com/stytchlint/stytchlint/testdata/e2e/cache

go 1.26.0

require github.com/stytchlint/stytchlint/testdata/e2e/internal v0.0.0

replace github.com/stytchlint/stytchlint/testdata/e2e/internal => ../internal
