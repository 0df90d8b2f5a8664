// Package refuse stands between the go command and its tools, so that they tell who
// they are and build nothing.
//
// It is a program for -toolexec. The key under which the go command caches what it
// builds holds the versions of the tools, which it asks them for. With these, "go list
// -export" names what the build cache has, as it does without -toolexec. What is
// missing it tries to build, and that fails here.
package refuse

import (
	"errors"
	"os"
	"os/exec"
	"strings"
)

// Flag is the first argument by which the program knows that it is asked.
const Flag = "-refuse"

// Toolexec returns the value of -toolexec with which exe is asked. It reports whether
// there is one: the go command splits the value at spaces, and knows no way to write
// a name with both kinds of quotes.
func Toolexec(exe string) (value string, ok bool) {
	for _, quote := range []string{"", "'", `"`} {
		if quote == "" && !strings.ContainsAny(exe, " \t\r\n'\"") || quote != "" && !strings.Contains(exe, quote) {
			return quote + exe + quote + " " + Flag, true
		}
	}
	return "", false
}

// Run does what is asked of a tool with arguments if that is its version, and refuses
// the rest. It returns the exit code. C compilers say their version together with what
// they would do.
func Run(tool []string) int {
	if len(tool) < 2 || tool[1] != "-V=full" && tool[1] != "-###" {
		return 1
	}
	cmd := exec.Command(tool[0], tool[1:]...) //nolint:gosec // the go command names its own tools
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return exit.ExitCode()
	}
	if err != nil {
		return 1
	}
	return 0
}
