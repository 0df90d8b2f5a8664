package main

import (
	"bytes"
	"strings"
)

// secretPrefixes begin the secrets of a project and of the management API. The
// output of a linter ends up in logs that many can read.
var secretPrefixes = [][]byte{
	[]byte("secret-live-"),
	[]byte("secret-test-"),
	[]byte("workspace-key-secret-"),
}

// mask returns line with what follows the prefix of a secret in it replaced by
// as many asterisks.
func mask(line []byte) []byte {
	for _, prefix := range secretPrefixes {
		at := 0
		for {
			i := bytes.Index(line[at:], prefix)
			if i < 0 {
				break
			}
			at += i + len(prefix)
			line = bytes.Clone(line)
			for ; at < len(line) && partOfSecret(line[at]); at++ {
				line[at] = '*'
			}
		}
	}
	return line
}

func partOfSecret(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-_=+/", c) >= 0
}
