package main

import "strings"

// spellings holds the words that Go writes in their own way.
var spellings = map[string]string{
	"api": "API", "asn": "ASN", "b2b": "B2B", "base64": "Base64", "cidr": "CIDR",
	"cname": "CNAME", "csrf": "CSRF", "dfp": "DFP", "html": "HTML", "http": "HTTP",
	"https": "HTTPS", "id": "ID", "idp": "IDP", "ids": "IDs", "ip": "IP",
	"jit": "JIT", "json": "JSON", "jwk": "JWK", "jwks": "JWKS", "jwt": "JWT",
	"luds": "LUDS", "m2m": "M2M", "md": "MD", "mfa": "MFA", "oauth": "OAuth",
	"oauth2": "OAuth2", "oidc": "OIDC", "otp": "OTP", "pbkdf": "PBKDF", "pem": "PEM",
	"phpass": "PHPass", "pkce": "PKCE", "rbac": "RBAC", "saml": "SAML", "scim": "SCIM",
	"sdk": "SDK", "sha": "SHA", "siwe": "SIWE", "sms": "SMS", "sso": "SSO",
	"totp": "TOTP", "totps": "TOTPs", "ttl": "TTL", "uri": "URI", "url": "URL",
	"urls": "URLs", "webauthn": "WebAuthn", "whatsapp": "WhatsApp", "x509": "X509",
	"xml": "XML",
}

// ident returns the name of the constant for a code: SessionNotFound for
// session_not_found.
func ident(name string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(name, "_") {
		if s := spellings[word]; s != "" {
			b.WriteString(s)
		} else if word != "" {
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return b.String()
}

// checkIdents checks that no two codes have the same constant, and that each
// constant is an identifier.
func checkIdents(codes []code, p *problems) {
	owner := map[string]string{}
	for _, c := range codes {
		id := ident(c.name)
		if owner[id] != "" {
			p.add(codesTSV, c.line, "%q would have the constant %s, which is that of %q", c.name, id, owner[id])
		}
		if id == "" || id[0] < 'A' || id[0] > 'Z' {
			p.add(codesTSV, c.line, "%q has no identifier for its constant", c.name)
		}
		owner[id] = c.name
	}
}
