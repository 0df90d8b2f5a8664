package config

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// eachPair calls f with the keys and values of a mapping, which may be empty.
func (r *reader) eachPair(n ast.Node, what string, f func(key, value ast.Node)) {
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, pair := range n.Values {
			f(pair.Key, pair.Value)
		}
	case *ast.MappingValueNode:
		f(n.Key, n.Value)
	case nil, *ast.NullNode, *ast.CommentGroupNode:
	default:
		r.add(n, what+" is no mapping", "write keys and values, such as \"key: value\"")
	}
}

// list returns the items of a list, which may be empty.
func (r *reader) list(n ast.Node, what string) []ast.Node {
	switch n := n.(type) {
	case *ast.SequenceNode:
		return n.Values
	case nil, *ast.NullNode:
	default:
		r.add(n, what+" is no list", "write one item a line, such as \"- item\"")
	}
	return nil
}

// listOrScalar returns the items of a list, or n itself if it is none.
func (r *reader) listOrScalar(n ast.Node) []ast.Node {
	if list, ok := n.(*ast.SequenceNode); ok {
		return list.Values
	}
	return []ast.Node{n}
}

// text returns a text, a number or a truth value as it is written.
func (r *reader) text(n ast.Node, what string) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value), true
	case *ast.BoolNode, *ast.IntegerNode, *ast.FloatNode:
		return n.GetToken().Value, true
	}
	r.add(n, fmt.Sprintf("%s is no text", what), "")
	return "", false
}
