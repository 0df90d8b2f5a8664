// Gen writes the Go tables of package catalog and the constants of package
// code from the data files in the folder codes.
//
//	go run ./catalog/internal/gen [-check] [folder]
//
// The folder is that of package catalog, the current one by default. With
// -check nothing is written: gen fails where a file is not what the data says.
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(command(os.Args[1:], os.Stderr)) }

// command runs gen with the arguments, writes what is wrong to stderr and returns
// the exit code: 1 for that, and 2 for wrong arguments.
func command(args []string, stderr io.Writer) int {
	flags := flag.NewFlagSet("gen", flag.ContinueOnError)
	flags.SetOutput(stderr)
	check := flags.Bool("check", false, "write nothing, and fail if a generated file is stale")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	case flags.NArg() > 1:
		flags.Usage()
		return 2
	}
	if err := run(cmp.Or(flags.Arg(0), "."), *check); err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	return 0
}

// run reads the data in the folder dir and writes the files generated from it
// there, or checks them.
func run(dir string, check bool) error {
	d, err := load(os.DirFS(dir))
	if err != nil {
		return err
	}
	files, err := generate(d)
	if err != nil {
		return err
	}
	if !check {
		return writeAll(dir, files)
	}
	var stale []error
	for _, f := range files {
		stale = append(stale, f.check(dir))
	}
	return errors.Join(stale...)
}

// generate returns the files that follow from d.
func generate(d *data) ([]file, error) {
	codes, err1 := codesFile(d)
	oauth2, err2 := oauth2File(d)
	operations, err3 := operationsFile(d)
	constants, err4 := constantsFile(d)
	return []file{codes, oauth2, operations, constants}, errors.Join(err1, err2, err3, err4)
}
