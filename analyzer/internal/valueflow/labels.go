package valueflow

import "github.com/stytchlint/stytchlint/analyzer/internal/sdk"

// Labels say where the values of a node may come from, a bit for each place.
// They are carried along the edges; what exactly comes from there, such as the
// constants themselves, is found by a walk backwards where a label says that
// there is some.
type labels uint32

const (
	fromAPI       labels = 1 << iota // the ErrorType of a stytcherror.Error
	fromOAuth2                       // the ErrorType of a stytcherror.OAuth2Error
	fromTyped                        // typed as a code, of unknown origin
	fromShape                        // the error_type of a struct in the shape of Stytch's errors
	fromProgram                      // a constant of this program
	fromTest                         // a constant of a test of it
	fromEnv                          // a variable of the environment
	fromText                         // a text that is made of others
	fromPiece                        // a piece of a text
	fromSearch                       // a pointer that was found in an error
	ownPointer                       // one that the program may have made
	fromElsewhere                    // anything else: unknown
	fromStatus                       // the status of an error
	fromNumber                       // any other number

	// Of errors and their texts, in a graph that has nodes for those.
	fromError      // an error of Stytch's API
	fromOAuthError // an error of OAuth 2.0
	fromOwnError   // an error that the program makes, or the standard library
	fromOtherError // the text of an error that may be anything
	fromCaller     // an error that callers which are not in view may pass
	fromMessage    // the ErrorMessage of an error of the SDK

	// Marks say what happened on the way.
	upper        // brought to upper case
	lost         // what is in an error is not found by errors.As any more
	beside       // put beside a text that is not in view
	exposed      // other packages may store more there
	exposedParam // callers in other packages may pass more
)

const (
	fromCode     = fromAPI | fromOAuth2 | fromTyped | fromShape
	fromConstant = fromProgram | fromTest
	anyExposed   = exposed | exposedParam
	fromPointer  = fromSearch | ownPointer
	marks        = upper | lost | beside | anyExposed
	fromSDK      = fromError | fromOAuthError
	// ofError has the labels of everything that is an error or the text of one.
	ofError = fromSDK | fromOwnError | fromOtherError | fromCaller | fromMessage

	// native labels do not speak against a value being a code.
	native = fromCode | fromConstant | fromStatus | fromNumber | fromPointer | marks | ofError&^fromOtherError
)

// foreign reports whether a value with these labels may come from where no
// codes do.
func (l labels) foreign() bool { return l&^native != 0 }

// isCode reports whether a value with these labels can be nothing but an error
// code, or a constant that the program itself put in its place.
func (l labels) isCode() bool { return l&fromCode != 0 && !l.foreign() }

// family returns the sets that the codes are drawn from.
func (l labels) family() sdk.Family {
	var f sdk.Family
	if l&(fromAPI|fromShape) != 0 {
		f |= sdk.API
	}
	if l&fromOAuth2 != 0 {
		f |= sdk.OAuth2
	}
	if f == 0 || l&fromTyped != 0 {
		return sdk.Either
	}
	return f
}

// labelOf returns the label of the codes of a family.
func labelOf(f sdk.Family) labels {
	switch f {
	case sdk.API:
		return fromAPI
	case sdk.OAuth2:
		return fromOAuth2
	}
	return fromTyped
}
