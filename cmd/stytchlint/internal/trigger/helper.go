package trigger

import (
	"bytes"
	"strings"
)

// A function is a helper if it asks an error which it is given for a type
// that its caller names. In such a function,
//
//   - a parameter is handed to errors.As and its like as the target, as in
//     errors.As(err, target), or
//   - a type parameter is the type, as in errors.AsType[T](err), err.(T), or
//     errors.As(err, &t).
//
// A function is a taker if it is exported and takes an error, what a request is
// answered with, or a function that returns an error, which it may call again. So is
// the method that makes an exported type an error: such errors are answered with. And so
// is one that counts, and does nothing else.
//
// What is told here is that a package may have one. It is not parsed for that:
// most functions that call errors.As do it for a type of their own, and so what
// is looked for is rare enough.

// maxDeclaration bounds what is kept of a declaration for the next piece of a
// large file.
const maxDeclaration = window / 4

// declared returns what the functions in src may be, and where the last
// declaration of one begins, -1 if there is none. It stops when nothing more is
// wanted.
func declared(src []byte, wanted Hit) (hit Hit, last int) {
	start, next := -1, nextFunc(src, 0)
	for next >= 0 && hit != wanted {
		start = next
		next = nextFunc(src, start+1)
		end := next
		if end < 0 {
			end = len(src)
		}
		hit |= function(src[start:end]) & wanted
	}
	return hit, start
}

// nextFunc returns where the next word func, at or behind an offset, begins a
// declaration as far as what stands before it tells; -1 if none does.
func nextFunc(src []byte, at int) int {
	const word = "func "
	for {
		i := bytes.Index(src[at:], []byte(word))
		if i < 0 {
			return -1
		}
		at += i
		before := bytes.TrimRight(src[:at], " \t\r")
		if len(before) == 0 || strings.IndexByte("\n;/", before[len(before)-1]) >= 0 {
			return at
		}
		at += len(word)
	}
}

// function returns what the function may be that src declares.
func function(src []byte) Hit {
	rest := trim(src[len("func "):])
	recv, after, method := group(rest)
	if method {
		rest = trim(after)
	}
	name := word(rest)
	rest = trim(rest[len(name):])
	var typeParams []byte
	if len(rest) > 0 && rest[0] == '[' {
		typeParams, rest, _ = group(rest)
		rest = trim(rest)
	}
	params, body, ok := group(rest)
	if !ok || len(name) == 0 {
		return 0 // it does not parse, or it is a literal
	}
	var hit Hit
	if handsOnTarget(params, body, len(typeParams) > 0) || asksForParam(typeParams, body) {
		hit |= Helper
	}
	if isExported(name) && (takesError(params) || takesFunc(params) || counts(body)) || method && isOfError(recv, name, params, body) {
		hit |= Taker
	}
	return hit
}

// isOfError reports whether a method is the one by which an exported type is an error.
func isOfError(recv, name, params, body []byte) bool {
	typ := recv[bytes.LastIndexAny(recv, " *")+1:]
	return string(name) == "Error" && len(trim(params)) == 0 && string(word(trim(body))) == "string" && len(typ) > 0 && isExported(typ)
}

// counts reports whether a function has no results, is short, and may count something.
func counts(body []byte) bool {
	body, _, ok := group(trim(body))
	if !ok || bytes.Count(body, []byte("\n")) > 8 || bytes.Contains(body, []byte("return")) {
		return false
	}
	for _, how := range []string{"++", "+=", ".Inc", ".Add", ".Observe"} {
		if bytes.Contains(body, []byte(how)) {
			return true
		}
	}
	return false
}

// responders are the names of types by which requests are answered, behind the
// names of packages in which they mean something else.
var responders = []struct{ name, except string }{
	{"ResponseWriter", ""},
	{"ResponseController", ""},
	{"Context", "context."},
	{"Response", "http."},
	{"Ctx", ""},
}

// takesError reports whether an error may be handed to a function, among
// anything else at all if need be, or what a request is answered with.
func takesError(params []byte) bool {
	params = flat(params)
	// The result of a function that is passed is no parameter, and a list of
	// errors is no error.
	for _, other := range []string{") error", "]error"} {
		params = bytes.ReplaceAll(params, []byte(other), nil)
	}
	if holdsWord(params, []byte("error")) {
		return true
	}
	for _, r := range responders {
		other := []byte(r.except + r.name)
		if r.except != "" && bytes.Contains(params, other) {
			params = bytes.ReplaceAll(params, other, nil)
		}
		if holdsWord(params, []byte(r.name)) {
			return true
		}
	}
	_, variadic, _ := bytes.Cut(params, []byte("..."))
	variadic = trim(variadic)
	return bytes.HasPrefix(variadic, []byte("any")) || bytes.HasPrefix(variadic, []byte("interface"))
}

// takesFunc reports whether a function that returns an error may be handed to a
// function, as far as its type is written there.
func takesFunc(params []byte) bool {
	_, after, ok := bytes.Cut(params, []byte("func("))
	return ok && holdsWord(after, []byte("error"))
}

// isExported reports whether a name is, as far as its first byte tells.
func isExported(name []byte) bool { return 'A' <= name[0] && name[0] <= 'Z' || name[0] >= 0x80 }

// asksForParam reports whether an error may be asked for one of the types that
// are parameters.
func asksForParam(typeParams, body []byte) bool {
	if len(typeParams) == 0 {
		return false
	}
	if bytes.Contains(body, []byte("AsType")) {
		return true
	}
	cases := bytes.Contains(body, []byte(".(type)"))
	for _, before := range []string{".(", "case ", ", "} {
		if before != ".(" && !cases {
			return false
		}
		for at := 0; ; {
			i := bytes.Index(body[at:], []byte(before))
			if i < 0 {
				break
			}
			at += i + len(before)
			if holdsWord(typeParams, word(bytes.TrimLeft(body[at:], " \t\r\n*("))) {
				return true
			}
		}
	}
	return false
}

// handsOnTarget reports whether errors.As or its like is called with a parameter
// as the target; in a generic function, with whatever target.
func handsOnTarget(params, body []byte, generic bool) bool {
	for at := 0; ; {
		i := bytes.Index(body[at:], []byte("As"))
		if i < 0 {
			return false
		}
		begin := at + i
		at = begin + len("As")
		for begin > 0 && isLetter(body[begin-1]) {
			begin--
		}
		function := string(body[begin:at])
		if function != "As" && function != "ErrorAs" && function != "NotErrorAs" {
			continue
		}
		args := arguments(bytes.TrimPrefix(body[at:], []byte("f")))
		if args != nil && generic {
			return true
		}
		// The target comes behind the error. The functions of testify take the
		// test before both.
		for _, place := range []int{1, 2} {
			if place < len(args) && (place == 1 || function != "As") && isName(args[place]) && holdsWord(params, word(bytes.TrimLeft(args[place], " \t\r\n("))) {
				// The error of require.ErrorAs(t, err, &e) is no target.
				if place == 1 && len(args) > 2 && bytes.HasPrefix(trim(args[2]), []byte("&")) {
					continue
				}
				return true
			}
		}
	}
}
