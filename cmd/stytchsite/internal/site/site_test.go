package site_test

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/catalog"
	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/site"
)

func build(t *testing.T) site.Files {
	t.Helper()
	files, err := site.Build(site.Playground{
		Body:    "<h1>Play</h1>",
		Styles:  []string{"playground/a.css"},
		Scripts: []string{"playground/a.js"},
		Files:   site.Files{"playground/a.css": {}, "playground/a.js": {}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// A document is a page, read as a browser would.
type document struct {
	counts map[string]int  // of elements, by name
	ids    map[string]bool // of elements
	links  []string        // where the reader may go
	loads  []string        // what the browser fetches on its own
	policy string
}

var (
	void = regexp.MustCompile(`<((?:meta|link|input|wbr|br)\b[^>]*)>`)
	bare = regexp.MustCompile(` (defer|hidden)([ >/])`)
)

// read reads a page, and finds what is wrong with its form.
func read(t *testing.T, name string, page []byte) *document {
	t.Helper()
	doc := &document{counts: map[string]int{}, ids: map[string]bool{}}
	page = bare.ReplaceAll(void.ReplaceAll(page, []byte("<$1/>")), []byte(` $1=""$2`))
	decoder := xml.NewDecoder(bytes.NewReader(page)) // what is left is XML, if every tag is closed
	decoder.Entity = xml.HTMLEntity
	script := false
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return doc
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			script = token.Name.Local == "script" || token.Name.Local == "style"
			doc.element(t, name, token)
		case xml.EndElement:
			script = false
		case xml.CharData:
			if script {
				t.Errorf("%s: the policy forbids what stands in the page: %.60s", name, token)
			}
		}
	}
}

func (doc *document) element(t *testing.T, name string, e xml.StartElement) {
	t.Helper()
	doc.counts[e.Name.Local]++
	attr := map[string]string{}
	for _, a := range e.Attr {
		if a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on") {
			t.Errorf("%s: the policy forbids %s=%q", name, a.Name.Local, a.Value)
		}
		attr[a.Name.Local] = a.Value
	}
	if id := attr["id"]; id != "" {
		if doc.ids[id] {
			t.Errorf("%s: two elements are %s", name, id)
		}
		doc.ids[id] = true
	}
	if attr["http-equiv"] == "Content-Security-Policy" {
		doc.policy = attr["content"]
	}
	for _, key := range []string{"href", "src", "action"} {
		link, ok := attr[key]
		switch {
		case ok && e.Name.Local == "a":
			doc.links = append(doc.links, link)
		case ok:
			doc.loads = append(doc.loads, link)
		}
	}
}

func TestPages(t *testing.T) {
	t.Parallel()
	files := build(t)
	docs := map[string]*document{}
	for name, content := range files {
		if path.Ext(name) == ".html" {
			docs[name] = read(t, name, content)
		}
	}
	for name, doc := range docs {
		for _, element := range []string{"title", "main", "h1"} {
			if doc.counts[element] != 1 {
				t.Errorf("%s has %d elements %s, want one", name, doc.counts[element], element)
			}
		}
		if !strings.HasPrefix(doc.policy, "default-src 'none'; ") || strings.Contains(doc.policy, "'unsafe-inline'") || strings.Contains(doc.policy, ":/") {
			t.Errorf("%s has the policy %q", name, doc.policy)
		}
		for _, link := range slices.Concat(doc.loads, doc.links) {
			u, err := url.Parse(link)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if u.Scheme != "" || u.Host != "" {
				if u.Scheme != "https" || slices.Contains(doc.loads, link) {
					t.Errorf("%s asks for %s", name, link)
				}
				continue
			}
			to := name
			if u.Path != "" {
				to = path.Join(path.Dir(name), u.Path)
			}
			if strings.HasPrefix(u.Path, "/") || files[to] == nil {
				t.Errorf("%s leads to %s, which is not there", name, link)
			} else if code, ok := strings.CutPrefix(u.Fragment, "code="); ok {
				if program, err := unpack(code); err != nil || !strings.HasPrefix(program, "package ") {
					t.Errorf("%s leads to the playground with %q, %v", name, program, err)
				}
			} else if u.Fragment != "" && (docs[to] == nil || !docs[to].ids[u.Fragment]) {
				t.Errorf("%s leads to %s, and nothing there is %s", name, link, u.Fragment)
			}
		}
	}

	for _, c := range catalog.All() {
		if !docs["codes.html"].ids[c.Name] {
			t.Errorf("%s has no place on the page", c.Name)
		}
		own := docs["codes/"+c.Name+".html"] != nil
		if (c.Meaning != "" || c.Status != 0 || len(c.RaisedBy) > 0) != own {
			t.Errorf("%s: has a page: %t", c.Name, own)
		}
		if !own && !strings.Contains(row(files, c.Name), "Only its name is known") {
			t.Errorf("%s: the page does not say what is not known", c.Name)
		}
	}
	for _, c := range catalog.OAuth2().All() {
		if docs["codes/oauth2/"+c.Name+".html"] == nil || !docs["codes.html"].ids["oauth2."+c.Name] {
			t.Errorf("%s of OAuth 2.0 has no page, or no place among the codes", c.Name)
		}
	}
	for _, a := range catalog.Stytch().Aliases() {
		if !docs["names.html"].ids[a.Name] {
			t.Errorf("%s is not among the names", a.Name)
		}
	}
	for _, r := range catalog.Stytch().Retirees() {
		if !docs["names.html"].ids[r.Name] {
			t.Errorf("%s is not among the names", r.Name)
		}
	}
	for _, a := range analyzer.All() {
		if docs["checks/"+a.Name+".html"] == nil {
			t.Errorf("%s has no page", a.Name)
		}
	}
}

// unpack returns the program in a link to the playground.
func unpack(code string) (string, error) {
	program, err := io.ReadAll(flate.NewReader(base64.NewDecoder(base64.RawURLEncoding, strings.NewReader(code))))
	return string(program), err
}

// row returns what the page of all codes says of one.
func row(files site.Files, id string) string {
	_, rest, _ := strings.Cut(string(files["codes.html"]), `<li id="`+id+`">`)
	text, _, _ := strings.Cut(rest, "</li>")
	return text
}

// TestFacts asks for all that the catalog holds of some codes.
func TestFacts(t *testing.T) {
	t.Parallel()
	files := build(t)
	tags := regexp.MustCompile(`<[^>]*>`)
	for page, want := range map[string][]string{
		"codes/session_not_found.html": {
			"404 Not Found", "consumer", "b2b", "No live session fits the request.", "The user was deleted",
			"Have the user sign in again.", "b2b Sessions.AuthenticateJWT", "session_expired", "docs page", "Stytch’s documentation",
			"for an expired or revoked session",
		},
		"codes/oauth2/access_denied.html": {"stytcherror.OAuth2Error", "RFC 6749", "The standard"},
		"names.html":                      {"session_expired", "An expired or revoked session is reported as", "Nothing has taken its place."},
		"sources.html":                    {"openapi", "github.com/stytchauth/stytch-openapi"},
		"checks/stytchcode.html":          {"-stytchcode.unknown", "//stytchlint:ignore stytchcode", "Wrong", "Right"},
		"checks/stytchignore.html":        {"There is none"},
		"playground.html":                 {"Play"},
	} {
		text := tags.ReplaceAllString(string(files[page]), "")
		for _, want := range want {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not have %q", page, want)
			}
		}
	}
	if strings.Contains(string(files["checks/stytchignore.html"]), "stytchlint:ignore stytchignore") {
		t.Error("the check of the comments cannot be silenced by one")
	}
}

// TestPlayground puts what another package makes on the page.
func TestPlayground(t *testing.T) {
	t.Parallel()
	page := string(build(t)["playground.html"])
	for _, want := range []string{"<h1>Play</h1>", `href="playground/a.css"`, `src="playground/a.js" defer`} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
	if _, err := site.Build(site.Playground{Files: site.Files{"index.html": []byte("mine")}}); err == nil {
		t.Error("a file took the place of a page, and nobody said so")
	}
}

func TestDeterministic(t *testing.T) {
	t.Parallel()
	if !maps.EqualFunc(build(t), build(t), bytes.Equal) {
		t.Error("two sites differ")
	}
}
