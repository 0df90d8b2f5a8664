package gopls

import (
	"errors"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
)

func TestFindSource(t *testing.T) {
	t.Parallel()
	root, err := filepath.Abs(filepath.Join("..", "..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := t.TempDir()
	if err := os.WriteFile(filepath.Join(elsewhere, "go.mod"), []byte("module example.com/app\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	module := func(version, sum string) *debug.BuildInfo {
		return &debug.BuildInfo{Main: debug.Module{Path: modulePath, Version: version, Sum: sum}}
	}
	const pseudo = "v0.0.0-20260102030405-0123456789ab"
	for name, tt := range map[string]struct {
		info       *debug.BuildInfo
		flag       string
		workingDir string
		want       Source
		wrong      string // part of the message
	}{
		"installed":              {info: module("v1.2.3", "h1:x="), workingDir: elsewhere, want: Source{Version: "v1.2.3", Sum: "h1:x="}},
		"installed at a commit":  {info: module(pseudo, "h1:x="), workingDir: elsewhere, want: Source{Version: pseudo, Sum: "h1:x="}},
		"installed, in checkout": {info: module("v1.2.3", "h1:x="), workingDir: root, want: Source{Version: "v1.2.3", Sum: "h1:x="}},
		"built at a tag":         {info: module("v1.2.3-rc.1", ""), workingDir: elsewhere, want: Source{Version: "v1.2.3-rc.1"}},
		"tool of a module": {info: &debug.BuildInfo{
			Main: debug.Module{Path: "example.com/app", Version: "(devel)"},
			Deps: []*debug.Module{{Path: "example.com/x", Sum: "h1:y="}, {Path: modulePath, Version: "v1.2.3", Sum: "h1:x="}},
		}, workingDir: elsewhere, want: Source{Version: "v1.2.3", Sum: "h1:x="}},
		"replaced": {info: &debug.BuildInfo{
			Deps: []*debug.Module{{Path: modulePath, Version: "v1.2.3", Replace: &debug.Module{Path: "../stytchlint"}}},
		}, workingDir: elsewhere, wrong: "built from a checkout"},
		"built at a commit":        {info: module(pseudo, ""), workingDir: elsewhere, wrong: "built from a checkout"},
		"built with changes":       {info: module("v1.2.3+dirty", ""), workingDir: elsewhere, wrong: "built from a checkout"},
		"built without a version":  {info: module("(devel)", ""), workingDir: elsewhere, wrong: "built from a checkout"},
		"no information":           {workingDir: elsewhere, wrong: "built from a checkout"},
		"in the checkout":          {info: module("(devel)", ""), workingDir: root, want: Source{Dir: root}},
		"deep in the checkout":     {info: module(pseudo, ""), workingDir: filepath.Join(root, "cmd", "stytchlint"), want: Source{Dir: root}},
		"in a module below":        {info: module("(devel)", ""), workingDir: filepath.Join(root, "testdata", "example"), want: Source{Dir: root}},
		"a flag":                   {info: module("v1.2.3", "h1:x="), flag: root, workingDir: elsewhere, want: Source{Dir: root}},
		"a flag for another place": {info: module("v1.2.3", "h1:x="), flag: elsewhere, workingDir: root, wrong: "not the folder of the module"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := FindSource(tt.info, tt.flag, tt.workingDir)
			if tt.wrong != "" {
				if explained, ok := errors.AsType[*Error](err); !ok || !strings.Contains(explained.Msg, tt.wrong) || explained.Hint == "" {
					t.Errorf("got %+v, %v, want %s", got, err, tt.wrong)
				}
				return
			}
			if err != nil || got != tt.want {
				t.Errorf("got %+v, %v, want %+v", got, err, tt.want)
			}
		})
	}
}
