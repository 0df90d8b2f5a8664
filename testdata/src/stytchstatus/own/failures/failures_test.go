package failures

import "testing"

func TestSignedOut(t *testing.T) {
	for _, f := range []*Failure{
		{Status: 404, Code: "session_not_found"},
		{Status: 401, Code: "session_not_found"}, // want `^"session_not_found" always comes with status 404, never with 401$`
		{Status: 401, Code: "our_own_code"},
	} {
		if !signedOut(f) {
			t.Error(f)
		}
	}
	_ = Answer{Status: 401, Code: "session_not_found"} // as the program answers
}
