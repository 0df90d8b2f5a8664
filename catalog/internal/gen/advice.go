package main

import (
	"io/fs"
	"strings"

	"go.yaml.in/yaml/v3"
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
	var doc yaml.Node
	if err := yaml.Unmarshal(content, &doc); err != nil {
		// The error says "yaml: line 3: what".
		line, what := 1, strings.TrimPrefix(err.Error(), "yaml: ")
		if rest, ok := strings.CutPrefix(what, "line "); ok {
			if number, text, ok := strings.Cut(rest, ": "); ok {
				line, what = atoi(number), text
			}
		}
		p.add(adviceYAML, line, "%s", what)
		return advices
	}
	if len(doc.Content) == 0 {
		return advices
	}
	last := ""
	eachPair(doc.Content[0], p, func(key, value *yaml.Node) {
		name := key.Value
		if !codes[name] {
			p.add(adviceYAML, key.Line, "%q is not in %s", name, codesTSV)
		}
		switch {
		case name == last:
			p.add(adviceYAML, key.Line, "%q is there twice", name)
		case name < last:
			p.add(adviceYAML, key.Line, "%q is not sorted: it belongs before %q", name, last)
		default:
			last = name
		}
		advices[name] = readAdvice(key, value, p)
	})
	return advices
}

func readAdvice(name, value *yaml.Node, p *problems) advice {
	var a advice
	eachPair(value, p, func(key, value *yaml.Node) {
		switch key.Value {
		case "title":
			a.title = text(value, p)
			if strings.HasSuffix(a.title, ".") {
				p.add(adviceYAML, value.Line, "the title ends with a full stop")
			}
		case "meaning":
			a.meaning = sentences(value, "meaning", p)
		case "causes":
			a.causes = list(value, "cause", p)
		case "remedies":
			a.remedies = list(value, "remedy", p)
		default:
			p.add(adviceYAML, key.Line, "unknown key %q: the keys are title, meaning, causes and remedies", key.Value)
		}
	})
	if a.title == "" || a.meaning == "" {
		p.add(adviceYAML, name.Line, "%q needs a title and a meaning", name.Value)
	}
	return a
}

// eachPair calls f with every key and value of a mapping.
func eachPair(n *yaml.Node, p *problems, f func(key, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		p.add(adviceYAML, n.Line, "is no mapping")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		f(n.Content[i], n.Content[i+1])
	}
}

func list(n *yaml.Node, what string, p *problems) []string {
	if n.Kind != yaml.SequenceNode {
		p.add(adviceYAML, n.Line, "is no list")
		return nil
	}
	var texts []string
	for _, item := range n.Content {
		texts = append(texts, sentences(item, what, p))
	}
	return texts
}

func sentences(n *yaml.Node, what string, p *problems) string {
	s := text(n, p)
	checkSentence(adviceYAML, n.Line, what, s, p)
	return s
}

func text(n *yaml.Node, p *problems) string {
	if n.Kind != yaml.ScalarNode || n.Tag != "!!str" {
		p.add(adviceYAML, n.Line, "is no text")
		return ""
	}
	return strings.TrimSpace(n.Value)
}

func atoi(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return max(n, 1)
		}
		n = 10*n + int(r-'0')
	}
	return max(n, 1)
}
