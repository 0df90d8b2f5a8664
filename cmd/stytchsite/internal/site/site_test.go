package site_test

import (
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/catalog"
	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/site"
)

func build(t *testing.T) site.Files {
	t.Helper()
	files, err := site.Build(site.Playground{Body: "<p>playground</p>", Styles: []string{"playground/a.css"}, Scripts: []string{"playground/a.js"}, Files: site.Files{"playground/a.css": {}, "playground/a.js": {}}})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestCodes(t *testing.T) {
	t.Parallel()
	page := string(build(t)["codes.html"])
	for _, c := range catalog.All() {
		if !strings.Contains(page, ` id="`+c.Name+`"`) {
			t.Errorf("%s has no place on the page", c.Name)
		}
	}
}
