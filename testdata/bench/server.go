package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"os/exec"
	"strconv"
)

// A server is a language server that is asked one thing after the other.
type server struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *textproto.Reader
	id  int
}

// A message is one of the protocol.
type message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  any             `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   json.RawMessage `json:"error,omitempty"`
}

// serve starts a server in a directory, with more variables.
func serve(exe, dir string, env ...string) (*server, error) {
	cmd := exec.Command(exe)
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	cmd.Env = append(os.Environ(), env...)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	return &server{cmd: cmd, in: in, out: textproto.NewReader(bufio.NewReader(out))}, cmd.Start()
}

func (s *server) send(m message) error {
	m.Version = "2.0"
	data, err := json.Marshal(m)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.in, "Content-Length: %d\r\n\r\n%s", len(data), data)
	return err
}

// notify tells the server something.
func (s *server) notify(method string, params any) error {
	return s.send(message{Method: method, Params: params})
}

// call asks the server something, and returns its answer. What the server asks
// meanwhile is answered by null.
func (s *server) call(method string, params any) (json.RawMessage, error) {
	s.id++
	id := strconv.Itoa(s.id)
	if err := s.send(message{ID: json.RawMessage(id), Method: method, Params: params}); err != nil {
		return nil, err
	}
	for {
		m, err := s.receive()
		switch {
		case err != nil:
			return nil, err
		case m.Method != "" && m.ID != nil:
			if err := s.send(message{ID: m.ID, Result: json.RawMessage("null")}); err != nil {
				return nil, err
			}
		case m.Method == "" && string(m.ID) == id:
			if m.Error != nil {
				return nil, fmt.Errorf("%s: %s", method, m.Error)
			}
			return m.Result, nil
		}
	}
}

func (s *server) receive() (m message, err error) {
	header, err := s.out.ReadMIMEHeader()
	if err != nil {
		return m, err
	}
	length, err := strconv.Atoi(header.Get("Content-Length"))
	if err != nil {
		return m, err
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(s.out.R, body); err != nil {
		return m, err
	}
	err = json.Unmarshal(body, &m)
	return m, err
}
