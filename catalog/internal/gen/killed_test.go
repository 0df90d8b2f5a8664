package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// generateForever makes the test program write files to this folder again and again.
const generateForever = "STYTCHLINT_GENERATE_FOREVER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(generateForever); dir != "" {
		for i := 0; ; i++ {
			if err := writeAll(dir, versions[i%2]); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
	}
	os.Exit(m.Run())
}

// versions are two versions of the same files, which have no line in common.
var versions = [2][]file{
	{{"a.go", bytes.Repeat([]byte("old\n"), 200_000)}, {"b/b.go", bytes.Repeat([]byte("old\n"), 100_000)}},
	{{"a.go", bytes.Repeat([]byte("NEW\r"), 100_000)}, {"b/b.go", bytes.Repeat([]byte("NEW\r"), 200_000)}},
}

// TestKilled kills the generator at many points. Each file is always whole.
func TestKilled(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("a file that is looked at cannot be replaced there")
	}
	rounds := 40
	if testing.Short() {
		rounds = 6
	}
	dir := t.TempDir()
	if err := writeAll(dir, versions[0]); err != nil {
		t.Fatal(err)
	}
	var seen [2]int
	for round := range rounds {
		killGenerator(t, dir, 1+round%8) // at another point each time
		for i, f := range versions[0] {
			got, err := os.ReadFile(filepath.Join(dir, f.path))
			switch {
			case err != nil:
				t.Fatal(err)
			case bytes.Equal(got, f.content):
				seen[0]++
			case bytes.Equal(got, versions[1][i].content):
				seen[1]++
			default:
				t.Fatalf("round %d: %s has %d bytes, beginning with %.20q", round, f.path, len(got), got)
			}
		}
	}
	t.Logf("%d times the old content, %d times the new one", seen[0], seen[1])
}

// killGenerator starts a program that generates files in dir, and kills it once
// the folder has been seen to change a number of times.
func killGenerator(t *testing.T, dir string, changes int) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), generateForever+"="+dir)
	cmd.Stderr = os.Stderr
	before := look(t, dir)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = cmd.Wait() // it was killed
	}()
	for changes > 0 {
		select {
		case <-ended:
			t.Fatalf("the generator ended on its own, %d changes too early", changes)
		default:
		}
		if now := look(t, dir); now != before {
			before = now
			changes--
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-ended
}

// look returns what there is in a folder: each file's name, size and time.
func look(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // it was renamed
		}
		if err != nil || d.IsDir() {
			return err
		}
		if info, err := d.Info(); err == nil {
			fmt.Fprintln(&b, name, info.Size(), info.ModTime())
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return b.String()
}
