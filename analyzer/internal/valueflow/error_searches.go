package valueflow

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// An ErrorResult is what is known about the texts of errors in one package.
type ErrorResult struct {
	Searches []Search // sorted by position, at most one for each constant

	builder *builder
}

// A Search is a constant that the text of an error is compared with or searched for.
type Search struct {
	Expr  ast.Expr // the constant, or the call that its only regular expression is matched by
	At    ast.Node // the call, comparison or switch that searches
	Value string
	Use   Use
	Upper bool // the text is brought to upper case before

	// Message says that the text is the message of an error that is meant for people, and
	// nothing else.
	Message bool
	Error   Origin
}

// An Origin says where an error may come from.
type Origin struct {
	SDK     bool // from a call of the SDK, wrapped or not
	Own     bool // from the program, with one of the texts, or from the standard library
	Caller  bool // from callers that are not in view
	Foreign bool // from anywhere else
	Lost    bool // errors.As does not find the error of the SDK in it

	Family sdk.Family
	Majors []string          // of the SDK
	Texts  []map[string]bool // that the program adds
}

// Always reports whether the error is one of the SDK, or nil.
func (o Origin) Always() bool { return o.SDK && !o.Own && !o.Caller && !o.Foreign }

// SameValue reports whether two uses of a variable are reached by the same definitions.
func (r *ErrorResult) SameValue(x, y *ast.Ident) bool {
	return slices.Equal(r.builder.reads[x], r.builder.reads[y])
}

// DeclaredWith returns what a variable is declared with, nil if it gets other values,
// too.
func (r *ErrorResult) DeclaredWith(v *types.Var) ast.Expr { return r.builder.onlyValue(v) }

// searchedAt notes that the comparisons from the first on are made at n, unless that
// is known better.
func (b *builder) searchedAt(first int, n ast.Node) {
	if !b.errors.matter {
		return
	}
	for i := first; i < len(b.comparisons); i++ {
		if b.errors.at[i] == nil {
			b.errors.at[i] = n
		}
	}
}

// searches returns the constants that the texts of errors meet.
func (b *builder) searches() []Search {
	met := b.met()
	found := make(map[ast.Expr]*Search)
	texts := make(map[*Search][]*node)
	note := func(text, wanted *node, use Use, at ast.Node) {
		if text.labels&(fromSDK|fromCaller|fromMessage) == 0 || wanted.labels&fromConstant == 0 || wanted.labels&ofError != 0 {
			return
		}
		leaves := b.leaves(wanted, false)
		for _, l := range leaves {
			e := l.expr
			if e == nil {
				continue
			}
			if call, ok := at.(*ast.CallExpr); ok && use == Pattern && len(leaves) == 1 {
				e = call
			}
			s := found[e]
			if s == nil {
				s = &Search{Expr: e, At: at, Value: l.value, Use: use}
				found[e] = s
			}
			s.Upper = s.Upper || text.labels&upper != 0
			texts[s] = append(texts[s], text)
		}
	}
	for i, c := range b.comparisons {
		note(c.a, c.b, c.use, b.errors.at[i])
		if c.use <= Fold {
			note(c.b, c.a, c.use, b.errors.at[i])
		}
	}
	for _, n := range b.nodes {
		if n.leaf == nil || met[n] == 0 {
			continue
		}
		if s := found[n.leaf.expr]; s != nil {
			s.add(met[n])
		}
	}
	list := make([]Search, 0, len(found))
	for _, s := range found {
		s.Error.Majors = b.majorsOf(texts[s])
		var met labels
		for _, n := range texts[s] {
			met |= n.labels
			words, all := b.wordsOf(n)
			s.Error.Foreign = s.Error.Foreign || !all
			if len(words) > 0 {
				s.Error.Texts = append(s.Error.Texts, words)
			}
		}
		if ast.Node(s.Expr) == s.At {
			s.add(met &^ fromConstant)
		}
		list = append(list, *s)
	}
	slices.SortFunc(list, func(x, y Search) int { return cmp.Compare(x.Expr.Pos(), y.Expr.Pos()) })
	return list
}

// add adds what labels tell of the texts that the constant meets.
func (s *Search) add(l labels) {
	o := &s.Error
	o.SDK = l&fromSDK != 0
	o.Own = l&fromOwnError != 0
	o.Caller = l&fromCaller != 0
	o.Foreign = l&^(fromSDK|fromOwnError|fromCaller|fromMessage|marks) != 0
	o.Lost = l&lost != 0
	if l&fromError != 0 {
		o.Family |= sdk.API
	}
	if l&fromOAuthError != 0 {
		o.Family |= sdk.OAuth2
	}
	s.Message = l&fromMessage != 0
	if s.Message && l&(ofError&^fromMessage|beside) != 0 {
		o.Foreign = true // the message is only a part of it
	}
}

// met returns what the constants of each node meet. Codes are met by others.
func (b *builder) met() map[*node]labels {
	met := make(map[*node]labels)
	var work []*node
	meet := func(n *node, l labels) {
		if n.labels&fromConstant == 0 || met[n]|l == met[n] {
			return
		}
		met[n] |= l
		work = append(work, n)
	}
	ask := func(n, other *node) {
		switch l := other.labels; {
		case l.isCode() && l&ofError == 0: // which others look after
		case l != 0 && l&^fromConstant == 0:
			meet(n, fromElsewhere) // of a helper that serves several purposes
		default:
			meet(n, l&^fromConstant)
		}
	}
	for _, c := range b.comparisons {
		ask(c.b, c.a)
		if c.use <= Fold {
			ask(c.a, c.b)
		}
	}
	for len(work) > 0 {
		n := work[len(work)-1]
		work = work[:len(work)-1]
		if n.kind.stops() {
			continue
		}
		for _, from := range n.in {
			meet(from, met[n])
		}
	}
	return met
}

// majorsOf returns the major versions of the SDK whose errors get to some nodes.
func (b *builder) majorsOf(nodes []*node) []string {
	var majors []string
	steps := maxSteps
	b.backwards(slices.Clone(nodes), &steps, func(n *node) { majors = append(majors, b.errors.majors[n]...) })
	slices.Sort(majors)
	return slices.Compact(majors)
}

// maxWords bounds what a fact holds. An error to which more texts are added is none that
// others should judge by them.
const maxWords = 12

// errorOf returns what a node may hold for other packages.
func (b *builder) errorOf(n *node) supply {
	s := supply{Labels: n.labels &^ exposedParam}
	words, all := b.wordsOf(n)
	if !all || len(words) > maxWords {
		s.Labels |= fromElsewhere
		return s
	}
	s.Consts = sortedConstants(words)
	if s.Labels&fromSDK != 0 {
		s.Majors = b.majorsOf([]*node{n})
	}
	return s
}

// wordsOf returns the constants that an error or a text may hold, and whether those are
// all. What is made of very many parts is not worth the time.
func (b *builder) wordsOf(n *node) (words map[string]bool, all bool) {
	for range maxReached { // what hands on one text has its words
		from := n.onlyOrigin()
		if from == nil {
			break
		}
		n = from
	}
	if words, ok := b.errors.words[n]; ok {
		return words, words != nil
	}
	steps := maxSteps
	words = make(map[string]bool)
	b.backwards([]*node{n}, &steps, func(n *node) {
		if n.leaf != nil && n.leaf.value != "" {
			words[n.leaf.value] = true
		}
	})
	if steps <= 0 {
		words = nil
	}
	b.errors.words = put(b.errors.words, n, words)
	return words, words != nil
}
