// Mutation flips conditions in a package, one at a time, and says of which the tests
// notice nothing:
//
//	go run ./testdata/mutation -n 40 ./analyzer/stytchsend
//	go run ./testdata/mutation -n 40 ./analyzer/internal/valueflow ./analyzer/stytchcode
//
// The first argument is the package, the others are packages whose tests are run,
// which are those of the package itself if there are no others. Of all conditions,
// n are taken, always the same ones for the same -seed. The tests are compiled
// once, with all conditions to be flipped by a number in the environment.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A condition is an expression in the source of the package.
type condition struct {
	file       string
	start, end int // offsets
	line       int
	text       string
}

// The variables of the environment that select a condition, and the file that
// says that it was asked.
const (
	selectVar = "STYTCHLINT_MUTANT"
	hitVar    = "STYTCHLINT_MUTANT_HIT"
)

// helper is added to the package.
const helper = `package %s

import (
	"os"
	"strconv"
)

var selectedMutant, _ = strconv.Atoi(os.Getenv(%q))

func flipped(n int, cond bool) bool {
	if n != selectedMutant {
		return cond
	}
	_ = os.WriteFile(os.Getenv(%q), nil, 0o600)
	return !cond
}
`

func main() {
	n := flag.Int("n", 40, "flip so many `conditions`")
	seed := flag.Uint64("seed", 1, "choose others")
	flag.Parse()
	if flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(flag.Arg(0), flag.Args()[1:], *n, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "mutation:", err)
		os.Exit(1)
	}
}

func run(pkg string, tests []string, n int, seed uint64) error {
	if len(tests) == 0 {
		tests = []string{pkg}
	}
	dir, err := os.MkdirTemp("", "stytchlint-mutation")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a leftover in the temporary directory
	conditions, overlay, err := instrument(pkg, dir)
	if err != nil {
		return err
	}
	binaries := make([]string, len(tests))
	for i, test := range tests {
		binaries[i] = filepath.Join(dir, fmt.Sprint("test", i))
		out, err := exec.Command("go", "test", "-c", "-vet=off", "-overlay", overlay, "-o", binaries[i], test).CombinedOutput()
		if err != nil {
			return fmt.Errorf("compiling the tests of %s: %w\n%s", test, err, out)
		}
		if !passes(binaries[i], test, 0, dir) {
			return fmt.Errorf("the tests of %s fail without any mutant", test)
		}
	}
	chosen := rand.New(rand.NewPCG(seed, 0)).Perm(len(conditions)) //nolint:gosec // a run can be repeated by its seed
	chosen = chosen[:min(n, len(chosen))]
	slices.Sort(chosen)
	killed, survived, missed := 0, 0, 0
	for _, i := range chosen {
		hit := filepath.Join(dir, "hit")
		_ = os.Remove(hit)
		alive := true
		for j, test := range tests {
			alive = alive && passes(binaries[j], test, i+1, dir)
		}
		c := conditions[i]
		_, err := os.Stat(hit)
		switch {
		case !alive:
			killed++
		case err != nil:
			missed++
			fmt.Printf("not reached: %s:%d: %s\n", c.file, c.line, c.text)
		default:
			survived++
			fmt.Printf("survived: %s:%d: %s\n", c.file, c.line, c.text)
		}
	}
	fmt.Printf("%s: %d conditions, %d flipped, %d killed, %d survived, %d not reached\n", pkg, len(conditions), len(chosen), killed, survived, missed)
	return nil
}

// passes runs the tests of a package in its directory.
func passes(binary, pkg string, mutant int, dir string) bool {
	cmd := exec.Command(binary, "-test.failfast", "-test.timeout=5m")
	cmd.Dir = pkg
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d", selectVar, mutant), hitVar+"="+filepath.Join(dir, "hit"))
	return cmd.Run() == nil
}

// instrument writes the files of a package with each condition in a call, and
// returns the name of an overlay for the go command.
func instrument(pkg, dir string) ([]condition, string, error) {
	names, err := filepath.Glob(filepath.Join(pkg, "*.go"))
	if err != nil {
		return nil, "", err
	}
	replace := make(map[string]string)
	var all []condition
	packageName := ""
	add := func(name, content string) error {
		abs, err := filepath.Abs(name)
		if err != nil {
			return err
		}
		replace[abs] = filepath.Join(dir, fmt.Sprint(len(replace), ".go"))
		return os.WriteFile(replace[abs], []byte(content), 0o600)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || filepath.Base(name) == "doc.go" {
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, "", err
		}
		found, file, err := conditionsIn(name, src)
		if err != nil {
			return nil, "", err
		}
		packageName = file
		if err := add(name, flip(src, found, len(all)+1)); err != nil {
			return nil, "", err
		}
		all = append(all, found...)
	}
	if err := add(filepath.Join(pkg, "flipped_by_mutation.go"), fmt.Sprintf(helper, packageName, selectVar, hitVar)); err != nil {
		return nil, "", err
	}
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return nil, "", err
	}
	overlay := filepath.Join(dir, "overlay.json")
	return all, overlay, os.WriteFile(overlay, data, 0o600)
}

// conditionsIn returns the conditions of if and for statements, or the operands
// that && and || join there, and the name of the package.
func conditionsIn(name string, src []byte) ([]condition, string, error) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		return nil, "", err
	}
	var found []condition
	var split func(e ast.Expr)
	split = func(e ast.Expr) {
		switch e := e.(type) {
		case nil:
		case *ast.ParenExpr:
			split(e.X)
		case *ast.BinaryExpr:
			if e.Op == token.LAND || e.Op == token.LOR {
				split(e.X)
				split(e.Y)
				return
			}
			at, end := fset.Position(e.Pos()), fset.Position(e.End())
			found = append(found, condition{name, at.Offset, end.Offset, at.Line, string(src[at.Offset:end.Offset])})
		default:
			at, end := fset.Position(e.Pos()), fset.Position(e.End())
			found = append(found, condition{name, at.Offset, end.Offset, at.Line, string(src[at.Offset:end.Offset])})
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			split(n.Cond)
		case *ast.ForStmt:
			split(n.Cond)
		case *ast.ReturnStmt:
			for _, e := range n.Results {
				if b, ok := e.(*ast.BinaryExpr); ok && (b.Op == token.LAND || b.Op == token.LOR) {
					split(e)
				}
			}
		}
		return true
	})
	return found, f.Name.Name, nil
}

// flip wraps conditions, which may lie in each other, numbered from first.
func flip(src []byte, conditions []condition, first int) string {
	type insertion struct {
		at, order int
		text      string
	}
	var all []insertion
	for i, c := range conditions {
		all = append(all,
			insertion{c.start, -c.end, fmt.Sprintf("flipped(%d, ", first+i)},
			insertion{c.end, -c.start, ")"})
	}
	slices.SortStableFunc(all, func(a, b insertion) int {
		if a.at != b.at {
			return a.at - b.at
		}
		return a.order - b.order
	})
	var b strings.Builder
	at := 0
	for _, in := range all {
		b.Write(src[at:in.at])
		b.WriteString(in.text)
		at = in.at
	}
	b.Write(src[at:])
	return b.String()
}
