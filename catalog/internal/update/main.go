// Update adds to the table of codes what is new in the lists of codes that
// Stytch's public SDKs hold, each code with its sources and the day.
//
//	go run ./catalog/internal/update [-from folder] [folder]
//
// The folder is that of package catalog, ./catalog by default. The lists are read
// from the repositories of the SDKs, over HTTPS; with -from, from copies of the
// repositories below that folder, such as folder/stytch-browser.
//
// What people have to look at is printed: the codes that are new, those that no
// list has any more, as lines for retired.tsv, and retired ones that a list has
// again. Nothing is printed where there is nothing to do. A list that cannot be
// read whole, or that lost more than a tenth of its codes, is an error, and then
// nothing is changed.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"github.com/stytchlint/stytchlint/catalog/internal/table"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := command(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// patience is how long all lists together may take.
const patience = 2 * time.Minute

// command runs update with the arguments and returns the exit code: 1 for what
// goes wrong, and 2 for wrong arguments.
func command(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("update", flag.ContinueOnError)
	flags.SetOutput(stderr)
	from := flags.String("from", "", "read the lists from copies of the repositories below this `folder`")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	case flags.NArg() > 1:
		flags.Usage()
		return 2
	}
	read := overHTTPS(newClient(), rawGitHub)
	if *from != "" {
		read = fromFolder(*from)
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	report, err := update(ctx, cmp.Or(flags.Arg(0), "catalog"), read, time.Now().UTC())
	if err == nil {
		_, err = io.WriteString(stdout, report)
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	return 0
}

// update reads the lists, adds what is new to the table in dir, the folder of
// package catalog, and returns what people have to look at.
func update(ctx context.Context, dir string, read reader, day time.Time) (report string, err error) {
	t, err := loadTables(os.DirFS(dir))
	if err != nil {
		return "", err
	}
	found, err := readLists(ctx, read)
	if err != nil {
		return "", err
	}
	if err := t.checkSizes(found); err != nil {
		return "", err
	}
	c := t.compare(found)
	if len(c.added) > 0 {
		path := filepath.Join(dir, filepath.FromSlash(codesTSV))
		if err := table.Write(path, t.with(c.added, day)); err != nil {
			return "", err
		}
	}
	return c.report(day), nil
}
