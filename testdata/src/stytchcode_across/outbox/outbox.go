// Package outbox uses structs of another package as that makes them.
package outbox

import (
	"encoding/json"
	"io"

	"stytchcode_across/wire"
)

// a struct that is only written, although others may decode it
func write(w io.Writer, n *wire.Notice, e wire.Event) error {
	if n.Code == "sesion_not_found" || e.Code == "weak_pasword" { // want `"session_not_found"` `"weak_password"`
		return nil
	}
	if n.Code == "cart_is_empty" || n.Code == "session_expired" {
		return nil
	}
	return json.NewEncoder(w).Encode(n)
}
