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

// TestOddBytes has files with bytes that scripts cannot hold.
func TestOddBytes(t *testing.T) {
	t.Parallel()
	const place, wrong, right = "odd/odd.go:11:46: ", `"sesion_not_found"`, `"session_not_found"`
	for _, tt := range []struct {
		name   string
		source string
		code   int
		want   string // is in the output
	}{
		{"byte order mark", "\ufeff" + oddSource, exitFindings, place + wrong},
		{"carriage returns", strings.ReplaceAll(oddSource, "\n", "\r\n"), exitFindings, place + wrong},
		{"no newline at the end", strings.TrimSuffix(oddSource, "\n"), exitFindings, place + wrong},
		{"large literal", oddSource + "\nconst large = \"" + strings.Repeat("x", 10<<20) + "\"\n", exitFindings, place + wrong},
		{"large raw literal", oddSource + "\nconst large = `" + strings.Repeat("x\n", 5<<20) + "`\n", exitFindings, place + wrong},
		{"large code", strings.Replace(oddSource, "sesion", strings.Repeat("sesion", 1<<20), 1), exitFindings, place + `"sesion`},
		{"long line", strings.Replace(oddSource, "return ", "return "+strings.Repeat("true && ", 1<<12), 1), exitFindings, wrong},
		{"invalid UTF-8 in a literal", strings.Replace(oddSource, "sesion", "ses\xffion", 1), exitError, "odd/odd.go:11:50: illegal UTF-8 encoding"},
		{"invalid UTF-8 before", strings.Replace(oddSource, "import", "// \xff\nimport", 1), exitError, "odd/odd.go:3:4: illegal UTF-8 encoding"},
		{"NUL in a literal", strings.Replace(oddSource, "sesion", "ses\x00ion", 1), exitError, "odd/odd.go:11:50: illegal character NUL"},
		{"byte order mark in a literal", strings.Replace(oddSource, "sesion", "\ufeffsesion", 1), exitError, "odd/odd.go:11:47: illegal byte order mark"},
		{"nothing but spaces", " \n\t\n", exitError, "odd/odd.go:2:3: expected 'package', found 'EOF'"},
		{"nested too deeply", oddSource + "\nvar x = " + strings.Repeat("(", 200_000) + "1" + strings.Repeat(")", 200_000) + "\n", exitError, "odd/odd.go:14:100009: exceeded max nesting depth"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := oddModule(t, tt.source)
			for _, engine := range []string{engineDirect, engineVet} {
				stdout, stderr, code := runIn(t, dir, program, "-engine="+engine, "./odd")
				if code != tt.code || !strings.Contains(stdout+stderr, tt.want) {
					t.Errorf("-engine=%s: exit code %d, want %d and %q:\n%.400s%.400s", engine, code, tt.code, tt.want, stdout, stderr)
				}
			}
			fixed := tt.source
			if tt.code == exitFindings && strings.Contains(tt.source, wrong) {
				tt.code = exitClean
				fixed = strings.Replace(tt.source, wrong, right, 1)
			}
			for range 2 {
				if stdout, stderr, code := runIn(t, dir, program, "-fix", "./odd"); code != tt.code {
					t.Errorf("-fix: exit code %d, want %d:\n%.400s%.400s", code, tt.code, stdout, stderr)
				}
				got, err := os.ReadFile(filepath.Join(dir, "odd", "odd.go"))
				if err != nil || string(got) != fixed {
					t.Errorf("-fix makes %.400q, want %.400q", got, fixed)
				}
			}
		})
	}
}

// oddModule writes a module with the package odd, of one file.
func oddModule(t *testing.T, source string) string {
	t.Helper()
	dir := t.TempDir()
	sdk, err := filepath.Abs(filepath.Join("testdata", "sdk"))
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"go.mod": "module example.com/app\n\ngo 1.26\n\nrequire github.com/stytchauth/stytch-go/v17 v17.0.0\n\n" +
			"replace github.com/stytchauth/stytch-go/v17 => " + strconv.Quote(filepath.ToSlash(sdk)) + "\n",
		"odd/odd.go": source,
	} {
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
