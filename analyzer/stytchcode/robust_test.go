package stytchcode_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchcode"
)

// While someone types, a package never compiles.
func TestTypeErrors(t *testing.T) {
	fixtest.Run(t, testdata(t), stytchcode.Analyzer, "stytchcode/broken")
}

func TestEmptyPackage(t *testing.T) {
	fixtest.Run(t, testdata(t), stytchcode.Analyzer, "stytchcode/empty")
}

// messages runs the analyzer on a package that is not on disk.
func messages(t *testing.T, name, src string) []string {
	t.Helper()
	file := filepath.Join(testdata(t), "src", "stytchcode", name, name+".go")
	var list []string
	for _, act := range fixtest.Analyze(t, stytchcode.Analyzer, load(t, map[string][]byte{file: []byte(src)}, "stytchcode/"+name)) {
		for _, d := range act.Diagnostics {
			list = append(list, d.Message)
		}
	}
	return list
}

// Every beginning of a program is a program that someone was writing.
func TestHalfWrittenFiles(t *testing.T) {
	src := `package half

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

const gone = "sesion_not_found"

func is[T ~string](err error, codes ...T) (found bool, _ error) {
	e, ok := errors.AsType[stytcherror.Error](err)
	for _, c := range codes {
		switch {
		case ok && string(e.ErrorType) == string(c), map[string]bool{gone: true}[string(e.ErrorType)]:
			return func() bool { return e.ErrorType == gone }(), nil
		}
	}
	return e.ErrorType == "user_notfound", stytcherror.Error{ErrorType: gone}
}
`
	step := 7
	if testing.Short() {
		step = 40
	}
	// All beginnings are packages of one load, which is much quicker.
	overlay := make(map[string][]byte)
	var patterns []string
	root := filepath.Join(testdata(t), "src", "stytchcode")
	for end := strings.Index(src, "const"); end < len(src); end += step {
		name := fmt.Sprintf("half%d", end)
		overlay[filepath.Join(root, name, "half.go")] = []byte(src[:end])
		patterns = append(patterns, "stytchcode/"+name)
	}
	fixtest.Analyze(t, stytchcode.Analyzer, load(t, overlay, patterns...))
}

// Literals of generated code may be huge.
func TestHugeLiterals(t *testing.T) {
	var b strings.Builder
	b.WriteString(`package huge

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

var names = map[string]string{
`)
	for i := range 20_000 {
		fmt.Fprintf(&b, "\t\"name_%d\": \"value_%d\",\n", i, i)
	}
	b.WriteString("}\n\nvar codes = []string{\n")
	for range 20_000 {
		b.WriteString("\t\"session_not_found\",\n")
	}
	b.WriteString(`	"sesion_not_found",
}

func search(e stytcherror.Error, name string) bool {
	for _, c := range codes {
		if c == string(e.ErrorType) && names[name] != "" {
			return true
		}
	}
	return false
}
`)
	list := messages(t, "huge", b.String())
	if len(list) != 1 || !strings.Contains(list[0], `"sesion_not_found"`) {
		t.Errorf("%d findings, want one about sesion_not_found", len(list))
	}
}

// Many calls of one helper, and helpers that call each other, must not take
// time out of all proportion.
func TestManyCalls(t *testing.T) {
	var b strings.Builder
	b.WriteString(`package many

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

func eq(a, b string) bool { return a == b }

func h0(a, b string) bool { return eq(a, b) || eq(b, a) }
`)
	const depth = 12
	for i := 1; i < depth; i++ {
		fmt.Fprintf(&b, "func h%d(a, b string) bool { return h%d(a, b) || h%d(b, a) || h%d(b, b) }\n", i, i-1, i-1, i-1)
	}
	b.WriteString("\nfunc all(e stytcherror.Error, name string) {\n")
	for i := range 5_000 {
		fmt.Fprintf(&b, "\t_ = eq(name, \"sesion_%d\")\n", i)
	}
	fmt.Fprintf(&b, "\t_ = h%d(name, name)\n", depth-1)
	b.WriteString("\t_ = eq(string(e.ErrorType), \"sesion_not_found\")\n}\n")
	list := messages(t, "many", b.String())
	if len(list) != 1 || !strings.Contains(list[0], `"sesion_not_found"`) {
		t.Errorf("%d findings, want one about sesion_not_found", len(list))
	}
}
