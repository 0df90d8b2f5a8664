package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// writeModule writes a module with files that have a fix, and returns it with
// what is in the files before and after. They are too large for the limit that
// the tests set.
func writeModule(t *testing.T, files int) (dir string, before, after map[string]string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell, limits and signals")
	}
	dir, err := filepath.EvalSymlinks(oddModule(t, map[string]odd{"odd": {source: oddSource}}))
	if err != nil {
		t.Fatal(err)
	}
	before, after = make(map[string]string), make(map[string]string)
	for i := range files {
		name := fmt.Sprintf("odd/file%02d.go", i)
		before[name] = strings.Replace(oddSource, "func gone", fmt.Sprintf("// %s\nfunc gone%d", strings.Repeat("long ", 20_000), i), 1)
		after[name] = strings.Replace(before[name], "sesion", "session", 1)
	}
	if err := os.Remove(filepath.Join(dir, "odd", "odd.go")); err != nil {
		t.Fatal(err)
	}
	restore(t, dir, before)
	return dir, before, after
}

func restore(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// temporaries returns the temporary files in a directory.
func temporaries(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, ".stytchlint-*"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestFullDisk writes where there is no room: the old content stays, nothing is
// left behind, and the error names the file.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	dir, before, _ := writeModule(t, 4)
	baseline := filepath.Join(dir, "odd", "baseline.json")
	if err := os.WriteFile(baseline, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, blocks := range []int{0, 1} { // nothing, and a part
		for what, want := range map[string]string{
			"-fix":                          "cannot apply fixes: write " + filepath.Join(dir, "odd", "file00.go") + ": file too large",
			"baseline -o odd/baseline.json": "cannot write the baseline: write " + baseline + ": file too large",
		} {
			// The go command would write an index of the packages to its cache.
			script := fmt.Sprintf(`export GODEBUG=goindex=0; ulimit -f %d; exec "$1" %s ./odd`, blocks, what)
			_, stderr, code := runIn(t, dir, "sh", "-c", script, "sh", program)
			if code != exitError || !strings.Contains(stderr, want) {
				t.Errorf("%s with room for %d blocks: exit code %d, want %q in\n%s", what, blocks, code, want, stderr)
			}
		}
		checkFiles(t, goFiles(t, dir), before)
		if content, err := os.ReadFile(baseline); err != nil || string(content) != "old" {
			t.Errorf("the baseline is %q, %v", content, err)
		}
		if left := temporaries(t, filepath.Join(dir, "odd")); len(left) > 0 {
			t.Errorf("left behind: %s", left)
		}
	}
}

// TestReadOnly applies fixes to a file and in a directory that are read-only.
func TestReadOnly(t *testing.T) {
	t.Parallel()
	dir, before, after := writeModule(t, 2)
	const closed = "odd/file00.go"
	if err := os.Chmod(filepath.Join(dir, filepath.FromSlash(closed)), 0o400); err != nil {
		t.Fatal(err)
	}
	_, stderr, code := runIn(t, dir, program, "-fix", "./odd")
	if want := "cannot apply fixes: write " + filepath.Join(dir, "odd", "file00.go") + ": permission denied"; code != exitError || !strings.Contains(stderr, want) {
		t.Errorf("exit code %d, want %q in\n%s", code, want, stderr)
	}
	want := map[string]string{closed: before[closed], "odd/file01.go": after["odd/file01.go"]}
	checkFiles(t, goFiles(t, dir), want) // the other one is put right

	command := []string{"sh", "-c", `chmod 555 odd && exec "$1" -fix ./odd`, "sh", program}
	if os.Geteuid() == 0 { // for whom modes of directories mean nothing
		command = []string{"unshare", "-m", "sh", "-c", `mount --bind odd odd && mount -o remount,ro,bind odd && exec "$1" -fix ./odd`, "sh", program}
		if err := exec.Command("unshare", "-m", "mount", "--bind", dir, dir).Run(); err != nil {
			t.Skipf("nothing can be mounted: %v", err)
		}
	}
	if err := os.Chmod(filepath.Join(dir, filepath.FromSlash(closed)), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(dir, "odd"), 0o700) })
	_, stderr, code = runIn(t, dir, command[0], command[1:]...)
	if want := "cannot apply fixes: write " + filepath.Join(dir, "odd", "file00.go") + ": "; code != exitError || !strings.Contains(stderr, want) {
		t.Errorf("exit code %d, want %q in\n%s", code, want, stderr)
	}
	checkFiles(t, goFiles(t, dir), want)
}

// TestStopped stops the program while it applies fixes, after one file more each
// time. No file is ever in part as it was and in part as it is to be.
func TestStopped(t *testing.T) {
	t.Parallel()
	const files = 5
	for _, sig := range []syscall.Signal{syscall.SIGKILL, syscall.SIGTERM} {
		t.Run(sig.String(), func(t *testing.T) {
			t.Parallel()
			dir, before, after := writeModule(t, files)
			for i := range files {
				restore(t, dir, before)
				stopAt(t, dir, fmt.Sprintf("odd/file%02d.go", i), sig)
				for name, text := range goFiles(t, dir) {
					if text != before[name] && text != after[name] {
						t.Errorf("%s is broken after %d files", name, i)
					}
				}
				if left := temporaries(t, filepath.Join(dir, "odd")); sig != syscall.SIGKILL && len(left) > 0 {
					t.Errorf("left behind after %d files: %s", i, left)
				}
			}
			// The next run does what is left.
			if _, stderr, code := runIn(t, dir, program, "-fix", "./odd"); code != exitClean {
				t.Errorf("exit code %d\n%s", code, stderr)
			}
			checkFiles(t, goFiles(t, dir), after)
		})
	}
}

// stopAt runs the program until it has changed a file, and sends a signal to it.
func stopAt(t *testing.T, dir, name string, sig syscall.Signal) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	before, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "-fix", "./odd")
	cmd.Dir, cmd.Env = dir, plainEnv()
	var stderr strings.Builder
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = cmd.Wait() // how it ends does not matter
	}()
	for changed := false; !changed; {
		select {
		case <-ended: // it was quicker than this loop, or changed nothing
			if changedNow(t, file, before) {
				return
			}
			t.Fatalf("the program did not change %s:\n%s", name, &stderr)
		default:
			changed = changedNow(t, file, before)
		}
	}
	_ = cmd.Process.Signal(sig) // it may have ended
	<-ended
}

// changedNow reports whether a file is another one than before.
func changedNow(t *testing.T, file string, before os.FileInfo) bool {
	t.Helper()
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	return !os.SameFile(info, before)
}
