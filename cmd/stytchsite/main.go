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
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/folder"
	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/playground"
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
		if err := stale(ctx); err != nil {
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

// newPlayground takes half a minute the first time, too much for most tests.
var newPlayground = playground.Build

// build returns the files of the whole site.
func build(ctx context.Context) (site.Files, error) {
	root, err := module(ctx)
	if err != nil {
		return nil, err
	}
	p, err := newPlayground(ctx, root)
	if err != nil {
		return nil, err
	}
	return site.Build(p)
}

// stale returns an error that names what is committed and not what it is made from.
func stale(ctx context.Context) error {
	root, err := module(ctx)
	if err != nil {
		return err
	}
	return playground.Stale(root)
}

// module returns the root of stytchlint's module, whose source the playground is made
// of.
func module(ctx context.Context) (string, error) {
	out, err := exec.CommandContext(ctx, "go", "env", "GOMOD").Output()
	if err != nil {
		return "", fmt.Errorf("go env GOMOD: %w", err)
	}
	root := filepath.Dir(strings.TrimSpace(string(out)))
	if _, err := os.Stat(filepath.Join(root, "cmd", "stytchsite")); err != nil {
		return "", errors.New("the site is made from stytchlint's source: run this in a clone of it")
	}
	return root, nil
}
