package editor

import (
	"strings"

	"github.com/stytchlint/stytchlint/catalog"
)

// oauth2Prefix begins the ids of the codes of OAuth 2.0.
const oauth2Prefix = "oauth2:"

// idOf returns the id of a code of a set.
func idOf(set *catalog.Set, name string) string {
	if set == catalog.OAuth2() {
		return oauth2Prefix + name
	}
	return name
}

// Documentation returns what there is to say about an item, as Markdown and as plain
// text, false if there is no item of that id.
func Documentation(id string) (markdown, plain string, ok bool) {
	name, isOAuth2 := strings.CutPrefix(id, oauth2Prefix)
	set := catalog.Stytch()
	if isOAuth2 {
		set = catalog.OAuth2()
	}
	code, ok := set.Lookup(name)
	if !ok {
		return "", "", false
	}
	return code.Meaning, code.Meaning, true
}
