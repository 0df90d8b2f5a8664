package stytchtoken

import "github.com/stytchlint/stytchlint/analyzer/internal/paths"

// spends is the fact about a function that spends tokens which it is handed.
type spends struct{ paths.Effects }

// retries is the fact about a function that calls another one again when that
// failed, whatever it does.
type retries struct{ paths.Effects }
