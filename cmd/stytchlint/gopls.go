package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/urfave/cli/v3"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/gopls"
)

func goplsCommand() *cli.Command {
	return &cli.Command{
		Name:  "gopls",
		Usage: "build a gopls that runs the checks in editors",
		Description: "The program is built with the go command from an unmodified gopls and this\n" +
			"stytchlint, and its path is printed. Supported versions of gopls:\n" + gopls.Supported() + ".",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "version", Usage: "the `VERSION` of gopls; without it, the newest that your Go builds"},
			&cli.StringFlag{Name: "o", Usage: "write the program to `FILE`; without it, to the user's cache"},
			&cli.StringFlag{Name: "stytchlint", Usage: "take stytchlint from `DIR`, for programs built from a checkout"},
		},
		Action: goplsAction,
	}
}

func goplsAction(ctx context.Context, cmd *cli.Command) error {
	if err := noArguments(cmd); err != nil {
		return err
	}
	path, err := buildGopls(ctx, cmd)
	if explained, ok := errors.AsType[*gopls.Error](err); ok {
		return &failure{detail: explained.Detail, msg: explained.Msg, hint: explained.Hint}
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(cmd.Root().Writer, path)
	return err
}

func buildGopls(ctx context.Context, cmd *cli.Command) (string, error) {
	workingDir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	info, _ := debug.ReadBuildInfo()
	source, err := gopls.FindSource(info, cmd.String("stytchlint"), workingDir)
	if err != nil {
		return "", err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("there is no place to keep what gopls is built from: %w", err)
	}
	return gopls.Build(ctx, gopls.Options{
		Version:  cmd.String("version"),
		Output:   cmd.String("o"),
		Source:   source,
		CacheDir: filepath.Join(cache, "stytchlint"),
		Progress: cmd.Root().ErrWriter,
	})
}
