// Package pluginsuse implements an interface of another package.
package pluginsuse

import "stytchcode_across/plugins"

type cart struct{}

func (cart) Code(error) string              { return "cart_is_empty" }
func (cart) Is(_ error, code string) bool   { return code == "cart_is_empty" }
func (cart) sesion(err error, s string) any { return s == "sesion_not_found" }

func init() {
	plugins.Default = cart{}
	plugins.CodeOf = func(err error) string { return err.Error() }
}

func use(err error, p plugins.Provider, s plugins.Sealed, list []plugins.Provider) {
	// interfaces with implementations that know other codes
	_ = p.Is(err, "sesion_not_found") || p.Code(err) == "sesion_not_found"
	_ = plugins.Is(err, "cart_is_empty") || plugins.Code(err) == "sesion_not_found"
	for _, p := range list {
		_ = p.Is(err, "sesion_not_found")
	}

	// function values that are replaced
	_ = plugins.CodeOf(err) == "sesion_not_found"

	// the implementation itself
	_ = plugins.Stytch{}.Code(err) == "sesion_not_found" // want `"session_not_found"`
	_ = plugins.Direct(err, "weak_pasword")              // want `"weak_password"`
	_ = (&plugins.Local{}).Is(err, "sesion_not_found")

	// an interface that nobody else can implement
	_ = s.Reason() == "user_notfound" // want `"user_not_found"`
}
