package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/urfave/cli/v3"
)

// configureCompletion shows the command that prints completion scripts, and
// has it fail as every other command does.
func configureCompletion(cmd *cli.Command) {
	cmd.Hidden = false
	cmd.Usage = "print the completion script of a shell"
	cmd.UsageText = "stytchlint completion bash|zsh|fish|pwsh"
	cmd.Action = func(_ context.Context, cmd *cli.Command) error {
		f := &failure{msg: "name the shell whose completion script is wanted", hint: "the shells are bash, zsh, fish, pwsh"}
		if name := cmd.Args().First(); name != "" {
			f.msg = fmt.Sprintf("no completion script for the shell %q", name)
		}
		return f
	}
	prepare(cmd)
}

// completeWords returns a completion function that offers the flags of a
// command after a dash, with as many dashes, and else the commands below it
// and the given words.
func completeWords(words func() []string) cli.ShellCompleteFunc {
	return func(_ context.Context, cmd *cli.Command) {
		args := cmd.Args().Slice()
		if n := len(args); n > 0 && strings.HasPrefix(args[n-1], "-") {
			completeFlags(cmd, args[n-1])
			return
		}
		if len(args) > 0 {
			return
		}
		var b strings.Builder
		for _, sub := range cmd.Commands {
			if !sub.Hidden {
				fmt.Fprintf(&b, "%s:%s\n", sub.Name, sub.Usage)
			}
		}
		if words != nil {
			for _, word := range words() {
				fmt.Fprintln(&b, word)
			}
		}
		say(cmd.Root().Writer, b.String())
	}
}

func completeFlags(cmd *cli.Command, typed string) {
	dashes := "-"
	if strings.HasPrefix(typed, "--") {
		dashes = "--"
	}
	var b strings.Builder
	for _, f := range cmd.Flags {
		name := f.Names()[0]
		if !strings.HasPrefix(dashes+name, typed) {
			continue
		}
		usage := ""
		if doc, ok := f.(cli.DocGenerationFlag); ok {
			usage = strings.ReplaceAll(doc.GetUsage(), "`", "")
		}
		fmt.Fprintf(&b, "%s%s:%s\n", dashes, name, usage)
	}
	say(cmd.Root().Writer, b.String())
}
