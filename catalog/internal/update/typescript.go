package main

// parseUnion returns the members of the union of TypeScript:
//
//	export type StytchAPIErrorType =
//	  | 'active_totp_exists'
//	  | string;
//
// A member that is neither a string nor any string would hide codes, and so it is
// an error.
func parseUnion(s *scanner) ([]entry, error) {
	if err := s.find("type", typeName, "="); err != nil {
		return nil, err
	}
	var entries []entry
	t, err := s.next()
	if err == nil && t.is("|") {
		t, err = s.next()
	}
	for err == nil {
		switch {
		case t.kind == plain:
			entries = append(entries, entry{t.text, t.line})
		case t.is("string"):
		case t.is("("):
			err = s.anyString()
		default:
			err = s.errorf(t.line, "a code in quotes is missing before %s", t)
		}
		if err != nil {
			break
		}
		if t, err = s.next(); err != nil || t.is(";") {
			break
		}
		if !t.is("|") {
			err = s.errorf(t.line, "the list does not end with a semicolon: %s follows", t)
			break
		}
		t, err = s.next()
	}
	return entries, err
}

// anyString skips what is left of (string & {}): a string that is none of the
// members.
func (s *scanner) anyString() error {
	for _, want := range []string{"string", "&", "{", "}", ")"} {
		t, err := s.next()
		if err != nil {
			return err
		}
		if !t.is(want) {
			return s.errorf(t.line, "%q is missing before %s", want, t)
		}
	}
	return nil
}
