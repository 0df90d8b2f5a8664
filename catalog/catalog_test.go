package catalog_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stytchlint/stytchlint/catalog"
)

var validName = regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)*$`)

func TestTables(t *testing.T) {
	for name, set := range map[string]*catalog.Set{"Stytch": catalog.Stytch(), "OAuth2": catalog.OAuth2()} {
		if _, err := time.Parse(time.DateOnly, set.Checked()); err != nil {
			t.Errorf("%s: checked %v", name, err)
		}
		last := ""
		for _, c := range set.All() {
			if !validName.MatchString(c.Name) || c.Name <= last {
				t.Errorf("%s: %q after %q", name, c.Name, last)
			}
			last = c.Name
			if c.Status != 0 && (c.Status < 400 || c.Status > 599) {
				t.Errorf("%s: %s has status %d", name, c.Name, c.Status)
			}
			if len(c.Sources) == 0 {
				t.Errorf("%s: %s has no source", name, c.Name)
			}
			for _, text := range slices.Concat([]string{c.Meaning}, c.Causes, c.Remedies) {
				if text != "" && (!strings.HasSuffix(text, ".") || strings.ContainsAny(text, "\n\t") || strings.Contains(text, "  ")) {
					t.Errorf("%s: %s: not a whole sentence, or not on one line: %q", name, c.Name, text)
				}
			}
		}
	}
	if n := len(catalog.All()); n != 821 {
		t.Errorf("%d codes, want 821", n)
	}
	if got := catalog.Stytch().Checked(); got != "2026-11-28" {
		t.Errorf("checked %s", got)
	}
}

func TestURLs(t *testing.T) {
	page := regexp.MustCompile(`^https://stytch\.com/docs/(?:b2b/|fraud/)?api/errors(?:/([45]\d\d)#([a-z0-9_]+))?$`)
	for _, c := range catalog.All() {
		m := page.FindStringSubmatch(c.URL)
		if len(m) != 3 || m[2] != "" && m[2] != c.Name {
			t.Errorf("%s has the URL %s", c.Name, c.URL)
		}
	}
	for name, want := range map[string]string{
		"session_not_found":      "https://stytch.com/docs/b2b/api/errors/404#session_not_found",
		"email_not_found":        "https://stytch.com/docs/api/errors/404#email_not_found",
		"captcha_failed":         "https://stytch.com/docs/api/errors/429#captcha_failed",
		"insufficient_factors":   "https://stytch.com/docs/b2b/api/errors/401#insufficient_factors",
		"telemetry_id_not_found": "https://stytch.com/docs/fraud/api/errors/404#telemetry_id_not_found",
		"breached_password":      "https://stytch.com/docs/api/errors",
		"client_library_error":   "https://stytch.com/docs/api/errors/500#client_library_error",
		"weak_password":          "https://stytch.com/docs/api/errors/400#weak_password",
		"oauth_state_mismatch":   "https://stytch.com/docs/api/errors",
	} {
		if c, _ := catalog.Lookup(name); c.URL != want {
			t.Errorf("%s has the URL %s, want %s", name, c.URL, want)
		}
	}
	for _, c := range catalog.OAuth2().All() {
		if !strings.HasPrefix(c.URL, "https://") {
			t.Errorf("%s has the URL %q", c.Name, c.URL)
		}
	}
}

func TestLookup(t *testing.T) {
	for name, want := range map[string]struct {
		status   int
		products catalog.Products
	}{
		"session_not_found":             {404, catalog.Consumer | catalog.B2B},
		"unauthorized_credentials":      {401, catalog.Consumer | catalog.B2B | catalog.Fraud | catalog.Management},
		"unable_to_auth_magic_link":     {401, catalog.Consumer | catalog.B2B},
		"too_many_requests":             {429, catalog.Consumer | catalog.B2B | catalog.Fraud | catalog.Management},
		"client_library_error":          {500, catalog.SDK},
		"telemetry_id_not_found":        {404, catalog.Fraud},
		"user_lock_limit_reached":       {429, catalog.Consumer},
		"captcha_failed":                {429, catalog.Consumer | catalog.B2B},
		"too_few_tokens_authenticated":  {429, catalog.Consumer | catalog.B2B},
		"invalid_session_token":         {400, catalog.Consumer | catalog.B2B},
		"oauth_token_not_found":         {404, catalog.Consumer | catalog.B2B},
		"invalid_consumer_endpoint":     {400, catalog.Consumer},
		"search_timeout":                {400, catalog.B2B},
		"duplicate_member_phone_number": {0, catalog.B2B}, // a mock alone shows a status
		"invalid_organization_id":       {0, catalog.B2B}, // likewise
		"invalid_client":                {400, catalog.OAuthServer},
	} {
		c, ok := catalog.Lookup(name)
		if !ok || c.Name != name || c.Status != want.status || c.Products != want.products {
			t.Errorf("Lookup(%q) = %+v, %v; want %+v", name, c, ok, want)
		}
	}
	for _, name := range []string{"", "session_expired", "Session_not_found", "action", "zzz", "session_not_mutable_impersonated"} {
		if c, ok := catalog.Lookup(name); ok || c.Name != "" {
			t.Errorf("Lookup(%q) = %+v, %v", name, c, ok)
		}
	}
}

func TestLookupFindsAll(t *testing.T) {
	for _, c := range catalog.All() {
		if got, ok := catalog.Lookup(c.Name); !ok || got.Name != c.Name {
			t.Errorf("Lookup(%q) = %q, %v", c.Name, got.Name, ok)
		}
	}
}

func TestStatusesKnown(t *testing.T) {
	n := 0
	for _, c := range catalog.All() {
		if c.Status != 0 {
			n++
		}
	}
	if n != 145 {
		t.Errorf("%d codes with a status, want 145", n)
	}
}

func TestOAuth2(t *testing.T) {
	for name, status := range map[string]int{
		"invalid_grant":                    400,
		"insufficient_scope":               403,
		"invalid_token":                    401,
		"authorization_pending":            400,
		"invalid_client":                   0, // 400 or 401
		"server_error":                     0, // in a redirect
		"interaction_required":             0,
		"login_required":                   0,
		"unsupported_token_type":           0, // RFC 7009 leaves it to RFC 6749
		"invalid_redirect_uri":             400,
		"use_dpop_nonce":                   0,
		"insufficient_user_authentication": 401,
	} {
		c, ok := catalog.OAuth2().Lookup(name)
		if !ok || c.Status != status || c.Meaning == "" {
			t.Errorf("Lookup(%q) = %+v, %v; want status %d", name, c, ok, status)
		}
	}
	if _, ok := catalog.OAuth2().Lookup("session_not_found"); ok {
		t.Error("session_not_found is in the set of OAuth 2.0")
	}
}

func TestRaisedBy(t *testing.T) {
	for name, want := range map[string][]string{
		"session_not_found":         {"consumer Sessions.Authenticate", "b2b Sessions.Authenticate", "b2b Sessions.AuthenticateJWT"},
		"unable_to_auth_magic_link": {"consumer MagicLinks.Authenticate", "b2b MagicLinks.Authenticate", "b2b MagicLinks.Discovery.Authenticate"},
		"too_many_requests":         {"consumer *", "b2b *", "fraud *", "management *"},
		"sso_token_not_found":       {"b2b SSO.Authenticate"}, // operations.tsv alone says so
		"secret_not_found":          nil,
	} {
		if c, _ := catalog.Lookup(name); !slices.Equal(c.RaisedBy, want) {
			t.Errorf("%s is raised by %q, want %q", name, c.RaisedBy, want)
		}
	}
}

func TestRetired(t *testing.T) {
	for name, want := range map[string]catalog.Retired{
		"idp_client_not_found":                  {Why: catalog.Renamed, Successor: "connected_app_not_found"},
		"session_not_mutable_impersonated":      {Why: catalog.Renamed, Successor: "session_not_mutable"},
		"too_restrictive_organization_settings": {Why: catalog.Removed},
		"jwt_too_old":                           {Why: catalog.Foreign},
		"tenancy_mismatch":                      {Why: catalog.Foreign, Successor: "session_authorization_tenancy_error"},
	} {
		r, ok := catalog.Stytch().Retired(name)
		if !ok || r.Name != name || r.Why != want.Why || r.Successor != want.Successor || r.Note == "" {
			t.Errorf("Retired(%q) = %+v, %v", name, r, ok)
		}
	}
	if r, ok := catalog.Stytch().Retired("session_not_found"); ok {
		t.Errorf("session_not_found is retired: %+v", r)
	}
	if n := len(readTable("codes/retired.tsv")); n != 36 {
		t.Errorf("%d retired names, want 36", n)
	}
	if n := len(catalog.Stytch().Retirees()); n != 36 {
		t.Errorf("%d of them are listed", n)
	}
}

func TestAliases(t *testing.T) {
	rows := readTable("codes/aliases.tsv")
	if len(rows) < 90 {
		t.Errorf("only %d invented names", len(rows))
	}
	if n := len(catalog.Stytch().Aliases()); n != len(rows) {
		t.Errorf("%d of %d invented names are listed", n, len(rows))
	}
	for _, row := range rows {
		a, ok := catalog.Stytch().Alias(row[0])
		if !ok || a.Name != row[0] {
			t.Errorf("Alias(%q) = %+v, %v", row[0], a, ok)
			continue
		}
		for _, c := range append(a.Also, a.Code) {
			if _, ok := catalog.Lookup(c); !ok {
				t.Errorf("%s: no code %q", a.Name, c)
			}
		}
		if _, ok := catalog.Lookup(a.Name); ok {
			t.Errorf("%s is a code", a.Name)
		}
		if _, ok := catalog.Stytch().Retired(a.Name); ok {
			t.Errorf("%s is retired", a.Name)
		}
		checkClause(t, a.Name, a.Note)
	}
	for _, row := range readTable("codes/retired.tsv") {
		r, _ := catalog.Stytch().Retired(row[0])
		checkClause(t, r.Name, r.Note)
	}
}

// checkClause checks that note can follow a semicolon in a message, and that
// the codes it quotes exist.
func checkClause(t *testing.T, name, note string) {
	t.Helper()
	if note == "" || strings.ContainsAny(note, "\n\t;") || strings.HasSuffix(note, ".") {
		t.Errorf("%s: bad note %q", name, note)
	}
	if first := note[:1]; first != strings.ToLower(first) && !strings.HasPrefix(note, "Stytch") && !strings.HasPrefix(note, "SSO ") {
		t.Errorf("%s: the note begins with a capital: %q", name, note)
	}
	for _, quoted := range regexp.MustCompile(`"([^"]*)"`).FindAllStringSubmatch(note, -1) {
		if _, ok := catalog.Lookup(quoted[1]); !ok {
			t.Errorf("%s: the note quotes %q, which is no code", name, quoted[1])
		}
	}
}

// TestAdviceQuotesCodes checks that the advice speaks of codes that exist.
func TestAdviceQuotesCodes(t *testing.T) {
	quoted := regexp.MustCompile(`"([a-z0-9]+(?:_[a-z0-9]+)+)"`)
	for _, c := range catalog.All() {
		for _, m := range quoted.FindAllStringSubmatch(strings.Join(slices.Concat([]string{c.Meaning}, c.Causes, c.Remedies), " "), -1) {
			if _, ok := catalog.Lookup(m[1]); !ok {
				t.Errorf("%s speaks of %q, which is no code", c.Name, m[1])
			}
		}
	}
}

func TestMatches(t *testing.T) {
	set := catalog.Stytch()
	for part, want := range map[string]bool{"not_found": true, "invalid_": true, "expired_session": false, "": true} {
		if got := set.Matches(func(code string) bool { return strings.Contains(code, part) }); got != want {
			t.Errorf("a code contains %q: %v", part, got)
		}
	}
	if set.Matches(func(code string) bool { return strings.HasPrefix(code, "not_found") }) {
		t.Error("a code begins with not_found")
	}
}

func TestProducts(t *testing.T) {
	for text, want := range map[string]catalog.Products{
		"":             0,
		"consumer":     catalog.Consumer,
		"consumer,b2b": catalog.Consumer | catalog.B2B,
		"consumer,b2b,fraud,management,sdk,oauth2": catalog.Consumer | catalog.B2B | catalog.Fraud |
			catalog.Management | catalog.SDK | catalog.OAuthServer,
	} {
		got, err := catalog.ParseProducts(text)
		if err != nil || got != want || got.String() != text {
			t.Errorf("ParseProducts(%q) = %v, %v", text, got, err)
		}
	}
	if got := (catalog.B2B | catalog.SDK).Names(); !slices.Equal(got, []string{"b2b", "sdk"}) {
		t.Errorf("names %q", got)
	}
	for p, want := range map[catalog.Products]catalog.Products{
		0:                              0,
		catalog.Fraud | catalog.SDK:    0,
		catalog.B2B:                    catalog.Consumer,
		catalog.Consumer | catalog.SDK: catalog.B2B,
		catalog.Consumer | catalog.B2B: 0,
	} {
		if got := p.Unseen(); got != want {
			t.Errorf("not seen beside %s: %s, want %s", p, got, want)
		}
	}
	for _, text := range []string{"nobody", "consumer,", "consumer, b2b", ","} {
		if got, err := catalog.ParseProducts(text); err == nil {
			t.Errorf("ParseProducts(%q) = %v without an error", text, got)
		}
	}
}

func TestLookupAllocatesNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { catalog.Lookup("session_not_found") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
