package analyzer_test

import (
	"fmt"
	"go/format"
	"regexp"
	"slices"
	"strings"
)

// A steering is bytes that choose. Where there are no more, the first choice is
// made.
type steering []byte

// choose returns a number below n.
func (s *steering) choose(n int) int {
	if len(*s) == 0 || n < 2 {
		return 0
	}
	b := int((*s)[0])
	*s = (*s)[1:]
	if n > 256 && len(*s) > 0 {
		b |= int((*s)[0]) << 8
		*s = (*s)[1:]
	}
	return b % n
}

// A writer writes a program by the grammar.
type writer struct {
	steering *steering
	text     strings.Builder
	reached  map[string]int
	returns  []string // what the functions around the place return
	number   int      // of productions
	left     int      // of the productions that the function may have
	lib      bool     // whether the package is the one that is imported
}

// sizes are how many productions a function may have. Most have few, since the
// checks take much longer for many.
var sizes = []int{2, 4, 6, 8, 8, 12, 16, 30}

var placeholder = regexp.MustCompile(`<([a-z0-9 ]+|#)>|\{([a-z]+): <stmts> \}`)

// write writes a production.
func (w *writer) write(production string, depth int) {
	w.number++
	w.left--
	number := w.number
	for {
		m := placeholder.FindStringSubmatchIndex(production)
		if m == nil {
			w.text.WriteString(production)
			return
		}
		w.text.WriteString(production[:m[0]])
		switch symbol := production[max(m[2], 0):max(m[3], 0)]; symbol {
		case "#":
			fmt.Fprint(&w.text, number)
		case "":
			w.returns = append(w.returns, production[m[4]:m[5]])
			w.text.WriteString("{\n")
			w.symbol("stmts", depth)
			w.text.WriteString("\n")
			w.symbol("return", depth)
			w.text.WriteString("\n}")
			w.returns = w.returns[:len(w.returns)-1]
		default:
			w.symbol(symbol, depth)
		}
		production = production[m[1]:]
	}
}

// symbol writes one of the productions of a symbol.
func (w *writer) symbol(name string, depth int) {
	if name == "return" && len(w.returns) > 0 {
		name += " " + w.returns[len(w.returns)-1]
	}
	list := grammar[name]
	i := 0
	if depth < 12 && w.left > 0 {
		i = w.steering.choose(len(list))
	}
	production := list[i]
	if w.reached != nil {
		w.reached[of(name, production)]++
	}
	if w.lib {
		production = called.ReplaceAllStringFunc(strings.ReplaceAll(production, "lib.", ""), exported)
	}
	w.write(production, depth+1)
}

// of names a production of a symbol.
func of(symbol, production string) string { return symbol + ": " + production }

// called finds calls of the functions that every package has.
var called = regexp.MustCompile(`\b(` + strings.Join(names, "|") + `)\(`)

func exported(name string) string { return strings.ToUpper(name[:1]) + name[1:] }

// A source is a package that is imported and one that imports it, of two
// files.
type source struct {
	lib, app []file
	reached  map[string]int // how often it has each production
}

// program writes a program.
func program(s *steering) source {
	p := source{reached: make(map[string]int)}
	w := &writer{steering: s, lib: true, left: 50, reached: p.reached}
	w.write(declarations, 0)
	for i, f := range functions {
		if strings.Contains(f, "testing") {
			continue
		}
		w.function(fmt.Sprintf(f, exported(names[i])))
	}
	p.lib = []file{finish("/fuzz/lib/lib.go", "lib", w.text.String())}

	second := "/fuzz/app/b.go"
	if s.choose(2) == 1 {
		second = "/fuzz/app/b_test.go"
	}
	w = &writer{steering: s, left: 50, reached: p.reached}
	w.write(declarations, 0)
	half := s.choose(len(functions))
	for i, f := range functions {
		if i == half {
			p.app = append(p.app, finish("/fuzz/app/a.go", "app", w.text.String()))
			w.text.Reset()
		}
		w.function(fmt.Sprintf(f, names[i]))
	}
	p.app = append(p.app, finish(second, "app", w.text.String()))
	return p
}

// function writes a function.
func (w *writer) function(production string) {
	w.left = sizes[w.steering.choose(len(sizes))]
	w.write("\n"+production+"\n", 0)
}

var qualified = regexp.MustCompile(`\b([a-z0-9]+)\.[A-Z]`)

// finish returns a file with its imports, formatted if it parses.
func finish(name, pkg, text string) file {
	var imports []string
	for _, m := range qualified.FindAllStringSubmatch(text, -1) {
		if p := importable[m[1]]; p != "" && !slices.Contains(imports, p) {
			imports = append(imports, p)
		}
	}
	slices.Sort(imports)
	text = "package " + pkg + "\n\nimport (\n\t\"" + strings.Join(imports, "\"\n\t\"") + "\"\n)\n" + text
	if formatted, err := format.Source([]byte(text)); err == nil {
		return file{name, formatted}
	}
	return file{name, []byte(text)}
}
