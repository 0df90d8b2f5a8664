// Package app uses a package that has the SDK vendored.
package app

import "stytchcode_across/vendored/lib"

const gone lib.Type = "sesion_not_found"

func handle(err error) bool {
	return lib.Is(err, gone, "weak_pasword") || // want `"sesion_not_found" is not` `"weak_password"`
		lib.Is(err, lib.Type("user_notfound")) // want `"user_not_found"`
}
