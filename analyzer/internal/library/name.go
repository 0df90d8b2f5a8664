package library

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Path returns the path of a package without the major version of its module, and
// without a vendor directory in front: github.com/labstack/echo for
// github.com/labstack/echo/v4, and gotest.tools/assert for gotest.tools/v3/assert.
func Path(path string) string {
	if i := strings.LastIndex(path, "vendor/"); i == 0 || i > 0 && path[i-1] == '/' {
		path = path[i+len("vendor/"):]
	}
	for i := 0; ; {
		next := strings.Index(path[i:], "/v")
		if next < 0 {
			return path
		}
		i += next
		version, rest, more := strings.Cut(path[i+len("/v"):], "/")
		switch {
		case !isMajor(version), path[:i] == "github.com": // where it is somebody's name
			i += len("/v")
		case more:
			path = path[:i] + "/" + rest
		default:
			return path[:i]
		}
	}
}

// isMajor reports whether digits are those of a major version that is part of the
// path of a module.
func isMajor(digits string) bool {
	return digits != "" && digits[0] != '0' && digits != "1" && strings.Trim(digits, "0123456789") == ""
}

// Type returns the name of a type, or of what it points to, behind the path of its
// package: github.com/labstack/echo.Context. It returns "" for a type without a
// name or a package, and for nil.
func Type(t types.Type) string {
	name := TypeName(t)
	if name == nil || name.Pkg() == nil {
		return ""
	}
	return Path(name.Pkg().Path()) + "." + name.Name()
}

// TypeName returns the name of a type, or of what it points to, nil if it has none.
func TypeName(t types.Type) *types.TypeName {
	if t == nil {
		return nil
	}
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if named, ok := t.(*types.Named); ok {
		return named.Obj()
	}
	return nil
}

// IsOfProgram reports whether a package belongs to the program, and not to a module that
// it depends on, or to the standard library.
func IsOfProgram(pass *analysis.Pass) bool {
	switch path := pass.Pkg.Path(); {
	case Knows(path):
		return false
	case pass.Module != nil:
		return pass.Module.Version == ""
	default:
		return !IsStandard(path)
	}
}

// IsStandard reports whether a path is that of a package of the standard library, as
// far as its first element tells: for builds that do not know modules.
func IsStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return standard[first]
}

// standard are the first elements of the paths of the standard library.
var standard = map[string]bool{
	"archive": true, "bufio": true, "bytes": true, "cmp": true, "compress": true, "container": true, "context": true,
	"crypto": true, "database": true, "debug": true, "embed": true, "encoding": true, "errors": true, "expvar": true,
	"flag": true, "fmt": true, "go": true, "hash": true, "html": true, "image": true, "index": true, "internal": true,
	"io": true, "iter": true, "log": true, "maps": true, "math": true, "mime": true, "net": true, "os": true,
	"path": true, "plugin": true, "reflect": true, "regexp": true, "runtime": true, "slices": true, "sort": true,
	"strconv": true, "strings": true, "structs": true, "sync": true, "syscall": true, "testing": true, "text": true,
	"time": true, "unicode": true, "unique": true, "unsafe": true, "vendor": true, "weak": true,
}
