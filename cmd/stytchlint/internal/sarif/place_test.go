package sarif

import "testing"

func TestFileURI(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		"/a b/c:d.go":             "file:///a%20b/c%3Ad.go",
		"/":                       "file:///",
		"C:/a b/100%.go":          "file:///C:/a%20b/100%25.go",
		"c:/":                     "file:///c:/",
		"//server/share/a#b/c.go": "file://server/share/a%23b/c.go",
	} {
		if got := fileURI(path); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
}
