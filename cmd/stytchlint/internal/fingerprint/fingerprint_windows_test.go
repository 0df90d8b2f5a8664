package fingerprint_test

import (
	"testing"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/fingerprint"
)

// A baseline that was written on one system holds on the others.
func TestFileOnDrives(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		`C:\src\app\a\b.go`: "a/b.go",
		`c:\Src\app\a\b.go`: "a/b.go",
		`C:\src\lib\c.go`:   "../lib/c.go",
		`D:\src\lib\c.go`:   "D:/src/lib/c.go",
	} {
		if got := fingerprint.File(finding.Finding{File: file}, `C:\src\app`); got != want {
			t.Errorf("%s is %s, want %s", file, got, want)
		}
	}
}
