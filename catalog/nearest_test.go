package catalog_test

import (
	"slices"
	"testing"

	"github.com/stytchlint/stytchlint/catalog"
)

func TestNearest(t *testing.T) {
	for _, test := range []struct {
		name   string
		reason catalog.Reason
		codes  []string
		fix    string
	}{
		{"session_not_found", catalog.Exact, []string{"session_not_found"}, ""},

		{"SESSION_NOT_FOUND", catalog.Spelling, []string{"session_not_found"}, "session_not_found"},
		{"sessionNotFound", catalog.Spelling, []string{"session_not_found"}, "session_not_found"},
		{"session-not-found", catalog.Spelling, []string{"session_not_found"}, "session_not_found"},
		{"OAuthTokenNotFound", catalog.Spelling, []string{"oauth_token_not_found"}, "oauth_token_not_found"},
		{"Invalid SHA512 hash", catalog.Spelling, []string{"invalid_sha_512_hash"}, "invalid_sha_512_hash"},

		{"sesion_not_found", catalog.Typo, []string{"session_not_found"}, "session_not_found"},
		{"sesson_nto_found", catalog.Typo, []string{"session_not_found"}, "session_not_found"},
		{"SesionNotFound", catalog.Typo, []string{"session_not_found"}, "session_not_found"},
		{"sessions_not_found", catalog.Typo, []string{"session_not_found"}, "session_not_found"},
		// It is not known, or there are none.
		{"recovery_code_not_found", catalog.Invented, []string{"unable_to_authenticate_recovery_code", "recovery_codes_not_found"}, ""},
		{"recovery_code_nto_found", catalog.Invented, []string{"unable_to_authenticate_recovery_code", "recovery_codes_not_found"}, ""},
		{"recovery_codes_nto_found", catalog.Typo, []string{"recovery_codes_not_found"}, "recovery_codes_not_found"},
		{"totp_not_found_for_user", catalog.Invented, []string{"totp_not_found", "totps_not_found_for_user"}, ""},
		{"totps_not_found", catalog.Invented, []string{"totp_not_found", "totps_not_found_for_user"}, ""},
		{"email_setting_not_found", catalog.Words, []string{"email_settings_not_found"}, ""},
		{"too_many_request", catalog.Typo, []string{"too_many_requests"}, "too_many_requests"},
		// Another thing in the place of one.
		{"unable_to_auth_password", catalog.Invented, []string{"unauthorized_credentials", "password_does_not_match"}, ""},
		{"unable_to_auth_oauth_token", catalog.Invented, []string{"oauth_token_not_found"}, "oauth_token_not_found"},
		{"unable_to_auth_secret_token", catalog.Unknown, nil, ""},
		{"to_many_requests", catalog.Typo, []string{"too_many_requests"}, "too_many_requests"},
		// One letter from invalid_authentication_type, two from ..._authenticator_type.
		{"invalid_authenticatio_type", catalog.Typo, []string{"invalid_authentication_type"}, "invalid_authentication_type"},
		// Both are one letter away.
		{"member_search_missing_statues", catalog.Typo, []string{"member_search_missing_status", "member_search_missing_statuses"}, ""},

		{"idp_client_not_found", catalog.Renamed, []string{"connected_app_not_found"}, "connected_app_not_found"},
		{"IdpClientNotFound", catalog.Renamed, []string{"connected_app_not_found"}, "connected_app_not_found"},
		{"too_many_idp_client", catalog.Renamed, []string{"too_many_connected_apps"}, "too_many_connected_apps"},
		{"too_restrictive_organization_settings", catalog.Removed, nil, ""},
		{"jwt_too_old", catalog.Foreign, nil, ""},
		{"tenancy_mismatch", catalog.Foreign, []string{"session_authorization_tenancy_error"}, "session_authorization_tenancy_error"},

		{"session_not_exist", catalog.Invented, []string{"session_not_found"}, "session_not_found"},
		{"UserNotExists", catalog.Invented, []string{"user_not_found"}, "user_not_found"},
		{"scim_group_role_assignment_group_not_exist", catalog.Typo, []string{"scim_group_role_assignment_group_does_not_exist"}, "scim_group_role_assignment_group_does_not_exist"},
		{"teapot_not_exist", catalog.Unknown, nil, ""},

		{"session_expired", catalog.Invented, []string{"session_not_found"}, "session_not_found"},
		{"sesion_expired", catalog.Invented, []string{"session_not_found"}, "session_not_found"},
		{"Session-Expired", catalog.Invented, []string{"session_not_found"}, "session_not_found"},
		{"expired_token_session", catalog.Invented, []string{"session_not_found"}, "session_not_found"},

		{"found_not_session", catalog.Reordered, []string{"session_not_found"}, "session_not_found"},
		{"totp_expired", catalog.Reordered, []string{"expired_totp"}, "expired_totp"},
		{"test_id_in_live_environment_used", catalog.Reordered, []string{"live_id_used_in_test_environment", "test_id_used_in_live_environment"}, ""},

		{"the_session_was_not_found", catalog.Words, []string{"session_not_found"}, ""},
		{"checkout_session_not_found", catalog.Words, []string{"session_not_found"}, ""},
		{"checkout_sesion_not_found", catalog.Words, []string{"session_not_found"}, ""},
		{"the_pasword_was_breached", catalog.Words, []string{"breached_password"}, ""},
		{"missing_parameter", catalog.Words, []string{"missing_sms_parameter"}, ""},
		// Slips that make other known words.
		{"invalid_otp_hash", catalog.Unknown, nil, ""},
		{"pending_otp_exists", catalog.Words, []string{"pending_totp_exists"}, ""},
		{"invalid_mode", catalog.Words, []string{"invalid_code"}, ""},

		// Another number is another thing.
		{"invalid_sha_256_hash", catalog.Unknown, nil, ""},
		{"twitter_402", catalog.Unknown, nil, ""},
		{"session2_not_found", catalog.Unknown, nil, ""},
		{"m1m_client_not_found", catalog.Unknown, nil, ""},
		{"mm_client_not_found", catalog.Unknown, nil, ""},
		{"m3n_client_not_found", catalog.Unknown, nil, ""},
		// A letter for a digit is a slip.
		{"invalid_base6d_scrypt_hash", catalog.Typo, []string{"invalid_base64_scrypt_hash"}, "invalid_base64_scrypt_hash"},
		{"invalid_sha_5d2_hash", catalog.Typo, []string{"invalid_sha_512_hash"}, "invalid_sha_512_hash"},
		// Another first letter of a short word is one, if only one code has the others.
		{"dad_domain_for_stytch_sdk", catalog.Typo, []string{"bad_domain_for_stytch_sdk"}, "bad_domain_for_stytch_sdk"},
		{"invalid_xode", catalog.Words, []string{"invalid_code"}, ""},
		// A short word more or less is another thing.
		{"invalid_user", catalog.Unknown, nil, ""},
		{"invalid_json", catalog.Words, []string{"jwt_template_invalid_json"}, ""},

		{"", catalog.Unknown, nil, ""},
		{"_", catalog.Unknown, nil, ""},
		{"e", catalog.Unknown, nil, ""},
		{"foo_bar", catalog.Unknown, nil, ""},
		{"not_found", catalog.Unknown, nil, ""},
		{"invalid", catalog.Unknown, nil, ""},
		{"session", catalog.Unknown, nil, ""},
		{"network_failure", catalog.Unknown, nil, ""},
		{"payment_required", catalog.Unknown, nil, ""},
		{"identity_already_exists", catalog.Unknown, nil, ""},
		{"invoice_not_found", catalog.Unknown, nil, ""},
		{"card_declined", catalog.Unknown, nil, ""},
		{"セッション", catalog.Unknown, nil, ""},
	} {
		m := catalog.Nearest(test.name)
		if m.Reason != test.reason || !slices.Equal(m.Codes, test.codes) || m.Fix() != test.fix {
			t.Errorf("Nearest(%q) = %+v with the fix %q\nwant reason %d, codes %q, fix %q",
				test.name, m, m.Fix(), test.reason, test.codes, test.fix)
		}
	}
}

// TestInvented asks for names that people made up, against what each is really
// reported as.
func TestInvented(t *testing.T) {
	for name, want := range map[string][]string{
		"session_expired":         {"session_not_found"},
		"session_token_not_found": {"session_not_found"},
		"session_revoked":         {"session_not_found"},
		"expired_session":         {"session_not_found"},
		"session_invalid":         {"session_not_found"},
		"invalid_session":         {"session_not_found"},
		"no_session":              {"session_not_found"},

		"intermediate_session_token_expired": {"intermediate_session_not_found"},
		"intermediate_session_token_invalid": {"intermediate_session_not_found", "invalid_session_token"},

		"magic_link_token_expired":    {"unable_to_auth_magic_link"},
		"magic_link_expired":          {"unable_to_auth_magic_link"},
		"magic_link_already_used":     {"unable_to_auth_magic_link"},
		"invalid_magic_link":          {"unable_to_auth_magic_link", "magic_link_not_found"},
		"token_already_used":          {"unable_to_auth_magic_link", "oauth_token_not_found"},
		"oauth_token_expired":         {"oauth_token_not_found"},
		"oauth_token_already_used":    {"oauth_token_not_found"},
		"invalid_oauth_token":         {"oauth_token_not_found"},
		"sso_token_expired":           {"sso_token_not_found"},
		"otp_expired":                 {"unable_to_auth_otp_code"},
		"passcode_expired":            {"unable_to_auth_otp_code"},
		"invalid_otp":                 {"otp_code_not_found"},
		"invalid_otp_code":            {"otp_code_not_found"},
		"otp_incorrect":               {"otp_code_not_found"},
		"incorrect_passcode":          {"otp_code_not_found"},
		"wrong_password":              {"unauthorized_credentials", "password_does_not_match"},
		"invalid_credentials":         {"unauthorized_credentials", "password_does_not_match"},
		"rate_limit_exceeded":         {"too_many_requests"},
		"rate_limited":                {"too_many_requests"},
		"rate_limit_error":            {"too_many_requests"},
		"rate_limit":                  {"too_many_requests"},
		"too_many_attempts":           {"too_many_requests", "user_lock_limit_reached"},
		"internal_error":              {"internal_server_error"},
		"server_error":                {"internal_server_error"},
		"stytch_error":                {"internal_server_error", "server_unavailable"},
		"email_already_exists":        {"duplicate_email", "duplicate_member_email"},
		"email_already_in_use":        {"duplicate_email", "duplicate_member_email"},
		"user_already_exists":         {"duplicate_email"},
		"member_already_exists":       {"duplicate_member_email"},
		"organization_already_exists": {"organization_slug_already_used", "duplicate_organization"},
		"organization_slug_conflict":  {"organization_slug_already_used"},
		"duplicate_user_email":        {"duplicate_email_for_user", "duplicate_email"},
		"organization_slug_taken":     {"organization_slug_already_used"},
		"slug_taken":                  {"organization_slug_already_used"},
		"phone_number_already_exists": {"duplicate_phone_number", "duplicate_member_phone_number"},
		"invalid_api_key":             {"unauthorized_credentials"},
		"unable_to_auth_totp":         {"unable_to_authenticate_totp"},
		"totp_code_not_found":         {"unable_to_authenticate_totp", "invalid_totp_code"},
		"user_does_not_exist":         {"user_not_found"},
		"account_locked":              {"user_lock_limit_reached"},
		"passkey_not_found":           {"webauthn_registration_not_found"},
	} {
		m := catalog.Nearest(name)
		if m.Reason != catalog.Invented || !slices.Equal(m.Codes, want) || m.Note == "" || !m.Certain() {
			t.Errorf("Nearest(%q) = %+v, want %q", name, m, want)
		}
		if fix := m.Fix(); (fix != "") != (len(want) == 1) {
			t.Errorf("Nearest(%q) has the fix %q", name, fix)
		}
	}
}

func TestMatch(t *testing.T) {
	one := []string{"session_not_found"}
	for reason, certain := range map[catalog.Reason]bool{
		catalog.Unknown:   false,
		catalog.Exact:     false,
		catalog.Words:     false,
		catalog.Spelling:  true,
		catalog.Typo:      true,
		catalog.Renamed:   true,
		catalog.Removed:   true,
		catalog.Foreign:   true,
		catalog.Invented:  true,
		catalog.Reordered: true,
	} {
		if got := (catalog.Match{Reason: reason}).Certain(); got != certain {
			t.Errorf("reason %d is certain: %v", reason, got)
		}
		if got := (catalog.Match{Reason: reason, Codes: one}).Fix(); (got != "") != certain {
			t.Errorf("reason %d gives the fix %q", reason, got)
		}
		if got := (catalog.Match{Reason: reason, Codes: append(one, "user_not_found")}).Fix(); got != "" {
			t.Errorf("reason %d with two codes gives the fix %q", reason, got)
		}
	}
}

// TestSmallSet asks a set that a test of something else may have made.
func TestSmallSet(t *testing.T) {
	set := catalog.New(catalog.Data{
		Checked: "2026-01-02",
		Codes:   []catalog.Code{{Name: "session_not_found", Status: 404}, {Name: "teapot"}},
		Retired: []catalog.Retired{{Name: "old_session", Why: catalog.Renamed, Successor: "session_not_found"}},
		Aliases: []catalog.Alias{{Name: "session_expired", Code: "session_not_found", Note: "a note"}},
	})
	for name, want := range map[string]catalog.Reason{
		"session_not_found": catalog.Exact,
		"sesion_not_found":  catalog.Typo,
		"old_session":       catalog.Renamed,
		"session_expired":   catalog.Invented,
		"teaopt":            catalog.Typo,
		"taepto":            catalog.Unknown, // two slips are too many for a short name
		"foo":               catalog.Unknown,
	} {
		if m := set.Nearest(name); m.Reason != want {
			t.Errorf("Nearest(%q) = %+v, want reason %d", name, m, want)
		}
	}
	if m := catalog.New(catalog.Data{}).Nearest("session_not_found"); m.Reason != catalog.Unknown || len(m.Codes) != 0 {
		t.Errorf("an empty set answers %+v", m)
	}
}

func TestNearestOAuth2(t *testing.T) {
	for name, fix := range map[string]string{
		"invalidGrant":           "invalid_grant",
		"invalid_grnat":          "invalid_grant",
		"unsuported_grant_type":  "unsupported_grant_type",
		"session_not_found":      "",
		"pending_authorization":  "authorization_pending",
		"unauthorised_client":    "unauthorized_client",
		"temporarly_unavailable": "temporarily_unavailable",
	} {
		if m := catalog.OAuth2().Nearest(name); m.Fix() != fix {
			t.Errorf("Nearest(%q) = %+v, want the fix %q", name, m, fix)
		}
	}
}

// TestNearestIsShared changes an answer, which must not change the next.
func TestNearestIsShared(t *testing.T) {
	for _, name := range []string{"sesion_not_found", "session_expired", "session_not_found", "token_already_used", "found_not_session"} {
		first := catalog.Nearest(name)
		want := slices.Clone(first.Codes)
		for i := range first.Codes {
			first.Codes[i] = "spoilt"
		}
		if second := catalog.Nearest(name); !slices.Equal(second.Codes, want) {
			t.Errorf("Nearest(%q) = %q, then %q", name, want, second.Codes)
		}
	}
}
