package main

import (
	"errors"
	"io/fs"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// loadAdvice reads what is known about the meaning of codes: a mapping, sorted
// by name, of
//
//	session_not_found:
//	  title: a few words
//	  meaning: sentences
//	  causes: [sentences, ...]    # may be missing
//	  remedies: [sentences, ...]  # may be missing
func loadAdvice(fsys fs.FS, codes map[string]bool, p *problems) map[string]advice {
	advices := map[string]advice{}
	content, err := fs.ReadFile(fsys, adviceYAML)
	if err != nil {
		p.errs = append(p.errs, err)
		return advices
	}
	file, err := parser.ParseBytes(content, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		line, what := syntaxError(err)
		p.add(adviceYAML, line, "%s", what)
		return advices
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return advices
	}
	last := ""
	eachPair(file.Docs[0].Body, p, func(key, value ast.Node) {
		name := key.GetToken().Value
		if !codes[name] {
			p.add(adviceYAML, line(key), "%q is not in %s", name, codesTSV)
		}
		switch {
		case name == last:
			p.add(adviceYAML, line(key), "%q is there twice", name)
		case name < last:
			p.add(adviceYAML, line(key), "%q is not sorted: it belongs before %q", name, last)
		default:
			last = name
		}
		advices[name] = readAdvice(key, value, p)
	})
	return advices
}

func readAdvice(name, value ast.Node, p *problems) advice {
	var a advice
	eachPair(value, p, func(key, value ast.Node) {
		switch key.GetToken().Value {
		case "title":
			a.title = text(value, p)
			if strings.HasSuffix(a.title, ".") {
				p.add(adviceYAML, line(value), "the title ends with a full stop")
			}
		case "meaning":
			a.meaning = sentences(value, "meaning", p)
		case "causes":
			a.causes = list(value, "cause", p)
		case "remedies":
			a.remedies = list(value, "remedy", p)
		default:
			p.add(adviceYAML, line(key), "unknown key %q: the keys are title, meaning, causes and remedies", key.GetToken().Value)
		}
	})
	if a.title == "" || a.meaning == "" {
		p.add(adviceYAML, line(name), "%q needs a title and a meaning", name.GetToken().Value)
	}
	return a
}

// syntaxError returns the line and the text of an error of the YAML parser.
func syntaxError(err error) (line int, what string) {
	var placed interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if !errors.As(err, &placed) || placed.GetToken() == nil {
		return 1, err.Error()
	}
	return placed.GetToken().Position.Line, placed.GetMessage()
}

func line(n ast.Node) int { return n.GetToken().Position.Line }

// eachPair calls f with every key and value of a mapping.
func eachPair(n ast.Node, p *problems, f func(key, value ast.Node)) {
	mapping, ok := n.(*ast.MappingNode)
	if !ok {
		p.add(adviceYAML, line(n), "is no mapping")
		return
	}
	for _, pair := range mapping.Values {
		f(pair.Key, pair.Value)
	}
}

func list(n ast.Node, what string, p *problems) []string {
	items, ok := n.(*ast.SequenceNode)
	if !ok {
		p.add(adviceYAML, line(n), "is no list")
		return nil
	}
	var texts []string
	for _, item := range items.Values {
		texts = append(texts, sentences(item, what, p))
	}
	return texts
}

func sentences(n ast.Node, what string, p *problems) string {
	s := text(n, p)
	checkSentence(adviceYAML, line(n), what, s, p)
	return s
}

func text(n ast.Node, p *problems) string {
	var s string
	switch n := n.(type) {
	case *ast.StringNode:
		s = strings.TrimSpace(n.Value)
	case *ast.LiteralNode:
		s = strings.TrimSpace(n.Value.Value)
	default:
		p.add(adviceYAML, line(n), "is no text")
	}
	checkPrintable(adviceYAML, line(n), s, p)
	return s
}
