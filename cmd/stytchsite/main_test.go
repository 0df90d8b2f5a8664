package main

import (
	"bytes"
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestUsage(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		args   []string
		status int
		want   string
	}{
		{nil, 2, "say where the site is to go"},
		{[]string{"-o", "dir", "more"}, 2, "say where the site is to go"},
		{[]string{"-frobnicate"}, 2, "flag provided but not defined: -frobnicate"},
		{[]string{"-h"}, 0, "-http"},
		{[]string{"-http", "nowhere:port"}, 1, "stytchsite: listen tcp"},
		{[]string{"-check"}, 0, ""},
	} {
		var stderr bytes.Buffer
		if status := run(t.Context(), tt.args, &stderr); status != tt.status || !strings.Contains(stderr.String(), tt.want) {
			t.Errorf("%q: status %d, want %d: %s", tt.args, status, tt.status, stderr.String())
		}
	}
}

func TestWrite(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "site")
	var stderr bytes.Buffer
	if status := run(t.Context(), []string{"-o", dir}, &stderr); status != 0 {
		t.Fatal(stderr.String())
	}
	for _, name := range []string{"index.html", "codes.html", "checks.html", "playground.html"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
	// A folder that holds something else is left alone.
	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "main.go"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	stderr.Reset()
	if status := run(t.Context(), []string{"-o", other}, &stderr); status != 1 || !strings.Contains(stderr.String(), "holds other files") {
		t.Errorf("status %d: %s", status, stderr.String())
	}
}

// It serves until it is interrupted.
func TestInterrupted(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var stderr bytes.Buffer
	if status := run(ctx, []string{"-http", net.JoinHostPort("127.0.0.1", "0")}, &stderr); status != 0 || !strings.Contains(stderr.String(), "serving on http://127.0.0.1:") {
		t.Errorf("status %d: %s", status, stderr.String())
	}
}
