package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// oddSource is a package with a mistake on line 11. Its name stands for a wrong
// one that a fix puts right.
const oddSource = `package odd

import (
	"errors"

	"github.com/stytchauth/stytch-go/v17/stytch/stytcherror"
)

func gone(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "sesion_not_found"
}
`

// TestOddBytes has files with bytes that scripts cannot hold. Each is a package
// of one of two modules, of those in which something is found and of those that
// cannot be read.
func TestOddBytes(t *testing.T) {
	t.Parallel()
	const place, wrong, right = "odd.go:11:46: ", `"sesion_not_found"`, `"session_not_found"`
	t.Run("found", func(t *testing.T) {
		t.Parallel()
		cases := map[string]odd{
			"mark":      {"\ufeff" + oddSource, place + wrong},
			"returns":   {strings.ReplaceAll(oddSource, "\n", "\r\n"), place + wrong},
			"noend":     {strings.TrimSuffix(oddSource, "\n"), place + wrong},
			"large":     {oddSource + "\nconst large = \"" + strings.Repeat("x", 10<<20) + "\"\n", place + wrong},
			"largeraw":  {oddSource + "\nconst large = `" + strings.Repeat("x\n", 5<<20) + "`\n", place + wrong},
			"largecode": {strings.Replace(oddSource, "sesion", strings.Repeat("sesion", 1<<20), 1), place + `"sesion`},
			"longline":  {strings.Replace(oddSource, "return ", "return "+strings.Repeat("true && ", 1<<12), 1), "odd.go:11:32814: " + wrong},
		}
		dir := oddModule(t, cases)
		checkOdd(t, dir, cases, exitFindings, program, "./...")
		checkOdd(t, dir, cases, exitFindings, "go", "vet", "-vettool="+program, "./...")
		for range 2 {
			left := checkOdd(t, dir, map[string]odd{"largecode": cases["largecode"]}, exitFindings, program, "-fix", "./...")
			if n := strings.Count(left, "odd.go:"); n != 1 {
				t.Errorf("after -fix, %d findings are left", n)
			}
			for name, c := range cases {
				checkSource(t, dir, name, strings.Replace(c.source, wrong, right, 1))
			}
		}
	})
	t.Run("unreadable", func(t *testing.T) {
		t.Parallel()
		cases := map[string]odd{
			"utf8literal": {strings.Replace(oddSource, "sesion", "ses\xffion", 1), "odd.go:11:50: illegal UTF-8 encoding"},
			"utf8before":  {strings.Replace(oddSource, "import", "// \xff\nimport", 1), "odd.go:3:4: illegal UTF-8 encoding"},
			"zero":        {strings.Replace(oddSource, "sesion", "ses\x00ion", 1), "odd.go:11:50: illegal character NUL"},
			"markwithin":  {strings.Replace(oddSource, "sesion", "\ufeffsesion", 1), "odd.go:11:47: illegal byte order mark"},
			"spaces":      {" \n\t\n", "odd.go:2:3: expected 'package', found 'EOF'"},
			"nested":      {oddSource + "\nvar x = " + strings.Repeat("(", 200_000) + "1" + strings.Repeat(")", 200_000) + "\n", "odd.go:14:100009: exceeded max nesting depth"},
		}
		dir := oddModule(t, cases)
		alone := []string{program}
		for name := range cases {
			alone = append(alone, "./"+name)
		}
		checkOdd(t, dir, cases, exitError, alone...)
		checkOdd(t, dir, cases, exitError, program, "-fix", "./...")
		for name, c := range cases {
			checkSource(t, dir, name, c.source)
		}
	})
}

// An odd file has something odd in it.
type odd struct {
	source string
	want   string // the line of the output for it, from the name of the file on
}

// checkOdd runs a command, and looks in what it says for what is to be said of
// files.
func checkOdd(t *testing.T, dir string, cases map[string]odd, want int, args ...string) string {
	t.Helper()
	stdout, stderr, code := runIn(t, dir, args[0], args[1:]...)
	if code != want {
		t.Errorf("%s: exit code %d, want %d:\n%.400s%.400s", args, code, want, stdout, stderr)
	}
	for name, c := range cases {
		if !strings.Contains(stdout+stderr, name+"/"+c.want) {
			t.Errorf("%s does not say %s/%s:\n%.400s%.400s", args, name, c.want, stdout, stderr)
		}
	}
	return stdout
}

func checkSource(t *testing.T, dir, name, want string) {
	t.Helper()
	got, err := os.ReadFile(filepath.Join(dir, name, "odd.go"))
	if err != nil || string(got) != want {
		t.Errorf("%s is %.400q, want %.400q", name, got, want)
	}
}

// oddModule writes a module with packages of one file each.
func oddModule(t *testing.T, cases map[string]odd) string {
	t.Helper()
	dir := t.TempDir()
	sdk, err := filepath.Abs(filepath.Join("testdata", "sdk"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{
		"go.mod": "module example.com/app\n\ngo 1.26\n\nrequire github.com/stytchauth/stytch-go/v17 v17.0.0\n\n" +
			"replace github.com/stytchauth/stytch-go/v17 => " + strconv.Quote(filepath.ToSlash(sdk)) + "\n",
	}
	for name, c := range cases {
		files[name+"/odd.go"] = c.source
	}
	for name, content := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
