package main

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// oddSource is a package with a mistake on line 6. Its name stands for a wrong
// one that a fix puts right. It imports the SDK alone, and so little is loaded.
const oddSource = `package odd

import "github.com/stytchauth/stytch-go/v17/stytch/stytcherror"

func gone(e stytcherror.Error) bool {
	return e.ErrorType == "sesion_not_found"
}
`

// TestOddBytes has files with bytes that scripts cannot hold. Each is a package
// of one of two modules, of those in which something is found and of those that
// cannot be read.
func TestOddBytes(t *testing.T) {
	t.Parallel()
	const place, wrong, right = "odd.go:6:24: ", `"sesion_not_found"`, `"session_not_found"`
	t.Run("found", func(t *testing.T) {
		t.Parallel()
		cases := map[string]odd{
			"mark":      {"\ufeff" + oddSource, place + wrong},
			"returns":   {strings.ReplaceAll(oddSource, "\n", "\r\n"), place + wrong},
			"noend":     {strings.TrimSuffix(oddSource, "\n"), place + wrong},
			"large":     {oddSource + "\nconst large = \"" + strings.Repeat("x", 1<<20) + "\"\n", place + wrong},
			"largeraw":  {oddSource + "\nconst large = `" + strings.Repeat("x\n", 1<<19) + "`\n", place + wrong},
			"largecode": {strings.Replace(oddSource, "sesion", strings.Repeat("sesion", 1<<17), 1), place + `"sesion`},
			"longline":  {strings.Replace(oddSource, "return ", "return "+strings.Repeat("true && ", 1<<12), 1), "odd.go:6:32792: " + wrong},
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
			"utf8literal": {strings.Replace(oddSource, "sesion", "ses\xffion", 1), "odd.go:6:28: illegal UTF-8 encoding"},
			"utf8before":  {strings.Replace(oddSource, "import", "// \xff\nimport", 1), "odd.go:3:4: illegal UTF-8 encoding"},
			"zero":        {strings.Replace(oddSource, "sesion", "ses\x00ion", 1), "odd.go:6:28: illegal character NUL"},
			"markwithin":  {strings.Replace(oddSource, "sesion", "\ufeffsesion", 1), "odd.go:6:25: illegal byte order mark"},
			"spaces":      {" \n\t\n", "odd.go:2:3: expected 'package', found 'EOF'"},
			"nested":      {oddSource + "\nvar x = " + strings.Repeat("(", 200_000) + "1" + strings.Repeat(")", 200_000) + "\n", "odd.go:9:100009: exceeded max nesting depth"},
		}
		dir := oddModule(t, cases)
		alone := []string{program}
		for _, name := range slices.Sorted(maps.Keys(cases)) {
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
	writeOdd(t, dir, cases)
	return dir
}

// smallModule writes a module for tests that need something to find and do not mind
// what: in each of the packages web and checkout, one thing that can be fixed.
func smallModule(t *testing.T, dir string) {
	t.Helper()
	checkout := strings.NewReplacer("package odd", "package checkout", "sesion", "sessoin").Replace(oddSource)
	writeOdd(t, dir, map[string]odd{"web": {source: oddSource}, "checkout": {source: checkout}})
}

func writeOdd(t *testing.T, dir string, cases map[string]odd) {
	t.Helper()
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
}
