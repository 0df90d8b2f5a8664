// Package catalog is checked with a tiny catalog.
package catalog

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

func api(e stytcherror.Error) {
	switch e.ErrorType {
	case "horse_not_found": // in the catalog
	case "horse_not_fond": // want `^"horse_not_fond" is not a Stytch error code; did you mean "horse_not_found"\?$`
	case "pony_not_found": // want `^"pony_not_found" is not a Stytch error code any more; it was renamed to "horse_not_found"$`
	case "stable_burnt_down": // want `^"stable_burnt_down" is not a Stytch error code; Stytch gave it up$`
	case "mule_not_found": // want `^"mule_not_found" is not a Stytch error code; every animal is a horse: "horse_not_found"$`
	case "session_not_found": // want `^"session_not_found" is not in the Stytch catalog \(checked 1999-12-31\); if it is new, add -stytchcode.known=session_not_found$`
	}
}

func oauth2(e stytcherror.OAuth2Error) {
	switch e.ErrorType {
	case "hay_required": // in the catalog
	case "hay_requierd": // want `^"hay_requierd" is not an OAuth 2.0 error code; did you mean "hay_required"\?$`
	case "horse_not_found": // want `^"horse_not_found" is an error code of Stytch's API, but OAuth2Error carries those of OAuth 2.0$`
	}
}
