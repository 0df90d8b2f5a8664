// Package serve answers requests with files that are in memory.
package serve

import (
	"bytes"
	"context"
	"errors"
	"net"
	"net/http"
	"path"
	"strings"
	"time"
)

// types are those of all files of the site. What the system says of them is left alone:
// on Windows, any program may have changed it.
var types = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".svg":  "image/svg+xml",
	".wasm": "application/wasm",
}

// Serve answers requests until the context ends.
func Serve(ctx context.Context, listener net.Listener, files map[string][]byte) error {
	server := &http.Server{Handler: Handler(files), ReadHeaderTimeout: 10 * time.Second}
	stop := context.AfterFunc(ctx, func() { _ = server.Close() }) // whoever interrupts it waits for nothing
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Handler answers with files by their paths, and with index.html for the root.
func Handler(files map[string][]byte) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" {
			name = "index.html"
		}
		content, ok := files[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		if kind, ok := types[path.Ext(name)]; ok {
			w.Header().Set("Content-Type", kind)
		}
		w.Header().Set("Cache-Control", "no-cache") // the next run may serve another site
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
	})
	return mux
}
