// Package kinds has a code of Stytch's under another name.
package kinds

const Gone = "session_not_found"

func Is(kind string) bool { return kind == Gone }
