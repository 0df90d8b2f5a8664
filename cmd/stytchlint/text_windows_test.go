package main

import "testing"

func TestShortPathOnDrives(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		`C:\src\app\a\b.go`: `a\b.go`,
		`c:\Src\app\a\b.go`: `a\b.go`,
		`C:\src\lib\c.go`:   `..\lib\c.go`,
		`D:\src\lib\c.go`:   `D:\src\lib\c.go`,
	} {
		if got := shortPath(`C:\src\app`, path); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
}
