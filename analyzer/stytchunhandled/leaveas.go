package stytchunhandled

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// answer returns the statements that answer by a value that is no error: like
// the function or the file does, or with a text where nothing else is written.
func (l *leaver) answer(who, key string) ([]string, bool) {
	if who == "" {
		return nil, false
	}
	list, some := l.check.neighbours(l.fn, l.syntax(), key[:strings.LastIndex(key, ".")], l.at.Pos())
	for _, ex := range list {
		if ex.answer.returned {
			continue
		}
		if text, ok := l.like(ex, key == ginContext && l.check.isMiddleware(l.src)); ok {
			return strings.Split(text, "\n"), true
		}
	}
	if some || l.writesJSON() {
		return nil, false
	}
	switch key {
	case "net/http.ResponseWriter":
		pkg := l.imported("net/http", "http", true)
		return []string{pkg + ".Error(" + who + `, "unauthorized", ` + pkg + ".StatusUnauthorized)"}, pkg != ""
	case ginContext:
		pkg := l.imported("net/http", "http", true)
		return []string{who + ".AbortWithStatus(" + pkg + ".StatusUnauthorized)"}, pkg != ""
	}
	return nil, false
}

// answerOf returns the error by which a function of a framework answers: like the
// function or the file does, or as the framework does where the file leaves that
// to it, or shows no failure.
func (l *leaver) answerOf(path string) (string, bool) {
	list, some := l.check.neighbours(l.fn, l.syntax(), unversioned(path), l.at.Pos())
	for _, ex := range list {
		if !isErrorValue(typeOrInvalid(l.check.info.TypeOf(ex.whole()))) {
			continue
		}
		if text, ok := l.like(ex, false); ok && !strings.Contains(text, "\n") {
			return text, true
		}
	}
	own := slices.ContainsFunc(l.check.examplesOf(l.syntax()), func(ex *example) bool { return ex.answer.returned && ex.path == unversioned(path) })
	if !own && (some || unversioned(path) == "github.com/gofiber/fiber" && l.writesJSON()) {
		return "", false // fiber's own errors are plain text
	}
	pkg := l.imported(path, unversioned(path)[strings.LastIndex(unversioned(path), "/")+1:], false)
	return pkg + ".ErrUnauthorized", pkg != ""
}

func (l *leaver) like(ex *example, abort bool) (string, bool) {
	return l.check.like(ex, &placement{file: l.file}, l.at.Rbrace, l.src.err, abort)
}

func (l *leaver) syntax() *ast.File { return l.check.report.File(l.at.Pos()) }

// writesJSON reports whether a file writes JSON, for people or machines that
// expect no plain text then.
func (l *leaver) writesJSON() bool {
	file := l.syntax()
	found, known := l.check.json[file]
	if known {
		return found
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			fn := l.check.callee(n)
			found = found || fn != nil && writingJSON[keyOf(fn)][fn.Name()]
		case *ast.BasicLit:
			found = found || n.Kind == token.STRING && strings.Contains(n.Value, "application/json")
		}
		return !found
	})
	l.check.json[file] = found
	return found
}

// writingJSON are the functions and methods that write JSON.
var writingJSON = map[string]map[string]bool{
	"encoding/json":                {"NewEncoder": true, "Marshal": true, "MarshalIndent": true},
	"github.com/go-chi/render":     {"JSON": true},
	"github.com/gofiber/fiber.Ctx": {"JSON": true},
	ginContext:                     {"JSON": true, "IndentedJSON": true, "PureJSON": true, "SecureJSON": true, "AsciiJSON": true},
}
