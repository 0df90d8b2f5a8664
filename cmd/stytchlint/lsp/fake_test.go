package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/internal/driver"
)

// cursor marks where the cursor is in a text.
const cursor = "¦"

// world is a workspace of packages that have one file each, which the test changes as it
// likes.
type world struct {
	mu      sync.Mutex
	files   map[string]*text // by the path of the package
	checked map[string]int   // how often each package was type-checked, by path

	opened func(path string) // is told of each file that is opened, if it is not nil
	left   int               // so many questions are answered before one is not; none fails if it is less
}

// fails counts a question, and returns an error if it is the one that fails.
func (w *world) fails() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.left--
	if w.left == 0 {
		return errors.New("the test wants it")
	}
	return nil
}

// A text is what a file holds, and its package if it was type-checked.
type text struct {
	source  string
	version int32
	syntax  *Syntax
}

// Packages of the tests.
const (
	sdkPath    = "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	clientPath = "github.com/stytchauth/stytch-go/v18/stytch/consumer"
	linksPath  = clientPath + "/magiclinks"
	codePath   = "github.com/stytchlint/stytchlint/catalog/code"
	authxPath  = "example.com/authx"
	webPath    = "example.com/web"
	webURI     = "file:///example.com/web"
)

// newWorld returns a workspace with a package that knows codes by another one alone.
func newWorld() *world {
	w := &world{files: make(map[string]*text), checked: make(map[string]int)}
	w.write(sdkPath, "package stytcherror\n\ntype Type string\n\ntype Error struct { StatusCode int; ErrorType Type }\n\nfunc (Error) Error() string { return \"\" }\n")
	w.write(linksPath, "package magiclinks\n\ntype AuthenticateParams struct{ Token string }\n")
	w.write(clientPath, "package consumer\n\nimport \""+linksPath+"\"\n\ntype MagicLinksClient struct{}\n\nfunc (*MagicLinksClient) Authenticate(*magiclinks.AuthenticateParams) error { return nil }\n")
	w.write(authxPath, "package authx\n\nimport \""+sdkPath+"\"\n\nfunc Is(err error, code string) bool {\n\te, ok := err.(stytcherror.Error)\n\treturn ok && string(e.ErrorType) == code\n}\n")
	w.write(codePath, "package code\n\nconst SessionNotFound = \"session_not_found\"\n")
	w.write("example.com/other", "package other\n\nfunc Equal(a, b string) bool { return a == b }\n")
	return w
}

// web is a package whose function has a body.
func web(body string) string {
	return "package web\n\nimport \"" + authxPath + "\"\n\nfunc handle(err error) bool {\n\t" + body + "\n}\n"
}

// write changes a file. Whoever imports it is type-checked anew, too.
func (w *world) write(path, source string) int32 {
	w.mu.Lock()
	defer w.mu.Unlock()
	version := int32(1)
	if old := w.files[path]; old != nil {
		version = old.version + 1
	}
	w.files[path] = &text{source: source, version: version}
	for _, other := range w.files {
		if strings.Contains(other.source, strconv.Quote(path)) {
			other.syntax = nil
		}
	}
	return version
}

func (w *world) Open(_ context.Context, uri string) (File, error) {
	path := strings.TrimPrefix(uri, "file:///")
	if w.opened != nil {
		w.opened(path)
	}
	if err := w.fails(); err != nil {
		return nil, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.files[path] == nil {
		return nil, fmt.Errorf("no file %s", uri)
	}
	return fakeFile{w, path, w.files[path].version}, nil
}

type fakeFile struct {
	world   *world
	path    string
	version int32
}

func (f fakeFile) Version() int32 { return f.version }
func (f fakeFile) Close()         {}

func (f fakeFile) Package(context.Context) (Package, error) {
	return fakePackage{f.world, f.path}, f.world.fails()
}

type fakePackage struct {
	world *world
	path  string
}

func (p fakePackage) ID() string   { return p.path }
func (p fakePackage) Path() string { return p.path }
func (p fakePackage) Graph() any   { return nil }

func (p fakePackage) Imports() []Package {
	p.world.mu.Lock()
	defer p.world.mu.Unlock()
	var list []Package
	for path := range p.world.files {
		if strings.Contains(p.world.files[p.path].source, strconv.Quote(path)) {
			list = append(list, fakePackage{p.world, path})
		}
	}
	slices.SortFunc(list, func(a, b Package) int { return strings.Compare(a.Path(), b.Path()) })
	return list
}

func (p fakePackage) source() string {
	p.world.mu.Lock()
	defer p.world.mu.Unlock()
	return p.world.files[p.path].source
}

func (p fakePackage) Hash(context.Context) (string, error) { return p.source(), p.world.fails() }

func (p fakePackage) Mentions(_ context.Context, text string) bool {
	return strings.Contains(p.source(), text)
}

func (p fakePackage) Check(context.Context) (Checked, error) {
	if err := p.world.fails(); err != nil {
		return nil, err
	}
	p.world.mu.Lock()
	defer p.world.mu.Unlock()
	return p.check()
}

// check type-checks the package. The world is locked.
func (p fakePackage) check() (Checked, error) {
	file := p.world.files[p.path]
	if strings.Contains(file.source, "never.Loads") {
		return nil, errors.New("no package")
	}
	if file.syntax == nil {
		p.world.checked[p.path]++
		fset := token.NewFileSet()
		tree, _ := parser.ParseFile(fset, p.path, file.source, parser.ParseComments)
		info := driver.NewInfo(nil)
		config := types.Config{
			Error: func(error) {},
			Importer: importer(func(path string) (*types.Package, error) {
				if p.world.files[path] == nil {
					return nil, fmt.Errorf("no package %s", path)
				}
				imported, err := fakePackage{p.world, path}.check()
				if err != nil {
					return nil, err
				}
				return imported.Syntax().Types, nil
			}),
		}
		pkg, _ := config.Check(p.path, fset, []*ast.File{tree}, info)
		file.syntax = &Syntax{Fset: fset, Files: []*ast.File{tree}, Types: pkg, Info: info}
	}
	return fakeChecked{p.world, file.syntax, file.source}, nil
}

type importer func(path string) (*types.Package, error)

func (f importer) Import(path string) (*types.Package, error) { return f(path) }

type fakeChecked struct {
	world  *world
	syntax *Syntax
	source string
}

func (c fakeChecked) Identity() any   { return c.syntax }
func (c fakeChecked) Syntax() *Syntax { return c.syntax }

func (c fakeChecked) Pos(_ context.Context, _ string, p Position) (token.Pos, error) {
	at := 0
	for range p.Line {
		at += strings.IndexByte(c.source[at:], '\n') + 1
	}
	return c.syntax.Files[0].FileStart + token.Pos(at) + token.Pos(p.Character), c.world.fails()
}

func (c fakeChecked) Range(_ context.Context, _ string, start, end token.Pos) (Range, error) {
	at := func(pos token.Pos) Position {
		p := c.syntax.Fset.Position(pos)
		return Position{uint32(p.Line - 1), uint32(p.Column - 1)}
	}
	return Range{at(start), at(end)}, c.world.fails()
}

// A conversation is one with an editor about a world, with gopls answering what the test
// says.
type conversation struct {
	t       *testing.T
	world   *world
	session *Session
}

// converse begins a conversation with an editor that can do something.
func converse(t *testing.T, capabilities string) *conversation {
	t.Helper()
	w := newWorld()
	c := &conversation{t: t, world: w}
	c.begin(capabilities)
	return c
}

// begin begins it anew, so that nothing is known.
func (c *conversation) begin(capabilities string) {
	c.session = NewSession(c.world)
	c.session.Plan("initialize", json.RawMessage(`{"capabilities": `+capabilities+`}`))
}

// show shows what is written in package web, and returns the position of the cursor
// there, as the parameters of a request have it.
func (c *conversation) show(source string) string {
	c.t.Helper()
	return c.showIn(webPath, source)
}

// showIn shows what is written in a package.
func (c *conversation) showIn(path, source string) string {
	c.t.Helper()
	before, after, ok := strings.Cut(source, cursor)
	if !ok {
		c.t.Fatalf("no cursor in\n%s", source)
	}
	c.tellOf(path, c.world.write(path, before+after))
	return fmt.Sprintf(`"textDocument": {"uri": %q}, "position": {"line": %d, "character": %d}`,
		"file:///"+path, strings.Count(before, "\n"), len(before)-1-strings.LastIndexByte(before, '\n'))
}

// tell tells of a version of package web.
func (c *conversation) tell(version int32) { c.tellOf(webPath, version) }

func (c *conversation) tellOf(path string, version int32) {
	c.session.Plan("textDocument/didChange", json.RawMessage(fmt.Sprintf(`{"textDocument": {"uri": "file:///%s", "version": %d}}`, path, version)))
}

// answer returns, as JSON with sorted keys, what the editor gets if gopls answers with
// something.
func (c *conversation) answer(method, params, gopls string) string {
	c.t.Helper()
	plan := c.session.Plan(method, json.RawMessage("{"+params+"}"))
	var result any = json.RawMessage(gopls)
	if gopls == "" {
		result = nil
	}
	switch {
	case plan.Answer != nil:
		result = plan.Answer
	case plan.Reply != nil:
		var err error
		if result, err = plan.Reply(c.t.Context(), result, nil); err != nil {
			c.t.Fatal(err)
		}
	}
	return canonical(c.t, result)
}

func canonical(t *testing.T, value any) string {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	var decoded any
	if err := json.Unmarshal(data, &decoded); err != nil {
		t.Fatal(err)
	}
	if data, err = json.Marshal(decoded); err != nil {
		t.Fatal(err)
	}
	return string(data)
}
