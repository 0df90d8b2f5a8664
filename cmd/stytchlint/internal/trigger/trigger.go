// Package trigger says which packages a check could have something to say
// about, by the bytes of their files alone.
//
// The checks act on a package for one of these reasons: its source names the
// SDK, a host of stytch.com or a directive of this program; it uses types of the
// SDK through another package; or facts tell of what it imports. The first one
// shows in the bytes. The others are for the engines to see, who know the imports.
//
// Beside them, there are packages that know nothing of Stytch and have functions
// that others use on the SDK's errors. Those are told in helper.go. The standard
// library has none: its functions are known.
//
// A constant that is put together, such as "stytch" + ".com", is not seen. It
// could matter only in a package that decodes error_type without the SDK.
package trigger

import (
	"bytes"
	"errors"
	"io"
	"os"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A Hit says what a file holds.
type Hit uint8

// What a file may hold.
const (
	Name   Hit = 1 << iota // of something that belongs to Stytch
	Helper                 // a function that may be asked for one of the SDK's errors
	Taker                  // an exported function that may be given one of them, or a function that returns one; an exported type of errors; one that counts
)

// names are in the import paths of the SDK, in the hosts of the API, and in the
// directives of this program. What they have in common is rare.
var names = [...]string{sdkPath, common + ".com", common + "lint:"}

const common, longest = "stytch", len(sdkPath)

// sdkPath is in the import path of every package of the SDK, and so in the
// export data of every package whose API uses its types.
const sdkPath = "stytchauth/stytch-go"

// UsesSDK reports whether export data mentions a package of the SDK.
func UsesSDK(exportData []byte) bool { return bytes.Contains(exportData, []byte(sdkPath)) }

// IsSDK reports whether an import path is that of a package of the SDK.
func IsSDK(path string) bool { return strings.Contains(path, sdkPath) }

// forUsers are the types of the facts about takers, and about the fields of errors that
// others answer by. They are for packages that have to do with the SDK for another reason: in
// others, nothing is found because of them, and no fact follows from them but about
// another taker.
var forUsers = []string{"answers.Status", "answers.Writer", "stytchsend.retries", "stytchtoken.retries", "stytchunhandled.helps", "valueflow.errorHelper"}

// ForUsersOfSDK reports whether a fact is no reason to look at a package that knows of
// it.
func ForUsersOfSDK(f analysis.Fact) bool {
	return slices.Contains(forUsers, reflect.TypeOf(f).Elem().String())
}

// window is how much of a file is read at once. Larger files are generated as a
// rule.
const window = 256 << 10

// A Scanner scans files, with one buffer for all of them. It must not be used
// by two goroutines at once.
type Scanner struct {
	buf []byte
}

// File returns what a file holds. It stops at the first name.
//
// Own says that it is the source of the program, and not of a module that the
// program depends on: only there functions are followed that are merely given an
// error. Tests are not, either.
func (s *Scanner) File(file string, own bool) (Hit, error) {
	return s.file(file, wanted(file, own))
}

// wanted returns what is looked for in a file.
func wanted(file string, own bool) Hit {
	if own && !strings.HasSuffix(file, "_test.go") {
		return Name | Helper | Taker
	}
	return Name | Helper
}

// HasName reports whether a file holds a name. It costs a good deal less.
func (s *Scanner) HasName(file string) (bool, error) {
	hit, err := s.file(file, Name)
	return hit != 0, err
}

// Bytes is File for a file whose content is known.
func (s *Scanner) Bytes(file string, content []byte, own bool) (Hit, error) {
	return s.scan(bytes.NewReader(content), wanted(file, own))
}

// Names reports whether the content of a file holds a name.
func Names(content []byte) bool {
	for {
		i := bytes.Index(content, []byte(common))
		if i < 0 {
			return false
		}
		content = content[i:]
		for _, name := range names {
			if bytes.HasPrefix(content, []byte(name)) {
				return true
			}
		}
		content = content[len(common):]
	}
}

func (s *Scanner) file(file string, wanted Hit) (Hit, error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer f.Close() //nolint:errcheck // only read
	return s.scan(f, wanted)
}

func (s *Scanner) scan(r io.Reader, wanted Hit) (Hit, error) {
	if s.buf == nil {
		s.buf = make([]byte, window)
	}
	kept, hit := 0, Hit(0)
	for {
		n, err := io.ReadFull(r, s.buf[kept:])
		atEnd := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !atEnd {
			return 0, err
		}
		piece := s.buf[:kept+n]
		if Names(piece) {
			return Name, nil
		}
		last := -1
		if missing := wanted &^ Name &^ hit; missing != 0 {
			var found Hit
			found, last = declared(piece, missing)
			hit |= found
		}
		if atEnd {
			return hit, nil
		}
		// What is looked for may lie across the border of two pieces.
		if last < len(piece)-maxDeclaration {
			last = len(piece) - longest
		}
		kept = copy(s.buf, piece[last:])
	}
}
