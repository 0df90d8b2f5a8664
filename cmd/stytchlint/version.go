package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/stytchlint/stytchlint/catalog"
)

func versionCommand() *cli.Command {
	return &cli.Command{
		Name:  "version",
		Usage: "print the version of stytchlint and the date of its catalog",
		Action: func(_ context.Context, cmd *cli.Command) error {
			if err := noArguments(cmd); err != nil {
				return err
			}
			_, err := io.WriteString(cmd.Root().Writer, versionText(buildInfo()))
			return err
		},
	}
}

// noArguments refuses the arguments of a command that takes none.
func noArguments(cmd *cli.Command) error {
	if cmd.Args().Present() {
		return &failure{msg: cmd.Name + " takes no arguments", hint: "see " + helpFor(cmd)}
	}
	return nil
}

// buildInfo returns what the go command recorded about this program. The
// version is "(devel)" if there is none.
func buildInfo() *debug.BuildInfo {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{GoVersion: runtime.Version()}
	}
	info.Main.Version = cmp.Or(info.Main.Version, "(devel)")
	return info
}

// versionText says which program this is, and how old its catalog is.
func versionText(info *debug.BuildInfo) string {
	var b strings.Builder
	fmt.Fprintln(&b, "stytchlint", info.Main.Version)
	if revision := vcsRevision(info.Settings); revision != "" {
		fmt.Fprintln(&b, "revision", revision)
	}
	fmt.Fprintln(&b, "built with", info.GoVersion, "for", runtime.GOOS+"/"+runtime.GOARCH)
	fmt.Fprintln(&b, "catalog of", catalog.Stytch().Checked())
	return b.String()
}

// vcsRevision returns the revision that was built and its date, such as
// "1a2b3c 2026-06-24T10:00:00Z (modified)", or "" if the go command did not
// record it.
func vcsRevision(settings []debug.BuildSetting) string {
	value := make(map[string]string)
	for _, s := range settings {
		value[s.Key] = s.Value
	}
	parts := []string{value["vcs.revision"], value["vcs.time"]}
	if value["vcs.modified"] == "true" {
		parts = append(parts, "(modified)")
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}
