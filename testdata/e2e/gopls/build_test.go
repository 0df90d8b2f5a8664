package gopls

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// TestCheckout builds gopls with a stytchlint that was not released, under
// settings of the user's shell that are for other modules.
func TestCheckout(t *testing.T) {
	installed(t) // so that gopls is compiled once
	dir := e2e.Temp(t)
	stytchlint := e2e.BuildStytchlint(t, dir)
	r := e2e.Run(t, e2e.Command{Dir: dir, Env: home(t), Args: []string{stytchlint, "gopls"}}).Want(t, 2)
	if !strings.Contains(r.Stderr, "hint: run it in the checkout, or name the folder with -stytchlint DIR") {
		t.Errorf("elsewhere it says\n%s", r.Stderr)
	}

	env := append(home(t), "GOFLAGS=-mod=vendor", "GOWORK="+filepath.Join(dir, "go.work"), "GO111MODULE=off")
	r = e2e.Run(t, e2e.Command{Dir: dir, Env: env, Args: []string{stytchlint, "gopls", "-stytchlint", e2e.Root(t)}}).Want(t, 0)
	gopls := strings.TrimSuffix(r.Stdout, "\n")
	if filepath.Base(gopls) != e2e.Exe("gopls") || !strings.HasPrefix(gopls, filepath.Join(shared, "home")) {
		t.Errorf("the program is %s, not in the user's cache", gopls)
	}
	module := e2e.Copy(t, "e2e/across")
	r = e2e.Run(t, e2e.Command{Dir: module, Env: home(t), Args: []string{gopls, "check", filepath.Join("web", "web.go")}}).Want(t, 0)
	want := e2e.Findings(t, stytchlint, module)[0].Message
	if strings.Count(r.Stdout, want) != 1 {
		t.Errorf("gopls check prints\n%swant once %s", r.Stdout, want)
	}

	// Again, in the checkout itself.
	again := e2e.Run(t, e2e.Command{Dir: e2e.Root(t), Env: env, Args: []string{stytchlint, "gopls"}}).Want(t, 0)
	if strings.TrimSuffix(again.Stdout, "\n") != gopls {
		t.Errorf("in the checkout the program is %q, want %q", again.Stdout, gopls)
	}
	if strings.Contains(again.Stderr, "downloading") {
		t.Errorf("the second time it downloads again:\n%s", again.Stderr)
	}
}

// TestRefusals says what is wrong where nothing can be built.
func TestRefusals(t *testing.T) {
	stytchlint, _ := installed(t)
	for name, tt := range map[string]struct {
		args, env []string
		want      string
	}{
		"unsupported version": {[]string{"-version=v0.22.0"}, nil, "gopls v0.22.0 is not supported\nhint: supported are v0.23.0 (with Go 1.26 or later)"},
		"no go":               {nil, []string{"PATH=" + shared}, "the go command is not in PATH\n"},
		"no network": {
			nil,
			[]string{"GOPROXY=off", "GOMODCACHE=" + filepath.Join(shared, "empty"), "XDG_CACHE_HOME=" + filepath.Join(shared, "nothing"), "HOME=" + filepath.Join(shared, "nothing"), "LocalAppData=" + filepath.Join(shared, "nothing")},
			"could not be downloaded\nhint: the go command needs the network",
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := e2e.Run(t, e2e.Command{
				Dir:  shared,
				Env:  append(home(t), tt.env...),
				Args: append([]string{stytchlint, "gopls"}, tt.args...),
			}).Want(t, 2)
			if !strings.Contains(r.Stderr, tt.want) || r.Stdout != "" {
				t.Errorf("got\n%s%swant %s", r.Stdout, r.Stderr, tt.want)
			}
		})
	}
}
