package trigger

import "bytes"

// Helpers is what shows whether a file may hold a function that asks an error
// which it is given for a type that its caller names. In such a function,
//
//   - a parameter is handed to errors.As and its like as the target, as in
//     errors.As(err, target), or
//   - a type parameter is the type, as in errors.AsType[T](err), err.(T), or
//     errors.As(err, &t).
type helpers struct {
	target  bool // a name is handed on as the target
	asks    bool // an error may be asked for a type
	generic bool // a function has type parameters
}

func (h *helpers) hit() Hit {
	if h.target || h.generic && h.asks {
		return Helper
	}
	return 0
}

// look notes what a piece of the source shows.
func (h *helpers) look(src []byte) {
	h.asks = h.asks || bytes.Contains(src, []byte(".(")) || bytes.Contains(src, []byte("AsType"))
	h.generic = h.generic || declaresGeneric(src)
	for at := 0; !h.target; {
		i := bytes.Index(src[at:], []byte("As"))
		if i < 0 {
			return
		}
		at += i + len("As")
		args, ok := arguments(src[at:])
		if !ok {
			continue
		}
		h.asks = true
		// The target comes behind the error. The functions of testify take the
		// test before both.
		h.target = len(args) > 1 && isName(args[1])
		if len(args) > 2 && bytes.HasSuffix(src[:at], []byte("ErrorAs")) {
			h.target = isName(args[2]) || h.target && !bytes.HasPrefix(bytes.TrimSpace(args[2]), []byte("&"))
		}
	}
}

// declaresGeneric reports whether a function in src has type parameters.
func declaresGeneric(src []byte) bool {
	for {
		i := bytes.Index(src, []byte("func "))
		if i < 0 {
			return false
		}
		src = bytes.TrimLeft(src[i+len("func "):], " ")
		name := 0
		for name < len(src) && isLetter(src[name]) {
			name++
		}
		if rest := bytes.TrimLeft(src[name:], " "); name > 0 && len(rest) > 0 && rest[0] == '[' {
			return true
		}
	}
}

// arguments returns the arguments of a call whose function's name, but for an f
// at its end, ends where src begins.
func arguments(src []byte) (args [][]byte, ok bool) {
	src = bytes.TrimLeft(bytes.TrimPrefix(src, []byte("f")), " \t)")
	if len(src) == 0 || src[0] != '(' {
		return nil, false
	}
	depth, start := 0, 1
	for i, c := range src {
		switch c {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
			if depth == 0 {
				if rest := src[start:i]; len(bytes.TrimSpace(rest)) > 0 {
					args = append(args, rest)
				}
				return args, true
			}
		case ',':
			if depth == 1 {
				args = append(args, src[start:i])
				start = i + 1
			}
		}
	}
	return nil, false
}

// isName reports whether an argument is nothing but a name.
func isName(arg []byte) bool {
	arg = bytes.Trim(arg, " \t\r\n()")
	for _, c := range arg {
		if !isLetter(c) {
			return false
		}
	}
	return len(arg) > 0
}

func isLetter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c >= 0x80
}
