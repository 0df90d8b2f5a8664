// Package library names what other people's packages declare, in the way in which
// the tables of the checks list it: without the major version of the module.
package library

import (
	"go/types"
	"strings"
)

// Path returns the path of a package without the major version at its end:
// github.com/labstack/echo for github.com/labstack/echo/v4.
func Path(path string) string {
	i := strings.LastIndex(path, "/v")
	if i < 0 || strings.Trim(path[i+2:], "0123456789") != "" {
		return path
	}
	return path[:i]
}

// Type returns the name of a type, or of what it points to, behind the path of its
// package: github.com/labstack/echo.Context. It returns "" for a type without a
// name or a package, and for nil.
func Type(t types.Type) string {
	if t == nil {
		return ""
	}
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	named, ok := t.(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return ""
	}
	return Path(named.Obj().Pkg().Path()) + "." + named.Obj().Name()
}
