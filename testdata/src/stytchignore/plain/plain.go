// Package plain has nothing to do with Stytch. A comment is judged all the same.
package plain

//stytchlint:ignore stytchcode // want `gives no reason`
func plain() {}

// a unit separated by tabs
//
//stytchlint:ignore	stytchcode	a reason behind a tab
func tabs() {}
