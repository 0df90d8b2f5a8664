package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestCommand checks what people see of a run: what is written to stderr, and the
// exit code.
func TestCommand(t *testing.T) {
	dir := folder(t, good())
	broken := good()
	broken[codesTSV] = strings.Replace(broken[codesTSV], "404", "4", 1)
	for _, test := range []struct {
		args []string
		code int
		want string // in stderr; no text means an empty one
	}{
		{[]string{"-check", dir}, 1, "zcodes.go is stale"},
		{[]string{dir}, 0, ""},
		{[]string{"-check", dir}, 0, ""},
		{[]string{folder(t, broken)}, 1, codesTSV + ":2: "},
		{[]string{filepath.Join(dir, "nowhere")}, 1, "open " + codesTSV + ": "},
		{[]string{"-h"}, 0, "-check"},
		{[]string{"-wrong"}, 2, "-check"},
		{[]string{dir, dir}, 2, "-check"},
	} {
		var stderr bytes.Buffer
		if code := command(test.args, &stderr); code != test.code {
			t.Errorf("%q: exit code %d, want %d", test.args, code, test.code)
		}
		if got := stderr.String(); !strings.Contains(got, test.want) || test.want == "" && got != "" {
			t.Errorf("%q: got %q, want %q", test.args, got, test.want)
		}
	}
}

// A file that cannot be written is named, and keeps its content.
func TestUnwritable(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no permissions of folders there")
	}
	file := func(t *testing.T) (dir, name string) {
		t.Helper()
		dir = folder(t, good())
		name = filepath.Join(dir, "zcodes.go")
		if err := os.WriteFile(name, []byte("package old\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		return dir, name
	}
	fails := func(t *testing.T, dir, name, why string) {
		t.Helper()
		err := run(dir, false)
		if err == nil || !strings.Contains(err.Error(), why) || !strings.Contains(err.Error(), name) {
			t.Errorf("got %v, want %s: %s", err, name, why)
		}
	}
	t.Run("file", func(t *testing.T) {
		dir, name := file(t)
		if err := os.Chmod(name, 0o444); err != nil {
			t.Fatal(err)
		}
		fails(t, dir, name, "permission denied")
		if content, err := os.ReadFile(name); err != nil || string(content) != "package old\n" {
			t.Errorf("the file has %q now; %v", content, err)
		}
	})
	t.Run("folder", func(t *testing.T) {
		dir := folder(t, good())
		name := filepath.Join(dir, "zcodes.go")
		if err := os.Mkdir(name, 0o777); err != nil {
			t.Fatal(err)
		}
		fails(t, dir, name, "not a regular file")
	})
	t.Run("no folder", func(t *testing.T) {
		dir := folder(t, good())
		name := filepath.Join(dir, "code")
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
		fails(t, dir, name, "not a directory")
	})
}
