package main

import (
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/site"
)

// TestMain leaves the playground out of the sites that tests make.
func TestMain(m *testing.M) {
	newPlayground = func(context.Context, string) (site.Playground, error) { return site.Playground{}, nil }
	m.Run()
}

// TestElsewhere runs the program where the source is not.
func TestElsewhere(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, args := range [][]string{{"-check"}, {"-o", "site"}} {
		var stderr strings.Builder
		if status := run(t.Context(), args, &stderr); status != 1 || !strings.Contains(stderr.String(), "in a clone of it") {
			t.Errorf("%v: the status is %d: %s", args, status, &stderr)
		}
	}
}

// TestUsage tells what happens on wrong usage and if help is asked for.
func TestUsage(t *testing.T) {
	t.Parallel()
	tests := []struct {
		args   []string
		status int
		stderr string
	}{
		{nil, 2, "say where the site is to go"},
		{[]string{"site"}, 2, "say where the site is to go"},
		{[]string{"-o", "site", "more"}, 2, "say where the site is to go"},
		{[]string{"-p"}, 2, "flag provided but not defined: -p"},
		{[]string{"-help"}, 0, "-http HOST:PORT"},
		{[]string{"-http", "nowhere:port"}, 1, "stytchsite: listen tcp"},
		{[]string{"-check"}, 0, ""},
	}
	for _, test := range tests {
		t.Run(strings.Join(test.args, " "), func(t *testing.T) {
			t.Parallel()
			var stderr strings.Builder
			if got := run(t.Context(), test.args, &stderr); got != test.status {
				t.Errorf("the status is %d, want %d", got, test.status)
			}
			if !strings.Contains(stderr.String(), test.stderr) {
				t.Errorf("it says %q, want %q", &stderr, test.stderr)
			}
		})
	}
}

// TestWrite writes the site twice, and to where it cannot go.
func TestWrite(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "site")
	for range 2 {
		var stderr strings.Builder
		if status := run(t.Context(), []string{"-o", dir}, &stderr); status != 0 || !strings.Contains(stderr.String(), dir) {
			t.Fatalf("the status is %d: %s", status, &stderr)
		}
	}
	file := filepath.Join(dir, "index.html")
	if _, err := os.Stat(file); err != nil {
		t.Error(err)
	}
	var stderr strings.Builder
	if status := run(t.Context(), []string{"-o", file}, &stderr); status != 1 || !strings.Contains(stderr.String(), file) {
		t.Errorf("the status is %d: %s", status, &stderr)
	}
}

// TestServe serves the site until the program is interrupted, but not where another
// one serves.
func TestServe(t *testing.T) {
	t.Parallel()
	ctx, interrupt := context.WithCancel(t.Context())
	defer interrupt()
	stderr, out := io.Pipe()
	status := make(chan int)
	go func() { status <- run(ctx, []string{"-http", "localhost:0"}, out) }()
	line := make([]byte, 200)
	n, err := stderr.Read(line)
	if err != nil {
		t.Fatal(err)
	}
	url := regexp.MustCompile(`http://[^,]+`).FindString(string(line[:n]))
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url+"/codes.html", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close() //nolint:errcheck // it is read to its end
	if body, err := io.ReadAll(response.Body); err != nil || !strings.Contains(string(body), "session_not_found") {
		t.Errorf("the page is %s, %v", body, err)
	}
	var taken strings.Builder
	if status := run(t.Context(), []string{"-http", strings.TrimPrefix(url, "http://")}, &taken); status != 1 {
		t.Errorf("the status is %d where another one serves: %s", status, &taken)
	}
	interrupt()
	if status := <-status; status != 0 {
		t.Errorf("the status is %d after an interrupt", status)
	}
}

// reserved matches names that Windows does not have, and characters that it has in
// none.
var reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|[<>:"\\|?*\x00-\x1f]|[. ]$`)

// TestNames asks for names that each file system can hold beside each other. The
// playground asks that of its own.
func TestNames(t *testing.T) {
	t.Parallel()
	files, err := build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	folded := make(map[string]string)
	for name := range files {
		for part := range strings.SplitSeq(name, "/") {
			if reserved.MatchString(part) || len(part) > 120 {
				t.Errorf("%s is no name on Windows", name)
			}
		}
		lower := strings.ToLower(name)
		if other := folded[lower]; other != "" {
			t.Errorf("%s and %s differ in case alone", name, other)
		}
		folded[lower] = name
	}
}
