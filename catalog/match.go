package catalog

// A Reason says how a name relates to the codes that exist.
type Reason uint8

// What [Nearest] finds out about a name.
const (
	Unknown   Reason = iota // nothing in the set is near
	Spelling                // a code written with other case, hyphens, spaces or in camelCase
	Typo                    // one or two slips of the keyboard away from a code
	Renamed                 // a code once, sent under another name now
	Removed                 // a code once, not sent any more
	Foreign                 // raised by another Stytch SDK on its own, never by the API
	Invented                // a name that people make up; the code for it is known
	Words                   // shares its rarer words with a code: worth a mention, no more
	Reordered               // the very words of one code, in another order
	Exact                   // a code of the set: nothing is wrong with it
)

// A Match is the answer to "which code did the writer mean?".
type Match struct {
	Reason Reason
	Codes  []string // the codes that may be meant, the likeliest first; several only where they are equally near
	Note   string   // for Renamed, Removed, Foreign and Invented: a clause for the message; may be empty
}

// Certain reports whether the name is wrong beyond doubt, as opposed to merely
// absent from the set: every reason but Unknown, Words and Exact.
func (m Match) Certain() bool {
	return m.Reason != Unknown && m.Reason != Words && m.Reason != Exact
}

// Fix returns the one code that may be written in the place of the name
// without asking, or "" where the answer is not unique and close.
func (m Match) Fix() string {
	if !m.Certain() || len(m.Codes) != 1 {
		return ""
	}
	return m.Codes[0]
}
