package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/stytchlint/stytchlint/analyzer"
)

// checkPrefix begins the name of every check.
const checkPrefix = "stytch"

// commandNames are the commands beside the checking of packages itself.
var commandNames = []string{"baseline", "explain", "codes", "gopls", "cache", "version", "completion", "help"}

// run runs the program for a person and returns its exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	return exitCode(stderr, newApp(stdout, stderr).Run(ctx, args))
}

// newApp returns the tree of commands.
func newApp(stdout, stderr io.Writer) *cli.Command {
	cli.FlagStringer = goStyle(cli.FlagStringer)
	analyzers := analyzer.All()
	app := &cli.Command{
		Name:      "stytchlint",
		Usage:     "find mistakes in how Go programs handle the errors of Stytch's API",
		UsageText: "stytchlint [flags] [packages]\nstytchlint COMMAND [flags] [arguments]",
		Description: "Packages are named as for the go command; without any, the package in the\n" +
			"current directory is checked. Other build flags are taken from GOFLAGS.\n\n" +
			"Exit codes: 0 nothing was found; 1 something was found (with -fix: something\n" +
			"is left; with -diff: the diff is not empty); 2 wrong usage, or packages could\n" +
			"not be loaded or checked.\n\n" +
			"The same program is a tool for the go command:\n" +
			"  go vet -vettool=$(which stytchlint) ./...",
		Flags:                           lintFlags(analyzers),
		Action:                          lintAction,
		CustomRootCommandHelpTemplate:   strings.ReplaceAll(cli.RootCommandHelpTemplate, "GLOBAL OPTIONS", "FLAGS"),
		HideHelpCommand:                 true, // the one below has the exit codes of this program
		EnableShellCompletion:           true,
		ConfigureShellCompletionCommand: configureCompletion,
		ExitErrHandler:                  func(context.Context, *cli.Command, error) {}, // see exitCode
		Writer:                          stdout,
		ErrWriter:                       stderr,
		Commands: []*cli.Command{
			baselineCommand(analyzers),
			explainCommand(analyzers),
			codesCommand(),
			goplsCommand(),
			cacheCommand(),
			versionCommand(),
			helpCommand(),
		},
	}
	prepare(app)
	return app
}

// prepare gives cmd and the commands below it what the library does not hand
// down.
func prepare(cmd *cli.Command) {
	cmd.OnUsageError = usageError
	if cmd.ShellComplete == nil {
		cmd.ShellComplete = completeWords(nil)
	}
	for _, sub := range cmd.Commands {
		prepare(sub)
	}
}

// goStyle writes flags for help the way the go command does, with one dash.
// Two are accepted as well.
func goStyle(stringer cli.FlagStringFunc) cli.FlagStringFunc {
	return func(f cli.Flag) string {
		names, usage, _ := strings.Cut(stringer(f), "\t")
		if check := asCheckFlag(f); check != nil && check.IsBoolFlag() {
			names = strings.TrimSuffix(names, " value")
		}
		return strings.ReplaceAll(names, "--", "-") + "\t" + usage
	}
}

// usageError explains what is wrong with the flags of cmd.
func usageError(_ context.Context, cmd *cli.Command, err error, _ bool) error {
	name, unknown := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !unknown {
		msg, _, _ := strings.Cut(err.Error(), ": strconv.") // says nothing new
		return &failure{msg: msg, hint: "see " + helpFor(cmd)}
	}
	if check, _, _ := strings.Cut(name, "."); strings.HasPrefix(check, checkPrefix) && !isCheck(check) {
		return unknownCheck(check)
	}
	f := &failure{msg: "unknown flag -" + name, hint: "see " + helpFor(cmd)}
	if meant := analyzer.Nearest(name, flagNames(cmd)); meant != "" {
		f.hint = fmt.Sprintf("did you mean -%s?", meant)
	}
	if slices.Contains(commandNames, name) {
		f.hint = fmt.Sprintf("did you mean 'stytchlint %s'?", name)
	}
	return f
}

// unknownCheck says that the name in a flag is no check.
func unknownCheck(name string) error {
	f := &failure{
		msg:  fmt.Sprintf("there is no check %q", name),
		hint: "the checks are " + strings.Join(checkNames(), ", "),
	}
	if meant := analyzer.NearestCheck(name); meant != "" {
		f.hint = fmt.Sprintf("did you mean -%s?", meant)
	}
	return f
}

// helpFor returns the command line that explains cmd.
func helpFor(cmd *cli.Command) string {
	return "'" + cmd.FullName() + " -help'"
}

func flagNames(cmd *cli.Command) []string {
	var names []string
	for _, f := range cmd.Flags {
		names = append(names, f.Names()...)
	}
	return names
}

func checkNames() []string {
	analyzers := analyzer.All()
	names := make([]string, 0, len(analyzers))
	for _, a := range analyzers {
		names = append(names, a.Name)
	}
	return names
}

func isCheck(name string) bool { return slices.Contains(checkNames(), name) }

// helpCommand returns the command that explains the others.
func helpCommand() *cli.Command {
	return &cli.Command{
		Name:          "help",
		Usage:         "explain stytchlint or one of its commands",
		ArgsUsage:     "[COMMAND]",
		ShellComplete: completeWords(func() []string { return commandNames }),
		Action: func(ctx context.Context, cmd *cli.Command) error {
			root := cmd.Root()
			switch name := cmd.Args().First(); {
			case cmd.Args().Len() > 1:
				return &failure{msg: "help explains one command at a time", hint: "see " + helpFor(cmd)}
			case name == "":
				return cli.ShowRootCommandHelp(root)
			case root.Command(name) != nil:
				return cli.ShowCommandHelp(ctx, root, name)
			case isCheck(name):
				return &failure{
					msg:  name + " is a check, not a command",
					hint: fmt.Sprintf("see 'stytchlint explain %s'", name),
				}
			default:
				f := &failure{
					msg:  fmt.Sprintf("there is no command %q", name),
					hint: "the commands are " + strings.Join(commandNames, ", "),
				}
				if meant := analyzer.Nearest(name, commandNames); meant != "" {
					f.hint = fmt.Sprintf("did you mean 'stytchlint help %s'?", meant)
				}
				return f
			}
		},
	}
}
