package serve

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

var files = map[string][]byte{
	"index.html":         []byte("<!DOCTYPE html>start"),
	"codes/a.html":       []byte("<!DOCTYPE html>a"),
	"assets/page.js":     []byte("1"),
	"assets/style.css":   []byte("a{}"),
	"assets/check.wasm":  []byte("\x00asm"),
	"assets/icon.svg":    []byte("<svg/>"),
	"assets/data.bin.gz": []byte("\x1f\x8b"),
}

func TestHandler(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		path   string
		status int
		typ    string
	}{
		{"/", http.StatusOK, "text/html; charset=utf-8"},
		{"/codes/a.html", http.StatusOK, "text/html; charset=utf-8"},
		{"/assets/page.js", http.StatusOK, "text/javascript; charset=utf-8"},
		{"/assets/style.css", http.StatusOK, "text/css; charset=utf-8"},
		{"/assets/check.wasm", http.StatusOK, "application/wasm"},
		{"/assets/icon.svg", http.StatusOK, "image/svg+xml"},
		{"/codes/../index.html", http.StatusTemporaryRedirect, ""},
		{"/codes", http.StatusNotFound, ""},
		{"/none.html", http.StatusNotFound, ""},
		{"/../etc/passwd", http.StatusTemporaryRedirect, ""},
	} {
		w := httptest.NewRecorder()
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", http.NoBody)
		r.URL.Path = tt.path
		Handler(files).ServeHTTP(w, r)
		if w.Code != tt.status || tt.typ != "" && w.Header().Get("Content-Type") != tt.typ {
			t.Errorf("%s: %d %s, want %d %s", tt.path, w.Code, w.Header().Get("Content-Type"), tt.status, tt.typ)
		}
	}
}

// It answers until it is interrupted, and then ends without an error.
func TestServe(t *testing.T) {
	t.Parallel()
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- Serve(ctx, listener, files) }()
	client := &http.Client{Timeout: time.Minute}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+listener.Addr().String(), http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(answer.Body)
	if err != nil || string(body) != "<!DOCTYPE html>start" {
		t.Errorf("%q, %v", body, err)
	}
	if err := answer.Body.Close(); err != nil {
		t.Error(err)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	// A listener that is closed is an error.
	if err := Serve(t.Context(), listener, files); err == nil {
		t.Error("no error of a listener that is closed")
	}
}
