// Docgen writes the pages about checks in docs/checks from the documentation of
// their analyzers.
//
//	go run ./cmd/stytchlint/internal/docgen [-check] folder
//
// With -check nothing is written: docgen fails where a page is not what the
// documentation says.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/stytchlint/stytchlint/analyzer"
)

//go:generate go run . ../../../../docs/checks

func main() {
	check := flag.Bool("check", false, "write nothing, and fail if a page is stale")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(flag.Arg(0), analyzer.All(), *check); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
