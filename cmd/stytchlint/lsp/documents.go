package lsp

import (
	"encoding/json"
	"sync"
)

// documents knows the versions of the texts that the client shows. A request is about
// the version that the client told of last, but when gopls has answered it, it may
// have been told of the next one.
type documents struct {
	mu       sync.Mutex
	versions map[string]int32 // by URI
}

// note is told what happens to a text.
func (d *documents) note(method string, params json.RawMessage) {
	var p struct {
		TextDocument struct {
			URI     string
			Version int32
		}
	}
	if json.Unmarshal(params, &p) != nil {
		return // gopls says so
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.versions == nil {
		d.versions = make(map[string]int32)
	}
	if method == "textDocument/didClose" {
		delete(d.versions, p.TextDocument.URI)
	} else {
		d.versions[p.TextDocument.URI] = p.TextDocument.Version
	}
}

// version returns that of a text, 0 if it is not shown.
func (d *documents) version(uri string) int32 {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.versions[uri]
}
