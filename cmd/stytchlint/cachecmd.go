package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v3"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/cache"
)

func cacheCommand() *cli.Command {
	return &cli.Command{
		Name:  "cache",
		Usage: "tell how much is kept of earlier runs, or remove it",
		Description: cache.Variable + " names the folder, which is one in the user's folder for\n" +
			"caches else. If it is \"off\", nothing is kept.",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "clean", Local: true, Usage: "remove all that is kept"},
		},
		Action: cacheAction,
	}
}

func cacheAction(_ context.Context, cmd *cli.Command) error {
	if err := noArguments(cmd); err != nil {
		return err
	}
	w := cmd.Root().Writer
	dir, err := cache.Dir()
	switch {
	case errors.Is(err, cache.ErrOff):
		_, err = fmt.Fprintf(w, "nothing is kept: %v\n", err)
		return err
	case err != nil:
		return &failure{msg: fmt.Sprintf("there is no folder to keep anything in: %v", err), hint: "name one in " + cache.Variable}
	}
	if cmd.Bool("clean") {
		if err := cache.Clean(dir); err != nil {
			return fmt.Errorf("cannot clean the cache: %w", err)
		}
	}
	return printUsage(w, dir)
}

// printUsage prints how much is kept in a folder.
func printUsage(w io.Writer, dir string) error {
	u, err := cache.Measure(dir)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n%s, %.1f MB\n", dir, count(u.Files, "file", "files"), float64(u.Bytes)/1e6)
	return err
}
