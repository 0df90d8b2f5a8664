package catalog_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/catalog"
	"github.com/stytchlint/stytchlint/testdata/fuzzseed"
)

// titleOf returns the title of a code on the pages of Stytch's documentation.
func titleOf(code string) string {
	return strings.ToUpper(code[:1]) + strings.ReplaceAll(code[1:], "_", " ")
}

// onPage returns the codes of the page of documentation that is known whole.
func onPage() []string {
	var codes []string
	for _, c := range catalog.All() {
		if slices.Contains(c.Sources, "docs-b2b-404-whole") {
			codes = append(codes, c.Name)
		}
	}
	return codes
}

// TestSearchTitles asks for every title of the page, as people may write it.
func TestSearchTitles(t *testing.T) {
	codes := onPage()
	if len(codes) != 50 {
		t.Fatalf("%d codes are on the page, want 50", len(codes))
	}
	rng := rand.New(rand.NewPCG(5, 6))
	for _, code := range codes {
		title := titleOf(code)
		words := strings.Fields(title)
		queries := []string{
			title,
			strings.ToUpper(title),
			"404 " + title,
			"  \"" + title + "\"!\n",
			strings.Join(words, ", "),
			"what is the " + title + " error?",
			code,
		}
		for range 3 {
			rng.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
			queries = append(queries, strings.Join(words, " "))
		}
		for _, query := range queries {
			if got, certain := catalog.Stytch().Search(query); !certain || got[0].Name != code {
				t.Errorf("Search(%q) = %q, %v, want %s", query, namesOf(got), certain, code)
			}
		}
	}
}

func namesOf(codes []catalog.Code) []string {
	var names []string
	for _, c := range codes {
		names = append(names, c.Name)
	}
	return names
}

// A searchTally counts questions of one kind.
type searchTally struct {
	trials, certain, shown, wrong int
	misses                        []string
}

func (ta *searchTally) try(query, code string) {
	got, certain := catalog.Stytch().Search(query)
	ta.trials++
	switch {
	case certain && got[0].Name == code:
		ta.certain++
		return
	case certain:
		ta.wrong++
	case slices.Contains(namesOf(got), code):
		ta.shown++
		return
	}
	if len(ta.misses) < 20 {
		ta.misses = append(ta.misses, query+" of "+code+" gave "+strings.Join(namesOf(got), "|"))
	}
}

// report logs the figures, and fails where fewer than least of the codes were found
// at all, or more than mostWrong of the questions got another code as the clear
// answer.
func (ta *searchTally) report(t *testing.T, what string, least, mostWrong float64) {
	t.Helper()
	n := float64(ta.trials)
	found, wrong := float64(ta.certain+ta.shown)/n, float64(ta.wrong)/n
	t.Logf("%-36s %5d trials, %7.3f %% clear, %7.3f %% among three, %6.3f %% wrong", what, ta.trials,
		100*float64(ta.certain)/n, 100*float64(ta.shown)/n, 100*wrong)
	if found < least || wrong > mostWrong {
		t.Errorf("%s: %.4f found, want %.4f; %.4f wrong, want at most %.4f\n%s", what, found, least, wrong, mostWrong, strings.Join(ta.misses, "\n"))
	}
	if testing.Verbose() {
		for _, m := range ta.misses {
			t.Log("  ", m)
		}
	}
}

// TestAccuracyOfSearch takes words away from titles and misspells them. Where more
// codes than are shown have all the words that are left, or they are the name of
// another one, it is not known which was meant, and there is no trial.
func TestAccuracyOfSearch(t *testing.T) {
	var third []string
	for i, c := range catalog.All() {
		if i%3 == 0 {
			third = append(third, c.Name)
		}
	}
	for what, codes := range map[string][]string{"titles of the page": onPage(), "every third code": third} {
		rng := rand.New(rand.NewPCG(7, 8))
		var missing, misspelt, both searchTally
		for _, code := range codes {
			words := strings.Fields(titleOf(code))
			for i := range words {
				rest := slices.Delete(slices.Clone(words), i, i+1)
				if lower := strings.Fields(strings.ToLower(strings.Join(rest, " "))); holders(lower) <= 3 && other[strings.Join(lower, "")] == "" {
					missing.try(strings.Join(rest, " "), code)
				}
				if len(words[i]) < 5 {
					continue // another word is as near
				}
				slipped := slices.Clone(words)
				slipped[i] = slip(rng, strings.ToLower(words[i]))
				if strings.Contains(slipped[i], "_") {
					continue
				}
				misspelt.try(strings.Join(slipped, " "), code)
				rng.Shuffle(len(slipped), func(i, j int) { slipped[i], slipped[j] = slipped[j], slipped[i] })
				both.try(strings.Join(slipped, " "), code)
			}
		}
		missing.report(t, what+", a word missing", 0.95, 0.02)
		misspelt.report(t, what+", a word misspelt", 0.98, 0.01)
		both.report(t, what+", and reordered", 0.95, 0.01)
	}
}

// TestSearch asks in the words of what is known of the codes, and in others.
func TestSearch(t *testing.T) {
	for _, test := range []struct {
		query   string
		certain bool
		want    []string // if certain, the first; else these are among the codes
	}{
		{"otp not found", true, []string{"otp_code_not_found"}},
		{"Mistyped one time passcode", true, []string{"otp_code_not_found"}},
		{"the route is not supported", false, []string{"route_not_found", "route_not_supported_in_test"}},
		{"session expired or revoked", false, []string{"session_not_found"}},
		{"my secret was wrong", true, []string{"unauthorized_credentials"}},
		{"the token was used twice", true, []string{"oauth_token_not_found"}},
		{"rate limiting", true, []string{"too_many_requests"}},
		{"email taken", false, []string{"duplicate_email", "duplicate_member_email"}},
		{"no such user", false, []string{"user_not_found"}},
		{"404 email not found", true, []string{"email_not_found"}},
		{"captcha", false, []string{"captcha_required", "captcha_failed"}},
		{"passkey", false, []string{"webauthn_registration_not_found"}},
		{"code not found", false, []string{"otp_code_not_found", "recovery_codes_not_found"}},
		{"biometrc", false, []string{"duplicate_biometric_registration"}},
		{
			"Customers of our shop who come back to their browser tab after lunch see a blank page at checkout, and the logs of the backend say that the session has expired or was revoked",
			true,
			[]string{"session_not_found"},
		},
		{"environments", false, []string{"live_id_used_in_test_environment", "test_id_used_in_live_environment"}},
		{"pizza with cheese", false, nil},
		{"database connection refused", false, nil},
		{"the stytch error", false, nil},
		{"セッション", false, nil},
		{"\xff\x00", false, nil},
		{"", false, nil},
	} {
		codes, certain := catalog.Stytch().Search(test.query)
		got := namesOf(codes)
		wrong := certain != test.certain || len(got) > 3 || (got == nil) != (test.want == nil)
		if test.certain && !wrong {
			wrong = got[0] != test.want[0]
		}
		for _, want := range test.want {
			wrong = wrong || !slices.Contains(got, want)
		}
		if wrong {
			t.Errorf("Search(%q) = %q, %v, want %q, %v", test.query, got, certain, test.want, test.certain)
		}
		for range 3 { // the index has maps, and the answers have an order
			if again, _ := catalog.Stytch().Search(test.query); !slices.Equal(namesOf(again), got) {
				t.Errorf("Search(%q) = %q, and then %q", test.query, got, namesOf(again))
			}
		}
	}
}

// FuzzSearch asks anything: the answer has three codes at most, is the same each
// time, and the first is clear only if there is one.
func FuzzSearch(f *testing.F) {
	queries := []string{"", "_", "otp code not found", "404", "\xff s", "the", "İ", "ss es ies ing", "the session of the user has expired"}
	for _, query := range slices.Concat(queries, fuzzseed.Changed(200, queries...)) {
		f.Add(query)
	}
	set := catalog.Stytch()
	f.Fuzz(func(t *testing.T, query string) {
		codes, certain := set.Search(query)
		if len(codes) > 3 || certain && len(codes) == 0 {
			t.Errorf("Search(%q) = %q, %v", query, namesOf(codes), certain)
		}
		again, certainAgain := set.Search(query)
		if certain != certainAgain || !slices.Equal(namesOf(codes), namesOf(again)) {
			t.Errorf("Search(%q) = %q, %v, and then %q, %v", query, namesOf(codes), certain, namesOf(again), certainAgain)
		}
	})
}

// TestSearchSmallSet asks sets that a test of something else may have made.
func TestSearchSmallSet(t *testing.T) {
	set := catalog.New(catalog.Data{
		Codes:   []catalog.Code{{Name: "a"}, {Name: "session_not_found", Status: 404}, {Name: "teapot", Meaning: "It is short and stout."}},
		Aliases: []catalog.Alias{{Name: "session_expired", Code: "session_not_found"}, {Name: "lost_alias", Code: "nowhere"}},
	})
	for query, want := range map[string]string{"Session not found": "session_not_found", "short, stout": "teapot", "expired": "session_not_found", "lost": ""} {
		got, certain := set.Search(query)
		if certain != (want != "") || certain && got[0].Name != want {
			t.Errorf("Search(%q) = %q, %v, want %q", query, namesOf(got), certain, want)
		}
	}
	if got, certain := catalog.New(catalog.Data{}).Search("session not found"); got != nil || certain {
		t.Errorf("an empty set answers %q, %v", namesOf(got), certain)
	}
}
