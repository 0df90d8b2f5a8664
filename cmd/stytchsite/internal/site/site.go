// Package site renders the pages of stytchlint's site from the data that the program
// itself uses: the catalog, and the documentation of the checks.
package site

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"strings"

	"github.com/stytchlint/stytchlint/catalog"
)

// Files are those of a site, by their paths with slashes.
type Files map[string][]byte

// A Playground is what the page of that name is made of.
type Playground struct {
	Body    template.HTML // the inside of the main element
	Styles  []string      // paths of style sheets of its own, from the root of the site
	Scripts []string      // and of scripts, which run once the page is read
	Files   Files         // all that the page loads, those among them
}

//go:embed templates
var templates embed.FS

//go:embed assets
var assets embed.FS

// Build returns all files of the site.
func Build(p Playground) (Files, error) {
	b := &builder{files: Files{}, templates: map[string]*template.Template{}}
	if err := b.assets(); err != nil {
		return nil, err
	}
	maps.Copy(b.files, p.Files)
	for _, page := range []func() error{
		b.start,
		b.codes,
		b.checks,
		func() error { return b.playground(p) },
	} {
		if err := page(); err != nil {
			return nil, err
		}
	}
	return b.files, nil
}

// A builder collects the files.
type builder struct {
	files     Files
	templates map[string]*template.Template // by the names of their files
}

// template returns the layout with a main element.
func (b *builder) template(name string) (*template.Template, error) {
	if t := b.templates[name]; t != nil {
		return t, nil
	}
	t, err := template.New("layout.html").Funcs(funcs).ParseFS(templates, "templates/layout.html", "templates/"+name)
	b.templates[name] = t
	return t, err
}

func (b *builder) assets() error {
	return fs.WalkDir(assets, "assets", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := assets.ReadFile(name)
		b.files[name] = content
		return err
	})
}

// A page is what the layout is told.
type page struct {
	Path        string // from the root of the site
	Title       string
	Description string
	Section     string // the part of the navigation that it belongs to
	Styles      []string
	Scripts     []string
	Data        any
}

// Root leads from the page to the root of the site: pages work below any path, and
// from a disk.
func (p *page) Root() string { return strings.Repeat("../", strings.Count(p.Path, "/")) }

// Current says whether a section is that of the page, as aria-current has it.
func (p *page) Current(section string) bool { return p.Section == section }

// render adds a page, whose main element a template of that name makes.
func (b *builder) render(name string, p *page) error {
	t, err := b.template(name)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := t.Execute(&out, p); err != nil {
		return err
	}
	if b.files[p.Path] != nil {
		return fmt.Errorf("two pages are %s", p.Path)
	}
	b.files[p.Path] = out.Bytes()
	return nil
}

// repository is where the source is, and what this site leaves to it.
const repository = "https://github.com/stytchlint/stytchlint"

var funcs = template.FuncMap{
	"checked":    catalog.Stytch().Checked,
	"repository": func() string { return repository },
	"source":     catalog.Source,
	"statusText": statusText,
	"words":      words,
}

// words returns a name that may break between its words.
func words(name string) template.HTML {
	return template.HTML(strings.ReplaceAll(template.HTMLEscapeString(name), "_", "_<wbr>")) //nolint:gosec // it was escaped
}

func (b *builder) playground(p Playground) error {
	return b.render("playground.html", &page{
		Path:        "playground.html",
		Title:       "Playground",
		Description: "Try the checks of stytchlint in the browser.",
		Section:     "playground",
		Styles:      p.Styles,
		Scripts:     p.Scripts,
		Data:        p.Body,
	})
}
