package repair

import (
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// answer returns the statements that answer by a value that is no error: like
// the function or the file does, or with a text where nothing else is written.
func (l *leaver) answer(who, key string) ([]string, bool) {
	if who == "" {
		return nil, false
	}
	text, some := l.neighbour(key[:strings.LastIndex(key, ".")], false)
	if text != "" {
		return strings.Split(text, "\n"), true
	}
	pkg := l.imported("net/http", "http")
	if some || l.json[l.syntax] || pkg == "" {
		return nil, false
	}
	switch key {
	case "net/http.ResponseWriter":
		return []string{pkg + ".Error(" + who + `, "unauthorized", ` + pkg + ".StatusUnauthorized)"}, true
	case ginContext:
		return []string{who + ".AbortWithStatus(" + pkg + ".StatusUnauthorized)"}, true
	}
	return nil, false
}

// answerOf returns the error by which a function of a framework answers: like the
// function or the file does, or as the framework does where the file leaves that
// to it, or shows no failure.
func (l *leaver) errorOf(path string) (string, bool) {
	name := library.Path(path)
	text, some := l.neighbour(name, true)
	if text != "" {
		return text, true
	}
	own := slices.ContainsFunc(l.examplesOf(l.syntax), func(ex *example) bool { return l.isLate(ex.answer) && ex.path == name })
	if !own && (some || name == "github.com/gofiber/fiber" && l.json[l.syntax]) {
		return "", false // fiber's own errors are plain text
	}
	pkg := l.imported(path, name[strings.LastIndex(name, "/")+1:])
	return pkg + ".ErrUnauthorized", pkg != ""
}

// neighbour returns an answer like one of the function or the file, "" if there is
// none that can be written here, and whether there are some.
func (l *leaver) neighbour(path string, returned bool) (text string, some bool) {
	list, some := l.neighbours(l.fn, l.syntax, path, l.at.Pos())
	for _, ex := range list {
		whole := typeOrInvalid(l.info.TypeOf(ex.place(l.Fixer).whole()))
		if returned && !isErrorValue(whole) || !returned && l.isLate(ex.answer) {
			continue
		}
		if text, ok := l.like(ex); ok && !(returned && strings.Contains(text, "\n")) {
			return text, true
		}
	}
	return "", some
}
