package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestPrintIdentity(t *testing.T) {
	t.Parallel()
	// The SHA-256 of "abc", from FIPS 180.
	const sumOfABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	note := strings.Repeat("\x00", 4096) + "\x04\x00\x00\x00Go\x00\x00"
	for _, tt := range []struct{ content, want string }{
		{"abc", sumOfABC},
		{note + "action_/action-main/content/abcdefghij0123456789\x04\x00", "abcdefghij0123456789"},
		{"MZ\xff Go build ID: \"a/b/c/abcdefghij0123456789\"\n \xff", "abcdefghij0123456789"},
		{"MZ\xff Go build ID: \"redacted\"\n \xff", ""},
		{"MZ\xff Go build ID: \"\"\n \xff", ""},
		{"MZ\xff Go build ID: \"a/b/c/short\"\n \xff", ""},
		{note + "a/b/c/abcdefghij0123456789", ""}, // cut off
	} {
		exe := filepath.Join(t.TempDir(), "my tool")
		if err := os.WriteFile(exe, []byte(tt.content), 0o600); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := printIdentity(&b, exe); err != nil {
			t.Fatal(err)
		}
		id, ok := strings.CutPrefix(b.String(), "stytchlint version devel comments-go-here buildID=")
		if id = strings.TrimSuffix(id, "\n"); !ok || tt.want != "" && id != tt.want || tt.want == "" && len(id) != len(sumOfABC) {
			t.Errorf("%q: got %q, want %q", tt.content, b.String(), tt.want)
		}
		if err := printIdentity(&b, exe+"2"); err == nil {
			t.Error("no error for a missing file")
		}
	}
}

// TestIdentityOfBuild asks the program, and the go command about it.
func TestIdentityOfBuild(t *testing.T) {
	t.Parallel()
	want, err := exec.Command("go", "tool", "buildid", program).Output()
	if err != nil {
		t.Fatal(err)
	}
	got, err := exec.Command(program, "-V=full").Output()
	if err != nil {
		t.Fatal(err)
	}
	_, id, _ := strings.Cut(strings.TrimSpace(string(got)), "buildID=")
	if parts := strings.Split(strings.TrimSpace(string(want)), "/"); len(parts) != 4 || id != parts[3] {
		t.Errorf("%s\nand the go command says %s", got, want)
	}
}
