// Package secret keeps secrets out of what is printed and written: the output
// of a linter ends up in logs that many can read.
package secret

import (
	"bytes"
	"strings"
)

// prefixes begin the secrets of a project and of the management API.
var prefixes = [][]byte{
	[]byte("secret-live-"),
	[]byte("secret-test-"),
	[]byte("workspace-key-secret-"),
}

// Mask returns line with what follows the prefix of a secret in it replaced by
// as many asterisks.
func Mask(line []byte) []byte {
	for _, prefix := range prefixes {
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
