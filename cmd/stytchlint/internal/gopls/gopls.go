// Package gopls builds a gopls that runs the checks of stytchlint while people
// type. Gopls has no plugins, but a module whose path lies below its own may
// import its packages: a small module around it, which this package writes and
// the go command builds, adds the checks to an unmodified gopls.
package gopls

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// Options say what to build.
type Options struct {
	Version  string    // of gopls; "" is the newest that the go command at hand can build
	Output   string    // the file to write; "" is one in the cache
	Source   Source    // the stytchlint to build in
	CacheDir string    // the folder of this program below the user's cache
	Progress io.Writer // gets a line for each step
}

// An Error tells a person what went wrong, and what to do about it.
type Error struct {
	Detail string // what the go command said; may be empty
	Msg    string // one line
	Hint   string // one line; may be empty
}

func (e *Error) Error() string { return e.Msg }

// Build builds gopls and returns the path of the program. Until it is complete
// and has shown that it starts, a program that was there before stays.
func Build(ctx context.Context, o Options) (string, error) {
	goCommand, err := findGo()
	if err != nil {
		return "", err
	}
	release, err := goCommand.choose(ctx, o.Version)
	if err != nil {
		return "", err
	}
	dir, err := prepare(ctx, goCommand, release, o)
	if err != nil {
		return "", err
	}
	output := cmp.Or(o.Output, filepath.Join(dir, executable("gopls")))
	if output, err = filepath.Abs(output); err != nil {
		return "", err
	}
	if info, err := os.Stat(output); err == nil && info.IsDir() {
		return "", &Error{
			Msg:  fmt.Sprintf("-o %s: is a directory", output),
			Hint: "name the program, too: -o " + filepath.Join(output, executable("gopls")),
		}
	}
	return output, compile(ctx, goCommand, release, o, dir, output)
}

// compile builds the module in dir and puts the program where it is wanted.
func compile(ctx context.Context, goCommand *goCommand, release Release, o Options, dir, output string) error {
	log, err := os.Create(filepath.Join(dir, "build.log"))
	if err != nil {
		return err
	}
	defer log.Close() //nolint:errcheck // the log of a failure that is reported anyway

	// The modules are fetched apart from the build, to tell a missing network
	// from code that does not compile.
	if out, err := goCommand.run(ctx, dir, log, "list", "-deps", "."); err != nil {
		return notDownloaded(release, lastLines(out.stderr), err)
	}

	if err := os.MkdirAll(filepath.Dir(output), 0o755); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(filepath.Dir(output), ".stytchlint-gopls-*") // on the same disk
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp) //nolint:errcheck // a leftover beside the program
	built := filepath.Join(tmp, executable("gopls"))
	fmt.Fprintf(o.Progress, "building gopls %s with stytchlint %s; the first time this takes a minute or more\n", release.Version, o.Source)
	if out, err := goCommand.run(ctx, dir, log, "build", "-trimpath", "-buildvcs=false",
		"-ldflags=-s -w -X main.version="+release.Version+"+stytchlint", "-o", built, "."); err != nil {
		return failed(err, &Error{
			Detail: lastLines(out.stderr),
			Msg:    fmt.Sprintf("gopls %s could not be built", release.Version),
			Hint:   "everything that the go command said is in " + log.Name(),
		})
	}
	if out, err := run(ctx, dir, log, built, "version"); err != nil {
		return failed(err, &Error{
			Detail: lastLines(out.stderr),
			Msg:    fmt.Sprintf("the gopls %s that was built does not start", release.Version),
			Hint:   "everything that it said is in " + log.Name(),
		})
	}
	return os.Rename(built, output)
}

// notDownloaded says that modules are missing.
func notDownloaded(release Release, detail string, err error) error {
	return failed(err, &Error{
		Detail: detail,
		Msg:    fmt.Sprintf("the modules of gopls %s could not be downloaded", release.Version),
		Hint:   "the go command needs the network for them, or a module proxy that it reaches (see 'go help goproxy')",
	})
}

// executable returns the file name of a program.
func executable(name string) string {
	if runtime.GOOS == "windows" {
		return name + ".exe"
	}
	return name
}
