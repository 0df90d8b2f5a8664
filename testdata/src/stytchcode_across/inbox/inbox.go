// Package inbox decodes the structs of another package.
package inbox

import (
	"encoding/json"
	"io"

	"stytchcode_across/wire"
)

// a struct that is decoded where it is declared
func payload(r io.Reader) bool {
	p, err := wire.Read(r)
	return err == nil && p.Code == "sesion_not_found"
}

// a struct that is decoded here
func notice(r io.Reader) bool {
	var n wire.Notice
	return json.NewDecoder(r).Decode(&n) == nil && n.Code == "sesion_not_found"
}
