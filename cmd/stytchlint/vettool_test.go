package main

import (
	"slices"
	"strings"
	"testing"
)

func TestIsVettool(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		args []string
		want bool
	}{
		{nil, false},
		{[]string{"-V=full"}, true},
		{[]string{"-flags"}, true},
		{[]string{"/tmp/b001/vet.cfg"}, true},
		{[]string{"-json", "-stytchcode.known=a", "/tmp/b001/vet.cfg"}, true},
		{[]string{"-V=full", "./..."}, false},
		{[]string{"./..."}, false},
		{[]string{"-format=json", "./..."}, false},
		{[]string{"explain", "session_not_found"}, false},
	} {
		if got := isVettool(tt.args); got != tt.want {
			t.Errorf("isVettool(%q) = %v, want %v", tt.args, got, tt.want)
		}
	}
}

// TestLinked holds the libraries that people's output and configuration need to
// what a process of go vet can afford: each initialises them, too.
func TestLinked(t *testing.T) {
	t.Parallel()
	stdout, stderr, code := runIn(t, ".", "go", "list", "-deps", ".")
	if code != 0 {
		t.Fatal(stderr)
	}
	linked := strings.Fields(stdout)
	for _, path := range []string{
		"net/http",                                 // with crypto/tls and much else
		"github.com/xeipuuv/gojsonschema",          // 1 ms; go-sarif v3 imports it
		"go.yaml.in/yaml/v3",                       // compiles a regular expression
		"github.com/santhosh-tekuri/jsonschema/v6", // for tests
	} {
		if slices.Contains(linked, path) {
			t.Errorf("the program is linked with %s", path)
		}
	}
	if !slices.Contains(linked, "github.com/urfave/cli/v3") {
		t.Errorf("the list is not of this program: %s", stdout)
	}
}
