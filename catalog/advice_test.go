package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/catalog"
)

// b2b404 lists the codes of Stytch's page about HTTP 404 in its B2B API.
var b2b404 = []string{
	"billing_info_not_found",
	"captcha_provider_not_found",
	"cname_record_not_found",
	"connected_app_not_found",
	"default_provider_not_allowed",
	"email_not_found",
	"email_settings_not_found",
	"email_template_not_found",
	"event_log_streaming_not_found",
	"idp_access_token_could_not_be_exchanged",
	"idp_access_token_not_found",
	"idp_auth_code_not_found",
	"idp_refresh_token_not_found",
	"insufficient_factors_for_session_exchange",
	"intermediate_session_not_found",
	"jwt_template_not_found",
	"magic_link_not_found",
	"member_does_not_exist_in_organization",
	"member_not_found",
	"member_oauth_token_not_found",
	"member_oidc_token_not_found",
	"member_phone_number_not_found",
	"no_captcha_provider_configured",
	"oauth_config_not_found",
	"oauth_token_not_found",
	"oauth_user_registration_not_found",
	"oidc_connection_not_found",
	"organization_not_found",
	"organization_user_not_found",
	"otp_code_not_found",
	"password_not_found",
	"phone_number_not_found",
	"project_not_found",
	"project_user_not_found",
	"public_token_not_found",
	"recovery_codes_already_exist",
	"recovery_codes_not_found",
	"redirect_url_not_found",
	"route_not_found",
	"route_not_supported_in_test",
	"saml_connection_not_found",
	"secret_not_found",
	"session_not_found",
	"sso_connection_not_found",
	"sso_encryption_private_key_not_found",
	"sso_token_not_found",
	"totp_not_found",
	"totps_not_found_for_user",
	"trusted_token_profile_not_found",
	"webauthn_registration_not_found",
}

func TestB2B404(t *testing.T) {
	if len(b2b404) != 50 {
		t.Fatalf("%d codes, want 50", len(b2b404))
	}
	for _, name := range b2b404 {
		c, ok := catalog.Lookup(name)
		switch {
		case !ok:
			t.Errorf("%s is missing", name)
		case c.Status != 404 || c.Products&catalog.B2B == 0:
			t.Errorf("%s: status %d, products %s", name, c.Status, c.Products)
		case c.Title == "" || len(c.Meaning) < 20:
			t.Errorf("%s: title %q, meaning %q", name, c.Title, c.Meaning)
		case !strings.HasSuffix(c.URL, "/errors/404#"+name):
			t.Errorf("%s: URL %s", name, c.URL)
		}
	}
}

// TestAdvice checks that what a developer must know about a code is there.
func TestAdvice(t *testing.T) {
	for _, test := range []struct {
		name             string
		causes, remedies int
		words            []string // in any case, anywhere in the advice
	}{
		{"session_not_found", 3, 2, []string{"expired", "revoked", "never existed", "long time", "deleted", "sign in again", "get-sessions", "Sessions.Get"}},
		{"oauth_token_not_found", 1, 1, []string{"never existed", "authenticated successfully before", "several times", "query parameter", "redirect URL", "exactly once"}},
		{"email_not_found", 1, 2, []string{"email_id", "mistyped", "password", "magic link", "one-time passcode", "Send", "LoginOrCreate", "check the address"}},
		{"phone_number_not_found", 1, 2, []string{"Send", "LoginOrCreate", "already has"}},
		{"otp_code_not_found", 1, 1, []string{"wrong", "mistyped", "older", "try once more", "new passcode"}},
		{"project_not_found", 1, 1, []string{"several projects", "project_id", "secret", "same project"}},
		{"default_provider_not_allowed", 0, 1, []string{"https://stytch.com/dashboard/oauth", "of your own"}},
		{"oauth_config_not_found", 0, 1, []string{"https://stytch.com/dashboard/oauth"}},
		{"no_captcha_provider_configured", 0, 1, []string{"https://stytch.com/dashboard/captcha/recaptcha", "platform"}},
		{"route_not_supported_in_test", 0, 1, []string{"test environment", "api.stytch.com"}},
		{"route_not_found", 0, 0, []string{"route"}},
		{"recovery_codes_already_exist", 0, 1, []string{"migrate", "delete", "authentication method"}},
		{"insufficient_factors_for_session_exchange", 0, 1, []string{"magic link", "OAuth", "again"}},
		{"magic_link_not_found", 0, 1, []string{"another magic link"}},
		{"sso_encryption_private_key_not_found", 0, 1, []string{"exists", "active"}},
		{"totps_not_found_for_user", 0, 0, []string{"totp_code", "active", "pending"}},
		{"public_token_not_found", 0, 0, []string{"public_token"}},

		{"unable_to_auth_magic_link", 1, 1, []string{"used", "expired", "magic_link_not_found", "invalid_token"}},
		{"unable_to_auth_otp_code", 0, 1, []string{"used", "expired", "otp_code_not_found"}},
		{"invalid_token", 0, 0, []string{"malformed"}},
		{"reset_password", 2, 1, []string{"breach", "without a password", "member_reset_password"}},
		{"member_reset_password", 1, 1, []string{"breach", "reset_password"}},
		{"weak_password", 0, 1, []string{"strength"}},
		{"duplicate_email", 1, 1, []string{"Passwords.Create", "migrate", "reset"}},
		{"too_many_requests", 3, 4, []string{"rate limit", "suspicious", "tests", "longer after each", "block", "test environment", "sandbox values", "whole project"}},
		{"invalid_authorization_header", 3, 2, []string{"missing", "not sent", "badly formatted", "Basic", "dashboard", "project id", "secret"}},
		{"invalid_project_id_authentication", 1, 2, []string{"space at its end", "API keys"}},
		{"organization_suspended", 0, 1, []string{"your own organization", "customer of Stytch", "not about an organization of a B2B project", "support@stytch.com"}},
		{"user_lock_limit_reached", 0, 2, []string{"locked out", "failed attempts", "an hour", "ten", "resets", "by itself", "dashboard", "unlock email"}},
		{"session_too_old_to_reset_password", 0, 1, []string{"five minutes", "factors", "authenticate once more"}},
		{"stale_factors", 0, 1, []string{"hour", "insufficient_factors"}},
		{"insufficient_factors", 0, 1, []string{"OAuth and email", "phone", "passkeys", "stale_factors"}},
		{"invalid_consumer_endpoint", 0, 1, []string{"B2B project", "consumer API", "invalid_b2b_endpoint"}},
		{"invalid_b2b_endpoint", 0, 1, []string{"consumer project", "invalid_consumer_endpoint"}},
		{"search_timeout", 0, 1, []string{"too long", "try again"}},
		{"invalid_code", 0, 1, []string{"form", "otp_code_not_found"}},
		{"invalid_login_magic_link_url", 2, 0, []string{"http instead of https", "slash"}},
		{"bad_domain_for_stytch_sdk", 0, 1, []string{"domains", "dashboard", "test and the live"}},
		{"inactive_email", 1, 2, []string{"hard bounce", "reactivate"}},
		{"no_match_for_provided_magic_link_url", 0, 1, []string{"redirect URLs", "path and query", "dashboard"}},
		{"too_many_unverified_factors", 1, 1, []string{"never verified", "phone number", "email address"}},
		{"unauthorized_credentials", 0, 1, []string{"project id", "secret", "environment"}},
		{"client_library_error", 1, 1, []string{"Go SDK", "JSON"}},
		{"session_authorization_error", 0, 1, []string{"roles", "Go SDK"}},
		{"session_authorization_tenancy_error", 0, 1, []string{"another organization", "Go SDK"}},
		{"m2m_authorization_error", 0, 1, []string{"scope", "Go SDK"}},
		{"oauth2_invalid_token_error", 1, 1, []string{"IntrospectTokenNetwork", "not active", "expired"}},
		{"telemetry_id_not_found", 1, 1, []string{"expired", "BLOCK"}},
		{"too_many_session_arguments", 0, 1, []string{"session_token", "session_jwt", "exactly one"}},
		{"user_not_found", 0, 0, []string{"user"}},
	} {
		c, _ := catalog.Lookup(test.name)
		if len(c.Causes) < test.causes || len(c.Remedies) < test.remedies {
			t.Errorf("%s has %d causes and %d remedies, want at least %d and %d", test.name, len(c.Causes), len(c.Remedies), test.causes, test.remedies)
		}
		text := strings.Join(slices.Concat([]string{c.Meaning}, c.Causes, c.Remedies), " ")
		for _, w := range test.words {
			if !strings.Contains(strings.ToLower(text), strings.ToLower(w)) {
				t.Errorf("%s says nothing of %q: %s", test.name, w, text)
			}
		}
	}
}
