// Package config reads the configuration file of the command. What it says
// about checks is turned into flags for the vet tool, since those are part of
// the key under which the go command caches what is found.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
)

// Name is the name of the file, which lies in the root of a module.
const Name = ".stytchlint.yaml"

// A Config is the content of a file.
type Config struct {
	CheckFlags []string // flags of the checks, such as "-stytchtext=false"
	Baseline   string   // the baseline's absolute path; may be empty
	Exclude    Globs
}

// An Error is one thing that is wrong with a file.
type Error struct {
	Line, Column int    // 0 if it is not about a place in the file
	Msg          string // one line
	Hint         string // one line; may be empty
}

func (e *Error) Error() string { return e.Msg }

// Load reads the file in the folder root. Without one, the configuration is
// empty. The errors that are joined in the returned one are of type [*Error],
// except if the file cannot be read.
func Load(root string, analyzers []*analysis.Analyzer) (Config, error) {
	content, err := os.ReadFile(filepath.Join(root, Name))
	if errors.Is(err, fs.ErrNotExist) {
		other := strings.TrimSuffix(Name, "aml") + "ml"
		if _, err := os.Stat(filepath.Join(root, other)); err == nil {
			return Config{}, &Error{
				Msg:  fmt.Sprintf("the configuration file is called %s", Name),
				Hint: fmt.Sprintf("rename %s", filepath.Join(root, other)),
			}
		}
		return Config{}, nil
	}
	if err != nil {
		return Config{}, err
	}
	return parse(content, root, analyzers)
}

// parse reads the content of a file.
func parse(content []byte, root string, analyzers []*analysis.Analyzer) (Config, error) {
	content = bytes.TrimPrefix(content, []byte("\uFEFF")) // as some editors on Windows begin files
	file, err := parser.ParseBytes(content, 0)
	if err != nil {
		return Config{}, syntaxError(err)
	}
	r := reader{root: root, analyzers: analyzers}
	seen := false
	for _, doc := range file.Docs {
		switch doc.Body.(type) {
		case nil, *ast.DirectiveNode, *ast.CommentGroupNode:
			continue
		}
		if seen {
			r.add(doc.Body, "a second document", "one file holds one configuration")
			break
		}
		seen = true
		r.eachPair(doc.Body, "the file", r.topLevel)
	}
	return r.config, errors.Join(r.errs...)
}

// syntaxError returns an error of the YAML parser with its place.
func syntaxError(err error) error {
	e := &Error{Msg: err.Error()}
	var placed interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if errors.As(err, &placed) {
		e.Msg = placed.GetMessage()
		if t := placed.GetToken(); t != nil && t.Position != nil {
			e.Line, e.Column = t.Position.Line, t.Position.Column
		}
	}
	return e
}

// A reader collects a configuration and everything that is wrong with it.
type reader struct {
	root      string
	analyzers []*analysis.Analyzer
	config    Config
	errs      []error
}

func (r *reader) add(n ast.Node, msg, hint string) {
	e := &Error{Msg: msg, Hint: hint}
	if pairs, ok := n.(*ast.MappingNode); ok && !pairs.IsFlowStyle && len(pairs.Values) > 0 {
		n = pairs.Values[0].Key // the mapping's own place is its first colon
	}
	if n != nil {
		if t := n.GetToken(); t != nil && t.Position != nil {
			e.Line, e.Column = t.Position.Line, t.Position.Column
		}
	}
	r.errs = append(r.errs, e)
}

// topLevel reads one of the keys of the file.
func (r *reader) topLevel(key, value ast.Node) {
	switch name := key.GetToken().Value; name {
	case "checks":
		r.eachPair(value, name, r.check)
	case "baseline":
		if file, ok := r.text(value, name); ok {
			r.config.Baseline = filepath.FromSlash(file)
			if !filepath.IsAbs(r.config.Baseline) {
				r.config.Baseline = filepath.Join(r.root, r.config.Baseline)
			}
		}
	case "exclude":
		for _, item := range r.list(value, name) {
			r.exclude(item)
		}
	default:
		r.unknown(key, "key", []string{"checks", "baseline", "exclude"})
	}
}

// exclude reads a pattern of files.
func (r *reader) exclude(n ast.Node) {
	pattern, ok := r.text(n, "exclude")
	if !ok {
		return
	}
	glob, err := newGlob(pattern)
	if err != nil {
		r.add(n, fmt.Sprintf("%q: %v", pattern, err), "patterns are relative to the module's root, such as internal/gen/** or **/*_gen.go")
		return
	}
	r.config.Exclude = append(r.config.Exclude, glob)
}

// unknown says that the name in key is none of the choices.
func (r *reader) unknown(key ast.Node, what string, choices []string) {
	name := key.GetToken().Value
	hint := "the choices are " + strings.Join(choices, ", ")
	if meant := analyzer.Nearest(name, choices); meant != "" {
		hint = fmt.Sprintf("did you mean %q?", meant)
	}
	r.add(key, fmt.Sprintf("unknown %s %q", what, name), hint)
}
