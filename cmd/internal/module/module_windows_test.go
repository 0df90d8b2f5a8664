package module_test

import (
	"testing"

	"github.com/stytchlint/stytchlint/cmd/internal/module"
)

// The go command and what it runs do not always agree on a drive's case.
func TestRelOnDrives(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		dir, file, want string
		ok              bool
	}{
		{`C:\src\app`, `C:\src\app\a\b.go`, "a/b.go", true},
		{`C:\src\app`, `c:\Src\app\a\b.go`, "a/b.go", true},
		{`C:\src\app\`, `C:/src/app/b.go`, "b.go", true},
		{`C:\`, `C:\a\b.go`, "a/b.go", true},
		{`\\server\share\app`, `\\server\share\app\a\b.go`, "a/b.go", true},
		{`C:\src\app`, `C:\src\application\b.go`, "C:/src/application/b.go", false},
		{`C:\src\app`, `D:\src\app\b.go`, "D:/src/app/b.go", false},
		{`C:\src\app`, `\\server\share\app\b.go`, "//server/share/app/b.go", false},
	} {
		if name, ok := module.Rel(tt.dir, tt.file); name != tt.want || ok != tt.ok {
			t.Errorf("%s below %s: got %s, %t, want %s, %t", tt.file, tt.dir, name, ok, tt.want, tt.ok)
		}
	}
}
