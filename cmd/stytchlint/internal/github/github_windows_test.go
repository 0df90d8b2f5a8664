package github_test

import (
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/source"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/github"
)

func TestWriteOnDrives(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		`C:\src\app\a\b.go`: "::error file=a/b.go,line=1,endLine=1,title=stytchcode::m\n",
		`D:\src\app\a\b.go`: "::error file=D%3A/src/app/a/b.go,line=1,endLine=1,title=stytchcode::m\n",
	} {
		var b strings.Builder
		if err := github.Write(&b, []finding.Finding{{Check: "stytchcode", Message: "m", File: file, Line: 1, EndLine: 1}}, `C:\src\app`, source.Files{}); err != nil {
			t.Fatal(err)
		}
		if b.String() != want {
			t.Errorf("%s: got %s want %s", file, &b, want)
		}
	}
}
