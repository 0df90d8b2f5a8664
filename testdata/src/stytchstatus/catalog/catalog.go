// Package catalog is checked with a catalog of its own.
package catalog

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

func own(e stytcherror.Error) {
	_ = e.StatusCode == 404 && e.ErrorType == "teapot" // want `"teapot" always comes with status 418, so this is never true together with 404`
	_ = e.StatusCode == 401 && e.ErrorType == "session_not_found"
	_ = e.StatusCode == 401 && e.ErrorType == "kettle"
}

// A code with two statuses is right with either of them, and wrong with none.
func two(e stytcherror.Error) {
	_ = e.StatusCode == 404 && e.ErrorType == "pan"
	_ = e.StatusCode == 400 && e.ErrorType == "pan"
	_ = e.StatusCode < 500 && e.ErrorType == "pan"
	_ = e.StatusCode != 404 && e.ErrorType == "pan"
	_ = e.ErrorType == "pan" && e.StatusCode == 400
	_ = e.ErrorType == "pan" && e.StatusCode > 400
	_ = e.ErrorType == "pan" && e.StatusCode != 400
	if e.ErrorType != "pan" || e.StatusCode != 400 {
		return
	}
	_ = stytcherror.Error{StatusCode: 404, ErrorType: "pan"}
	_ = stytcherror.Error{StatusCode: 400, ErrorType: "pan"}
}

func neither(e stytcherror.Error) {
	_ = e.StatusCode == 401 && e.ErrorType == "pan"                              // want `^"pan" comes with status 404 or 400, so this is never true together with 401$`
	_ = e.StatusCode >= 500 && e.ErrorType == "pan"                              // want `never true together with a status >= 500$`
	_ = e.StatusCode != 404 && e.StatusCode != 400 && e.ErrorType == "pan"       // want `never true together with a status other than 400 and a status other than 404$`
	_ = e.StatusCode != 400 && e.StatusCode > 404 && e.ErrorType == "pan"        // want `never true together with a status > 404$`
	_ = e.ErrorType == "pan" && e.StatusCode == 401                              // want `^"pan" comes with status 404 or 400, so this is never true$`
	_ = stytcherror.Error{StatusCode: 401, ErrorType: "pan"}                     // want `^"pan" comes with status 404 or 400, never with 401$`
	_ = (e.ErrorType == "pan" || e.ErrorType == "teapot") && e.StatusCode == 401 // want `^"pan" comes with status 404 or 400 and "teapot" with 418, so this is never true$`
	if e.ErrorType == "pan" {
		if e.StatusCode != 401 { // want `^"pan" comes with status 404 or 400, so this is always true$`
			return
		}
	}
	switch e.StatusCode {
	case 404:
	case 401, 403:
		_ = e.ErrorType == "pan" // want `never true together with 401 or 403$`
	case 400:
		_ = e.ErrorType == "pan"
	default:
		_ = e.ErrorType == "pan" // want `never true together with a status other than 400 and a status other than 404$`
	}
}
