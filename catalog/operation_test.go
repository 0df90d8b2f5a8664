package catalog_test

import (
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
			if names := code.Products.Names(); len(names) > 1 && !strings.Contains(strings.Join(names, " "), product) {
				t.Errorf("%s: %q is a code of %q", op.Name, name, names)
			}
		}
	}
}
