package editor_test

import (
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/txtar"

	"github.com/stytchlint/stytchlint/analyzer/editor"
	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/catalog"
)

// cursor marks where the cursor is in the source of a case.
const cursor = "¦"

// A written is a case: what is being written, and what is known of it.
type written struct {
	name, want, src string
	offset          int // of the cursor
}

// cases returns those of a file in testdata. Each begins with a line that says what
// is to be known. What is not a whole file is the body of a function that has an
// error.
func cases(tb testing.TB, name string) []written {
	tb.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	prelude, err := os.ReadFile(filepath.Join("testdata", "prelude.txt"))
	if err != nil {
		tb.Fatal(err)
	}
	var list []written
	for _, file := range archive.Files {
		want, src, _ := strings.Cut(string(file.Data), "\n")
		if !strings.HasPrefix(src, "package ") {
			src = string(prelude) + src + "\treturn false\n}\n"
		}
		before, after, ok := strings.Cut(src, cursor)
		if !ok || strings.Contains(after, cursor) {
			tb.Fatalf("%s: %s has no cursor, or more than one", name, file.Name)
		}
		list = append(list, written{file.Name, want, before + after, len(before)})
	}
	return list
}

func testdata(tb testing.TB) string {
	tb.Helper()
	dir, err := filepath.Abs("../../testdata")
	if err != nil {
		tb.Fatal(err)
	}
	return dir
}

// flows returns what is known of the packages of some sources.
func flows(tb testing.TB, sources []string) []*editor.Flow {
	tb.Helper()
	return analyze(tb, load(tb, sources)...)
}

// load returns the packages of some sources. All are loaded at once, which is much
// quicker.
func load(tb testing.TB, sources []string) []*packages.Package {
	tb.Helper()
	dir := testdata(tb)
	overlay := map[string][]byte{
		filepath.Join(dir, "src", "github.com", "stytchlint", "stytchlint", "catalog", "code", "code.go"): []byte("package code\n\nconst SessionNotFound = \"session_not_found\"\n"),
	}
	var patterns []string
	for i, src := range sources {
		name := fmt.Sprintf("editor%d", i)
		overlay[filepath.Join(dir, "src", name, name+".go")] = []byte(src)
		patterns = append(patterns, name)
	}
	return fixtest.Load(tb, dir, overlay, patterns...)
}

func analyze(tb testing.TB, pkgs ...*packages.Package) []*editor.Flow {
	tb.Helper()
	list := make([]*editor.Flow, len(pkgs))
	for i, act := range fixtest.Analyze(tb, editor.Analyzer, pkgs) {
		if act.Err != nil {
			tb.Fatal(act.Err)
		}
		list[i] = act.Result.(*editor.Flow)
	}
	return list
}

// ask runs cases through a question about the position of the cursor.
func ask(t *testing.T, name string, question func(f *editor.Flow, pos token.Pos, src string, base int) string) {
	t.Helper()
	list := cases(t, name)
	sources := make([]string, len(list))
	for i, c := range list {
		sources[i] = c.src
	}
	for i, f := range flows(t, sources) {
		c := list[i]
		t.Run(c.name, func(t *testing.T) {
			base := int(editor.FileStart(f))
			if got := question(f, token.Pos(base+c.offset), c.src, base); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func sets(list []*catalog.Set) string {
	var names []string
	for _, set := range list {
		switch set {
		case catalog.Stytch():
			names = append(names, "api")
		case catalog.OAuth2():
			names = append(names, "oauth2")
		}
	}
	return strings.Join(names, "+")
}

func TestPlaces(t *testing.T) {
	ask(t, "places.txtar", func(f *editor.Flow, pos token.Pos, src string, base int) string {
		p, ok := editor.PlaceAt(f, pos)
		if !ok {
			return "nothing"
		}
		parts := []string{sets(p.Sets)}
		if text := src[int(p.Pos)-base : int(p.End)-base]; text != "" {
			parts = append(parts, text)
		}
		for _, flag := range []struct {
			name string
			set  bool
		}{{"open", p.Open}, {"part", p.Part}, {"upper", p.Upper}} {
			if flag.set {
				parts = append(parts, flag.name)
			}
		}
		if quoted := strings.ContainsAny(src[int(p.Pos)-base:int(p.End)-base], "\"`"); quoted != p.Quoted {
			t.Errorf("quoted is %v", p.Quoted)
		}
		if len(p.Present) > 0 {
			parts = append(parts, "beside "+strings.Join(p.Present, ", "))
		}
		for _, op := range p.Operations {
			parts = append(parts, "of "+op)
		}
		return strings.Join(parts, "; ")
	})
}
