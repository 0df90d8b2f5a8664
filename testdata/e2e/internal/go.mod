module github.com/stytchlint/stytchlint/testdata/e2e/internal

go 1.26.0
