package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"
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
	rounds := 60
	if testing.Short() {
		rounds = 6
	}
	dir := t.TempDir()
	if err := writeAll(dir, versions[0]); err != nil {
		t.Fatal(err)
	}
	var seen [2]int
	for round := range rounds {
		killGenerator(t, dir, time.Duration(round)*97*time.Microsecond) // at another point each time
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

// killGenerator starts a program that generates files in dir, and kills it some
// time after it wrote the first one.
func killGenerator(t *testing.T, dir string, after time.Duration) {
	t.Helper()
	written := func() time.Time {
		info, err := os.Stat(filepath.Join(dir, versions[0][0].path))
		if err != nil {
			t.Fatal(err)
		}
		return info.ModTime()
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), generateForever+"="+dir)
	cmd.Stderr = os.Stderr
	before := written()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = cmd.Wait() // it was killed
	}()
	for written().Equal(before) { // it has not begun
		select {
		case <-ended:
			t.Fatal("the generator ended on its own")
		default:
		}
	}
	time.Sleep(after)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-ended
}
