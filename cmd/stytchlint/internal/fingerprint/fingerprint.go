// Package fingerprint tells findings apart in a way that outlives changes
// elsewhere in the file.
package fingerprint

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/source"
)

// Of returns the fingerprints of findings, which are sorted, in their order.
//
// A fingerprint is made of the check, the category, the file's name relative to
// root, the text of the line where the finding begins, whatever its white
// space, and, among findings in a file that are alike in all of that, the place
// in their order. It holds no line number, and no message, since messages may
// tell of other lines.
func Of(findings []finding.Finding, root string, files source.Files) []string {
	seen := make(map[string]int)
	fingerprints := make([]string, 0, len(findings))
	for _, f := range findings {
		line := strings.Join(strings.Fields(string(files.Line(f.File, f.Line))), " ")
		alike := strings.Join([]string{f.Check, f.Category, File(f, root), line}, "\x00")
		sum := sha256.Sum256([]byte(alike + "\x00" + strconv.Itoa(seen[alike])))
		seen[alike]++
		fingerprints = append(fingerprints, hex.EncodeToString(sum[:16]))
	}
	return fingerprints
}

// File returns the name of a finding's file relative to root, with slashes.
func File(f finding.Finding, root string) string {
	name := f.File
	if rel, err := filepath.Rel(root, f.File); err == nil {
		name = rel
	}
	return filepath.ToSlash(name)
}
