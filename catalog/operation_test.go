package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/catalog"
)

func TestOperationOf(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]struct{ name, token, code string }{
		"stytch/consumer/oauth.AuthenticateParams":             {"consumer OAuth.Authenticate", "Token", "oauth_token_not_found"},
		"stytch.OAuthAuthenticateParams":                       {"consumer OAuth.Authenticate", "Token", "oauth_token_not_found"},
		"stytch/b2b/oauth.AuthenticateParams":                  {"b2b OAuth.Authenticate", "OAuthToken", "oauth_token_not_found"},
		"stytch/b2b/sessions.AuthenticateParams":               {"b2b Sessions.Authenticate", "", "session_not_found"},
		"stytch/b2b.SessionsClient.AuthenticateJWTLocal":       {"b2b Sessions.AuthenticateJWTLocal", "", ""},
		"stytch/consumer/totps.RecoverParams":                  {"consumer TOTPs.Recover", "RecoveryCode", ""},
		"stytch/b2c.TOTPsRecoverParams":                        {"consumer TOTPs.Recover", "RecoveryCode", ""},
		"stytch.TOTPsRecoverParams":                            {"consumer TOTPs.Recover", "RecoveryCode", ""},
		"stytch/consumer/webauthn.AuthenticateParams":          {"consumer WebAuthn.Authenticate", "", "unable_to_auth_webauthn_registration"},
		"stytch/b2b/passwords/session.ResetParams":             {"b2b Passwords.Sessions.Reset", "", "session_too_old_to_reset_password"},
		"stytch/b2b/magiclinks/discovery.AuthenticateParams":   {"b2b MagicLinks.Discovery.Authenticate", "DiscoveryMagicLinksToken", "unable_to_auth_magic_link"},
		"stytch/consumer/magiclinks/email.LoginOrCreateParams": {},
		"": {},
	} {
		op, ok := catalog.OperationOf(key)
		if ok != (want.name != "") || op.Name != want.name || op.Token != want.token {
			t.Errorf("OperationOf(%q) = %+v, %t", key, op, ok)
		}
		if want.code != "" && (len(op.Codes) == 0 || op.Codes[0] != want.code) {
			t.Errorf("OperationOf(%q) has the codes %q", key, op.Codes)
		}
	}
}

// What is said of an operation agrees with what is said of its codes.
func TestOperations(t *testing.T) {
	t.Parallel()
	for _, op := range catalog.Operations() {
		if same, ok := catalog.OperationNamed(op.Name); !ok || same.Outcome != op.Outcome {
			t.Errorf("%s is not found by its name", op.Name)
		}
		product, call, _ := strings.Cut(op.Name, " ")
		if op.Outcome == "" || call == "" {
			t.Errorf("%+v lacks something", op)
		}
		for _, name := range op.Codes {
			code, ok := catalog.Lookup(name)
			if !ok {
				t.Errorf("%s: no code %q", op.Name, name)
			}
			if p, _ := catalog.ParseProducts(product); code.Products != 0 && code.Products&p == 0 {
				t.Errorf("%s: %q is a code of %q", op.Name, name, code.Products.Names())
			}
			if !slices.Contains(code.RaisedBy, op.Name) {
				t.Errorf("%s: %q is raised by %q", op.Name, name, code.RaisedBy)
			}
		}
	}
}
