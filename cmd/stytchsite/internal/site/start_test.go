package site

import (
	"html"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestExample holds the example of the first page to that of the README, whose text is
// what the program prints.
func TestExample(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("../../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"```go\n" + example.Before + "```\n",
		"\n" + example.File + ":" + example.Place + ": " + example.Message + " (" + example.Check + ")\n",
		`fix: Replace with "session_not_found"`,
	} {
		if !strings.Contains(string(readme), want) {
			t.Errorf("the README does not have\n%s", want)
		}
	}
	files, err := Build(Playground{Body: "<h1></h1>"})
	if err != nil {
		t.Fatal(err)
	}
	text := html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(files["index.html"]), ""))
	for _, want := range []string{
		strings.TrimSpace(example.Before),
		strings.TrimSpace(strings.Replace(example.Before, "session_expired", "session_not_found", 1)),
		example.Message,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not have\n%s", want)
		}
	}
}
