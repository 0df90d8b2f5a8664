package gopls

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// TestCheckout looks at the gopls that a stytchlint builds which was not
// released.
func TestCheckout(t *testing.T) {
	checkout, _ := programs(t)
	dir := e2e.Temp(t)
	r := e2e.Run(t, e2e.Command{Dir: dir, Env: home(t), Args: []string{checkout.stytchlint, "gopls"}}).Want(t, 2)
	if !strings.Contains(r.Stderr, "hint: run it in the checkout, or name the folder with -stytchlint DIR") {
		t.Errorf("elsewhere it says\n%s", r.Stderr)
	}

	if filepath.Base(checkout.gopls) != e2e.Exe("gopls") || !strings.HasPrefix(checkout.gopls, filepath.Join(shared, "home")) {
		t.Errorf("the program is %s, not in the user's cache", checkout.gopls)
	}
	module := e2e.Copy(t, "e2e/across")
	r = e2e.Run(t, e2e.Command{Dir: module, Env: home(t), Args: []string{checkout.gopls, "check", filepath.Join("web", "web.go")}}).Want(t, 0)
	want := e2e.Findings(t, checkout.stytchlint, module)[0].Message
	if strings.Count(r.Stdout, want) != 1 {
		t.Errorf("gopls check prints\n%swant once %s", r.Stdout, want)
	}
}

// TestRefusals says what is wrong where nothing can be built.
func TestRefusals(t *testing.T) {
	_, user := programs(t)
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
				Args: append([]string{user.stytchlint, "gopls"}, tt.args...),
			}).Want(t, 2)
			if !strings.Contains(r.Stderr, tt.want) || r.Stdout != "" {
				t.Errorf("got\n%s%swant %s", r.Stdout, r.Stderr, tt.want)
			}
		})
	}
}
