// Cacheprog is a small program for GOCACHEPROG. It keeps the build cache of the
// go command in a folder that machines share, with a copy of what a machine
// uses in a folder of its own. The variable CACHEPROG_LOG may name a file that
// gets a line for each request.
//
// The protocol is described in cmd/go/internal/cacheprog of Go's source.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"
)

// A request is what the go command asks.
type request struct {
	ID       int64
	Command  string
	ActionID []byte
	OutputID []byte
	BodySize int64
}

// A response answers a request.
type response struct {
	ID            int64
	Err           string   `json:",omitempty"`
	KnownCommands []string `json:",omitempty"`
	Miss          bool     `json:",omitempty"`
	OutputID      []byte   `json:",omitempty"`
	Size          int64    `json:",omitempty"`
	DiskPath      string   `json:",omitempty"`
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("cacheprog: ")
	shared := flag.String("shared", "", "the `folder` that machines share")
	local := flag.String("local", "", "the `folder` of this machine; by default one in the user's cache")
	flag.Parse()
	if *shared == "" {
		log.Fatal("-shared is missing")
	}
	if *local == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			log.Fatal(err)
		}
		*local = filepath.Join(cache, "cacheprog")
	}
	c := cache{shared: *shared, local: *local, log: io.Discard}
	if name := os.Getenv("CACHEPROG_LOG"); name != "" {
		f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			log.Fatal(err)
		}
		c.log = f
	}
	if err := c.serve(os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// A cache is a pair of folders. An entry of the shared one is a file named by
// its action that holds the name of its output, and a file with the output.
type cache struct {
	shared, local string
	log           io.Writer
}

// serve answers requests until the go command closes the conversation.
func (c cache) serve(in io.Reader, out io.Writer) error {
	for _, dir := range []string{c.shared, c.local} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
	}
	answers := json.NewEncoder(out)
	if err := answers.Encode(response{KnownCommands: []string{"get", "put", "close"}}); err != nil {
		return err
	}
	lines := bufio.NewReader(in)
	for {
		var req request
		if err := readJSON(lines, &req); err != nil {
			return err
		}
		var body []byte
		if req.Command == "put" && req.BodySize > 0 {
			if err := readJSON(lines, &body); err != nil {
				return err
			}
		}
		res, err := c.answer(req, body)
		if err != nil {
			res = response{Err: err.Error()}
		}
		res.ID = req.ID
		if err := answers.Encode(res); err != nil || req.Command == "close" {
			return err
		}
	}
}

// readJSON reads a line of JSON. Lines between them may be empty.
func readJSON(r *bufio.Reader, to any) error {
	for {
		line, err := r.ReadBytes('\n')
		if err != nil {
			return err
		}
		if strings.TrimSpace(string(line)) != "" {
			return json.Unmarshal(line, to)
		}
	}
}

func (c cache) answer(req request, body []byte) (response, error) {
	var res response
	var err error
	switch req.Command {
	case "get":
		res, err = c.get(req.ActionID)
	case "put":
		res, err = c.put(req.ActionID, req.OutputID, body)
	}
	what := req.Command
	if res.Miss {
		what = "miss"
	}
	fmt.Fprintf(c.log, "%s %x\n", what, req.ActionID)
	return res, err
}

func (c cache) get(action []byte) (response, error) {
	entry, err := os.ReadFile(filepath.Join(c.shared, name("a", action)))
	if errors.Is(err, os.ErrNotExist) {
		return response{Miss: true}, nil
	}
	if err != nil {
		return response{}, err
	}
	output, err := base64.StdEncoding.DecodeString(string(entry))
	if err != nil {
		return response{}, err
	}
	body, err := os.ReadFile(filepath.Join(c.shared, name("o", output)))
	if err != nil {
		return response{}, err
	}
	path := filepath.Join(c.local, name("o", output))
	return response{OutputID: output, Size: int64(len(body)), DiskPath: path}, write(path, body)
}

func (c cache) put(action, output, body []byte) (response, error) {
	path := filepath.Join(c.local, name("o", output))
	if err := write(path, body); err != nil {
		return response{}, err
	}
	if err := write(filepath.Join(c.shared, name("o", output)), body); err != nil {
		return response{}, err
	}
	entry := base64.StdEncoding.EncodeToString(output)
	return response{DiskPath: path}, write(filepath.Join(c.shared, name("a", action)), []byte(entry))
}

// name returns the name of a file for an ID.
func name(kind string, id []byte) string { return kind + "-" + hex.EncodeToString(id) }

// write writes a file as a whole: others may read it.
func write(path string, content []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) //nolint:errcheck // it is there only after a failure
	if _, err := f.Write(content); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
