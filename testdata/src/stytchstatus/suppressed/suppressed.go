// Package suppressed holds findings that are meant, and comments that say so.
package suppressed

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

func suppressed(e stytcherror.Error) {
	//stytchlint:ignore stytchstatus the old proxy changes statuses
	_ = e.StatusCode == 401 && e.ErrorType == "session_not_found"
	_ = e.StatusCode == 401 && e.ErrorType == "session_not_found" //stytchlint:ignore stytchcode another check // want `never true`
	//stytchlint:ignore stytchstatus nothing to silence // want `silences nothing here; remove it`
	_ = e.StatusCode == 404 && e.ErrorType == "session_not_found"
}
