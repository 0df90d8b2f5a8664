package code_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stytchlint/stytchlint/catalog"
	"github.com/stytchlint/stytchlint/catalog/code"
)

// The names follow Go's habits for initialisms.
func TestNames(t *testing.T) {
	for constant, name := range map[string]string{
		code.SessionNotFound:                             "session_not_found",
		code.OAuthTokenNotFound:                          "oauth_token_not_found",
		code.OTPCodeNotFound:                             "otp_code_not_found",
		code.TOTPsNotFoundForUser:                        "totps_not_found_for_user",
		code.InvalidPBKDF2Hash:                           "invalid_pbkdf_2_hash",
		code.InvalidX509Certificate:                      "invalid_x509_certificate",
		code.InvalidSHA512Hash:                           "invalid_sha_512_hash",
		code.OAuth2InvalidTokenError:                     "oauth2_invalid_token_error",
		code.UnableToAuthWebAuthnRegistration:            "unable_to_auth_webauthn_registration",
		code.UserSearchMissingEmailIDs:                   "user_search_missing_email_ids",
		code.NoLoginRedirectURLsSet:                      "no_login_redirect_urls_set",
		code.CNAMERequiredForHTTPOnlyCookies:             "cname_required_for_http_only_cookies",
		code.Twitter401:                                  "twitter_401",
		code.InvalidB2BEndpoint:                          "invalid_b2b_endpoint",
		code.M2MAuthorizationError:                       "m2m_authorization_error",
		code.IDPRefreshTokenNotFound:                     "idp_refresh_token_not_found",
		code.InvalidSIWEURI:                              "invalid_siwe_uri",
		code.CountryCodeAllowlistB2BWhatsAppNotSupported: "country_code_allowlist_b2b_whatsapp_not_supported",
	} {
		if constant != name {
			t.Errorf("%q, want %q", constant, name)
		}
	}
}

// TestConstants reads the source: there is one untyped constant for each code
// of the catalog, with a comment that tells what the catalog knows.
func TestConstants(t *testing.T) {
	const file = "zcode.go"
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string]string{}
	for _, decl := range f.Decls {
		for _, spec := range decl.(*ast.GenDecl).Specs {
			v := spec.(*ast.ValueSpec)
			name, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
			if err != nil || len(v.Names) != 1 || v.Type != nil {
				t.Fatalf("%v: not one untyped string: %v", v.Names, err)
			}
			doc := v.Doc.Text()
			if !strings.HasPrefix(doc, v.Names[0].Name+" ") {
				t.Errorf("%s: the comment begins with another name: %q", v.Names[0], doc)
			}
			for line := range strings.Lines(doc) {
				if n := utf8.RuneCountInString(line); n > 82 && !strings.Contains(line, "https://") && strings.Contains(strings.TrimSpace(line), " ") {
					t.Errorf("%s: a line of %d columns: %s", v.Names[0], n, line)
				}
			}
			docs[name] = strings.Join(strings.Fields(doc), " ")
		}
	}
	for _, c := range catalog.All() {
		doc, ok := docs[c.Name]
		if !ok {
			t.Errorf("no constant for %q", c.Name)
		}
		status := "status unknown"
		if c.Status != 0 {
			status = "HTTP " + strconv.Itoa(c.Status)
		}
		for _, s := range c.Others {
			status += " or " + strconv.Itoa(s.Status)
		}
		for _, text := range append(append([]string{status, c.Meaning, c.URL}, c.Causes...), c.Remedies...) {
			if !strings.Contains(doc, text) {
				t.Errorf("%s: the comment lacks %q", c.Name, text)
			}
		}
	}
	if len(docs) != 821 {
		t.Errorf("%d constants, want 821", len(docs))
	}
}
