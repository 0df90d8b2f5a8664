package catalog

import (
	"math/rand/v2"
	"testing"
)

// slowDistance is optimal string alignment by the book.
func slowDistance(a, b string) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

func TestDistance(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	word := func() string {
		s := make([]byte, rng.IntN(8))
		for i := range s {
			s[i] = "abc"[rng.IntN(3)] // few letters, so that many words are near
		}
		return string(s)
	}
	for range 50_000 {
		a, b := word(), word()
		slow := slowDistance(a, b)
		for limit := range 4 {
			if got, want := distance(a, b, limit), min(slow, limit+1); got != want {
				t.Fatalf("distance(%q, %q, %d) = %d, want %d", a, b, limit, got, want)
			}
			if bagA, bagB := bagOf(a), bagOf(b); slow <= limit && !bagA.within(&bagB, limit) {
				t.Fatalf("the bags of %q and %q are not within %d", a, b, limit)
			}
		}
	}
}

func TestNormal(t *testing.T) {
	for name, want := range map[string]string{
		"":                        "",
		"session_not_found":       "session_not_found",
		"SESSION_NOT_FOUND":       "session_not_found",
		"SessionNotFound":         "session_not_found",
		"sessionNotFound":         "session_not_found",
		"session-not.found":       "session_not_found",
		"__session__not/found__":  "session_not_found",
		" session not\tfound\n":   "session_not_found",
		"SSOTokenNotFound":        "sso_token_not_found",
		"tokenNotFoundInSSO":      "token_not_found_in_sso",
		"session_Not_found":       "session_not_found",
		"invalidSHA1Hash":         "invalid_sha1_hash",
		"stytch:sessionNotFound":  "stytch_session_not_found",
		"größe_nicht_gefunden":    "größe_nicht_gefunden",
		"___":                     "",
		"M2MClientAlreadyRotates": "m2_m_client_already_rotates",
	} {
		if got := normal(name); got != want {
			t.Errorf("normal(%q) = %q, want %q", name, got, want)
		}
		if got := normal(want); got != want {
			t.Errorf("normal(%q) = %q: it must leave its own results alone", want, got)
		}
	}
}
