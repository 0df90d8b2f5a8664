package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"
)

// TestRelease holds the configuration of goreleaser to what the documentation
// promises of a release.
func TestRelease(t *testing.T) {
	t.Parallel()
	root := filepath.Join("..", "..")
	var c struct {
		Version int
		Builds  []struct {
			Main         string
			Env          []string
			GOOS, GOARCH []string
		}
		Archives []struct{ Files []string }
		Checksum struct {
			NameTemplate string `yaml:"name_template"`
		}
		SBOMs []struct{ Artifacts string }
	}
	if err := yaml.Unmarshal([]byte(readFile(t, filepath.Join(root, ".goreleaser.yaml"))), &c); err != nil {
		t.Fatal(err)
	}
	if c.Version != 2 || len(c.Builds) != 1 || len(c.Archives) != 1 || len(c.SBOMs) != 1 {
		t.Fatalf("got %+v", c)
	}
	build := c.Builds[0]
	if !slices.Equal(build.GOOS, []string{"linux", "darwin", "windows"}) || !slices.Equal(build.GOARCH, []string{"amd64", "arm64"}) ||
		!slices.Contains(build.Env, "CGO_ENABLED=0") {
		t.Errorf("build %+v", build)
	}
	if c.Checksum.NameTemplate == "" || c.SBOMs[0].Artifacts != "archive" {
		t.Errorf("checksums %q, SBOMs of %q", c.Checksum.NameTemplate, c.SBOMs[0].Artifacts)
	}
	for _, name := range append(c.Archives[0].Files, build.Main) {
		if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(name))); err != nil {
			t.Error(err)
		}
	}
}
