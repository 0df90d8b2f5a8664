package main

// parseEnum returns the codes of the enum of Kotlin:
//
//	public enum class StytchAPIErrorType(public val type: String) {
//	    ACTIVE_TOTP_EXISTS(
//	        type = "active_totp_exists",
//	    ),
//	    ;
//	}
//
// An entry without a code is an error.
func parseEnum(s *scanner) ([]entry, error) {
	if err := s.find("enum", "class", typeName); err != nil {
		return nil, err
	}
	if err := s.find("{"); err != nil {
		return nil, err
	}
	var entries []entry
	for {
		t, err := s.next()
		for err == nil && t.is("@") {
			t, err = s.annotation()
		}
		switch {
		case err != nil:
			return nil, err
		case t.is(";"), t.is("}"):
			return entries, nil
		case t.kind != word:
			return nil, s.errorf(t.line, "the name of an entry is missing before %s", t)
		}
		e, err := s.arguments(t)
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
		if t, err = s.next(); err == nil && t.is("{") {
			if err = s.group("{", "}"); err == nil {
				t, err = s.next()
			}
		}
		switch {
		case err != nil:
			return nil, err
		case t.is(";"), t.is("}"):
			return entries, nil
		case !t.is(","):
			return nil, s.errorf(t.line, "a comma is missing before %s", t)
		}
	}
}

// annotation skips an annotation, whose @ was read, and returns what follows it.
func (s *scanner) annotation() (token, error) {
	t, err := s.next()
	for err == nil && (t.kind == word || t.is(".")) {
		before := t
		if t, err = s.next(); err == nil && before.kind == word && t.kind == word {
			break // the name that it annotates
		}
	}
	if err == nil && t.is("(") {
		if err = s.group("(", ")"); err == nil {
			t, err = s.next()
		}
	}
	return t, err
}

// arguments reads the arguments of an entry. The code is that of the parameter
// type, or the first.
func (s *scanner) arguments(name token) (entry, error) {
	t, err := s.next()
	if err == nil && !t.is("(") {
		err = s.errorf(name.line, "%s has no code: there is no argument", name)
	}
	var found entry
	for i := 0; err == nil && !t.is(")"); i++ {
		var a argument
		if a, t, err = s.argument(); err == nil && a.code != "" && (a.name == "type" || a.name == "" && i == 0) {
			found = entry{a.code, a.line}
		}
	}
	if err == nil && found.code == "" {
		err = s.errorf(name.line, "%s has no code: no string is its type", name)
	}
	return found, err
}

// An argument is one of an entry.
type argument struct {
	name string // may be empty
	code string // what it is, if that is a plain string and nothing else
	line int
}

// argument returns the next argument, and the comma or bracket behind it.
func (s *scanner) argument() (a argument, after token, err error) {
	for n := 0; ; n++ {
		t, err := s.next()
		if err == nil && t.kind == end {
			err = s.errorf(t.line, "the list does not end")
		}
		switch {
		case err != nil, t.is(","), t.is(")"):
			return a, t, err
		case t.is("="):
			n = -1 // what follows is the first token of the value
			continue
		case t.kind == word && n == 0:
			a.name = t.text
			continue
		case t.kind == plain && n == 0:
			a.code, a.line = t.text, t.line
			continue
		}
		a.code = "" // an expression
		for _, brackets := range []string{"()", "{}", "[]"} {
			if t.is(brackets[:1]) {
				err = s.group(brackets[:1], brackets[1:])
			}
		}
		if err != nil {
			return a, t, err
		}
	}
}
