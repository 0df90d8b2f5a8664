package module_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/internal/module"
)

func TestRoots(t *testing.T) {
	t.Parallel()
	tmp := t.TempDir()
	for _, name := range []string{"repo/.git/x", "repo/go.work", "repo/a/go.mod", "repo/a/b/x", "repo/c/x"} {
		file := filepath.Join(tmp, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct{ dir, root, repository string }{
		{"repo/a/b", "repo/a", "repo"},
		{"repo/a", "repo/a", "repo"},
		{"repo/c", "repo", "repo"},
		{"repo", "repo", "repo"},
	} {
		dir := filepath.Join(tmp, filepath.FromSlash(tt.dir))
		if got, want := module.Root(dir), filepath.Join(tmp, filepath.FromSlash(tt.root)); got != want {
			t.Errorf("Root(%s) = %s, want %s", tt.dir, got, want)
		}
		if got, want := module.Repository(dir), filepath.Join(tmp, filepath.FromSlash(tt.repository)); got != want {
			t.Errorf("Repository(%s) = %s, want %s", tt.dir, got, want)
		}
	}
}

func TestRel(t *testing.T) {
	t.Parallel()
	tmp := t.TempDir()
	if name, ok := module.Rel(tmp, filepath.Join(tmp, "a", "b.go")); name != "a/b.go" || !ok {
		t.Errorf("got %q, %t", name, ok)
	}
	outside := filepath.Join(filepath.Dir(tmp), "c.go")
	if name, ok := module.Rel(tmp, outside); name != filepath.ToSlash(outside) || ok {
		t.Errorf("got %q, %t", name, ok)
	}
	if name, ok := module.Rel("", "a.go"); name != "a.go" || ok {
		t.Errorf("got %q, %t", name, ok)
	}
}
