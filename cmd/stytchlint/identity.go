package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
)

// printIdentity prints what the go command wants to hear for -V=full. It becomes
// part of the key under which the go command caches what is found.
//
// What unitchecker prints has the path of the executable, which the go command
// splits at spaces, and a hash of its content, which takes longer than all the
// rest of a run that finds its results in the cache.
func printIdentity(w io.Writer, exe string) error {
	f, err := os.Open(exe)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	id, err := buildID(f)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "stytchlint version devel comments-go-here buildID=%s\n", id)
	return err
}

// The go command leaves its build ID in the first pages of an executable: in a note
// of an ELF file, and in the others where the code begins.
var buildIDPrefixes = []string{"\x04\x00\x00\x00Go\x00\x00", "\xff Go build ID: \""}

// buildIDWithin is the number of bytes in which to look for it.
const buildIDWithin = 64 << 10

// buildID returns what tells an executable from all others. The ID that the go
// command makes has four parts with slashes between them, and the last of them
// is a hash of the content. Whatever else stands there, such as a constant that
// Bazel sets, tells nothing, and the content is hashed here.
func buildID(f io.Reader) (string, error) {
	head, err := io.ReadAll(io.LimitReader(f, buildIDWithin))
	if err != nil {
		return "", err
	}
	for _, prefix := range buildIDPrefixes {
		_, rest, ok := bytes.Cut(head, []byte(prefix))
		if !ok {
			continue
		}
		end := bytes.IndexFunc(rest, func(r rune) bool { return !isBuildIDRune(r) })
		if parts := bytes.Split(rest[:max(end, 0)], []byte("/")); len(parts) == 4 && len(parts[3]) >= 20 {
			return string(parts[3]), nil
		}
	}
	h := sha256.New()
	h.Write(head)
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return fmt.Sprintf("%02x", h.Sum(nil)), nil
}

func isBuildIDRune(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '/' || r == '_' || r == '-'
}
