package github_test

import (
	"errors"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/source"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/github"
)

func TestWrite(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	name, wantName := "b,c:100%.go", "a/b%2Cc%3A100%25.go"
	if runtime.GOOS == "windows" { // where a colon is not for names
		name, wantName = "b,c100%.go", "a/b%2Cc100%25.go"
	}
	file := filepath.Join(root, "a", name)
	outside := filepath.Join(filepath.Dir(root), "d.go")
	files := source.Files{file: []byte("one\n\t\"😀\" == x\n")}
	for _, tt := range []struct {
		name string
		in   finding.Finding
		want string
	}{
		{
			"a range on one line",
			finding.Finding{Check: "stytchcode", Message: "100%: no,\r\nnot so", File: file, Line: 2, Column: 2, EndLine: 2, EndColumn: 8},
			"::error file=" + wantName + ",line=2,endLine=2,col=2,endColumn=6,title=stytchcode::100%25: no,%0D%0Anot so\n",
		},
		{
			"a range on two lines",
			finding.Finding{Check: "stytchcode", Message: "m", File: file, Line: 1, Column: 2, EndLine: 2, EndColumn: 2},
			"::error file=" + wantName + ",line=1,endLine=2,title=stytchcode::m\n",
		},
		{
			"a file that cannot be read",
			finding.Finding{Check: "stytchcode", Message: "m", File: filepath.Join(root, "gone.go"), Line: 1, Column: 2, EndLine: 1, EndColumn: 3},
			"::error file=gone.go,line=1,endLine=1,title=stytchcode::m\n",
		},
		{
			"a file elsewhere",
			finding.Finding{Check: "stytchcode", Message: "m", File: outside},
			"::error file=" + strings.ReplaceAll(filepath.ToSlash(outside), ":", "%3A") + ",title=stytchcode::m\n",
		},
		{"no place", finding.Finding{Check: "stytchcode", Message: "m"}, "::error title=stytchcode::m\n"},
	} {
		var b strings.Builder
		if err := github.Write(&b, []finding.Finding{tt.in}, root, files); err != nil {
			t.Fatal(err)
		}
		if b.String() != tt.want {
			t.Errorf("%s: got\n%swant\n%s", tt.name, &b, tt.want)
		}
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestWriteError(t *testing.T) {
	t.Parallel()
	if err := github.Write(brokenWriter{}, []finding.Finding{{}}, "", nil); err == nil {
		t.Error("no error")
	}
}
