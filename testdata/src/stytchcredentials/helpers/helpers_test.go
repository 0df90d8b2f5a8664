package helpers

import "testing"

// What a test does wrong may be what it is about.
func TestWrong(t *testing.T) {
	newClient("project-test-1", "secret-test-2")
	build(withID("project-live-1"), withSecret("secret-test-2"))
	live("secret-test-3")
	at("https://test.stytch.com")
}
