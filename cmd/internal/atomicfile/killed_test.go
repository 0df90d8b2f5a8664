package atomicfile_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/internal/atomicfile"
)

// writeForever makes the test program write this file again and again.
const writeForever = "STYTCHLINT_WRITE_FOREVER"

func TestMain(m *testing.M) {
	if name := os.Getenv(writeForever); name != "" {
		for i := 0; ; i++ {
			if err := atomicfile.Write(name, content(i)); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
	}
	os.Exit(m.Run())
}

// content returns one of two contents, which have no byte and no length in
// common.
func content(i int) []byte {
	if i%2 == 0 {
		return bytes.Repeat([]byte("even\n"), 200_000)
	}
	return bytes.Repeat([]byte("ODD\r"), 100_000)
}

// TestKilled kills a program that writes a file, at many points. The file is
// always whole.
func TestKilled(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("a file that is looked at cannot be replaced there")
	}
	rounds := 60
	if testing.Short() {
		rounds = 6
	}
	name := filepath.Join(t.TempDir(), "file")
	if err := atomicfile.Write(name, content(0)); err != nil {
		t.Fatal(err)
	}
	var seen [2]int
	for round := range rounds {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), writeForever+"="+name)
		cmd.Stderr = os.Stderr
		before := stat(t, name)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			_ = cmd.Wait() // it was killed
		}()
		for stat(t, name).ModTime().Equal(before.ModTime()) { // it has not begun
			select {
			case <-ended:
				t.Fatal("the program ended on its own")
			default:
			}
		}
		for range round * 40 { // to be at another point each time
			stat(t, name)
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		<-ended
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case bytes.Equal(got, content(0)):
			seen[0]++
		case bytes.Equal(got, content(1)):
			seen[1]++
		default:
			t.Fatalf("round %d: %d bytes, beginning with %.20q and ending with %.20q", round, len(got), got, got[max(0, len(got)-20):])
		}
	}
	t.Logf("%d times the one content, %d times the other", seen[0], seen[1])
}

func stat(t *testing.T, name string) os.FileInfo {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info
}
