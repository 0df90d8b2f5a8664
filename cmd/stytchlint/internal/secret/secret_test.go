package secret

import "testing"

func TestMask(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		`NewClient("project-live-1a2b", "secret-live-3c4D_e=-")`: `NewClient("project-live-1a2b", "secret-live-********")`,
		`f("secret-test-1", "secret-test-22", "secret-live-3")`:  `f("secret-test-*", "secret-test-**", "secret-live-*")`,
		`const prefix = "secret-test-"`:                          `const prefix = "secret-test-"`,
		`k := "workspace-key-secret-abc"`:                        `k := "workspace-key-secret-***"`,
		`"session_not_found"`:                                    `"session_not_found"`,
	} {
		line := []byte(in)
		if got := string(Mask(line)); got != want {
			t.Errorf("Mask(%s) = %s, want %s", in, got, want)
		}
		if string(line) != in {
			t.Errorf("Mask changed its argument %s", in)
		}
	}
}
