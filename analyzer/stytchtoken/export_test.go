package stytchtoken

import "github.com/stytchlint/stytchlint/catalog"

// Message returns what is said of a token that an operation spends in a loop.
func Message(op catalog.Operation) string {
	_, message := new(check).message(&finding{op: &op, fails: true, repeat: true})
	return message
}
