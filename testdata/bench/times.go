package main

import (
	"cmp"
	"fmt"
	"go/types"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer"
)

// The sizes of the programs: functions, or what one function has. Go's parser
// takes no more than 1,000 scopes inside each other, and a program has no function
// that is much longer.
var (
	functionSizes = []int{2, 4, 8, 16, 31, 62, 125, 250, 500, 1000, 2000}
	aloneSizes    = []int{2, 4, 8, 16, 31, 62, 125, 250}
)

const (
	// A time counts for the growth from here on. What is shorter is that of the
	// clock, of the garbage collector and of what does not depend on the size.
	timeFloor = 20 * time.Millisecond
	// A check that takes so long is not measured at the next size.
	timeCeiling = 30 * time.Second
)

// times prints what the checks take on programs that grow: all of them together
// at each size, and for each check the growth per doubling, of time and of memory. The
// second is the same on each machine and in each run: where it is linear and the first
// is not, the work is, and what it works on left the caches of the CPU.
func times(k *kit, rounds, most int, only string) error {
	// Garbage is collected between what is measured, and not meanwhile: how often that
	// happens is not linear in the size. So the memory stays with the process, too: to get
	// it anew takes as long as to use it, and large programs would get more of it.
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(memoryLimit))
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	checks := analyzer.All()
	var rows []timed
	for _, p := range programs {
		if only != "" && p.name != only {
			continue
		}
		t, err := p.measure(filepath.Join(k.dir, "times"), checks, rounds, most)
		if err != nil {
			return err
		}
		rows = append(rows, t)
	}
	for _, alone := range []bool{false, true} {
		kind := slices.DeleteFunc(slices.Clone(rows), func(t timed) bool { return t.program.alone != alone })
		if len(kind) == 0 {
			continue
		}
		title := "Functions"
		if alone {
			title = "One function"
		}
		fmt.Printf("### %s: CPU ms of all checks together\n\n| program |", title)
		for _, n := range kind[0].program.sizes() {
			fmt.Printf(" %d |", n)
		}
		fmt.Println("\n| --- |" + strings.Repeat(" --- |", len(kind[0].program.sizes())))
		for _, t := range kind {
			fmt.Printf("| %s |", t.program.name)
			for i := range t.program.sizes() {
				fmt.Printf(" %s |", t.total(i))
			}
			fmt.Println()
		}
		fmt.Printf("\n### %s: growth of time and of memory for each doubling\n\n| program |", title)
		for _, a := range checks {
			fmt.Printf(" %s |", strings.TrimPrefix(a.Name, "stytch"))
		}
		fmt.Println("\n| --- |" + strings.Repeat(" --- |", len(checks)))
		for _, t := range kind {
			fmt.Printf("| %s |", t.program.name)
			for _, a := range checks {
				fmt.Printf(" %s |", growthOf(t.program.sizes(), t.took[a]))
			}
			fmt.Println()
		}
		fmt.Println()
	}
	return nil
}

// A cost is what a check takes: CPU time, and bytes that it allocates.
type cost struct {
	cpu   time.Duration
	bytes uint64
}

// A timed program has what each check took at each size, as far as it was measured.
type timed struct {
	program program
	took    map[*analysis.Analyzer][]cost
}

// total returns what all checks took together at a size.
func (t timed) total(i int) string {
	var sum time.Duration
	for _, took := range t.took {
		if i >= len(took) {
			return "" // too long, or too large
		}
		sum += took[i].cpu
	}
	return fmt.Sprintf("%.0f", 1e3*sum.Seconds())
}

// growthOf returns by how much times and bytes grow for each doubling of the size, "" for
// a check that is never long enough at work.
func growthOf(sizes []int, took []cost) string {
	var xs, cpu, bytes []float64
	for i, t := range took {
		if t.cpu >= timeFloor {
			xs = append(xs, float64(sizes[i]))
			cpu = append(cpu, t.cpu.Seconds())
			bytes = append(bytes, float64(t.bytes))
		}
	}
	if len(xs) < 2 {
		return ""
	}
	return fmt.Sprintf("%.2f, %.2f", doubling(xs, cpu), doubling(xs, bytes))
}

// doubling returns by how much y grows for each doubling of x, by the line through their
// logarithms: 2 is linear, 4 is the square.
func doubling(xs, ys []float64) float64 {
	var mx, my, xy, xx float64
	n := float64(len(xs))
	for i := range xs {
		mx += math.Log2(xs[i]) / n
		my += math.Log2(ys[i]) / n
	}
	for i := range xs {
		x := math.Log2(xs[i]) - mx
		xy += x * (math.Log2(ys[i]) - my)
		xx += x * x
	}
	return math.Exp2(xy / xx)
}

func (p program) sizes() []int {
	if p.alone {
		return aloneSizes
	}
	return functionSizes
}

// measure runs the checks on a program of each size.
func (p program) measure(dir string, checks []*analysis.Analyzer, rounds, most int) (timed, error) {
	t := timed{p, make(map[*analysis.Analyzer][]cost)}
	for i, n := range p.sizes() {
		if n > most {
			break
		}
		pkg, err := load(dir, p.source(n))
		if err != nil {
			return t, fmt.Errorf("%s of size %d: %w", p.name, n, err)
		}
		for _, a := range checks {
			took := t.took[a]
			if len(took) < i || i > 0 && took[i-1].cpu > timeCeiling {
				continue
			}
			best := cost{cpu: math.MaxInt64}
			for range rounds {
				one, err := costOf(a, pkg)
				if err != nil {
					return t, err
				}
				if one.cpu < best.cpu {
					best = one
				}
			}
			t.took[a] = append(took, best)
		}
	}
	return t, nil
}

// load loads a package that uses the SDK.
func load(dir, source string) (*packages.Package, error) {
	sdk, err := filepath.Abs(filepath.Join("..", "example", "stytch-go"))
	if err != nil {
		return nil, err
	}
	const path = "github.com/stytchauth/stytch-go/v18"
	err = cmp.Or(
		os.MkdirAll(dir, 0o755),
		os.WriteFile(filepath.Join(dir, "go.mod"), fmt.Appendf(nil, "module example.com/times\n\ngo 1.26\n\nrequire %s v18.0.0\n\nreplace %[1]s => %[2]q\n", path, sdk), 0o644),
		os.WriteFile(filepath.Join(dir, "p.go"), []byte(source), 0o644),
	)
	if err != nil {
		return nil, err
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: dir}, ".")
	if err != nil {
		return nil, err
	}
	if len(pkgs) != 1 || len(pkgs[0].Errors) > 0 {
		return nil, fmt.Errorf("%d packages: %v", len(pkgs), pkgs[0].Errors)
	}
	return pkgs[0], nil
}

// shared are the analyzers whose results the checks share. Their time is nobody's.
var shared = map[string]bool{"inspect": true, "stytchdirectives": true}

// memoryLimit is where the garbage collector steps in after all.
const memoryLimit = 4 << 30

// costOf returns what a check takes on a package.
func costOf(a *analysis.Analyzer, pkg *packages.Package) (c cost, err error) {
	results := make(map[*analysis.Analyzer]any)
	for _, req := range a.Requires {
		if shared[req.Name] {
			if err := analyze(req, pkg, results); err != nil {
				return c, err
			}
		}
	}
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start, err := cpuTime()
	if err != nil {
		return c, err
	}
	if err := analyze(a, pkg, results); err != nil {
		return c, err
	}
	end, err := cpuTime()
	runtime.ReadMemStats(&after)
	return cost{end - start, after.TotalAlloc - before.TotalAlloc}, err
}

// cpuTime returns the CPU time of this process so far.
func cpuTime() (time.Duration, error) {
	var u syscall.Rusage
	err := syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), err
}

// analyze runs an analyzer, and before it those that it requires. Nothing is known
// of other packages.
func analyze(a *analysis.Analyzer, pkg *packages.Package, results map[*analysis.Analyzer]any) error {
	if _, done := results[a]; done {
		return nil
	}
	for _, req := range a.Requires {
		if err := analyze(req, pkg, results); err != nil {
			return err
		}
	}
	result, err := a.Run(&analysis.Pass{
		Analyzer:          a,
		Fset:              pkg.Fset,
		Files:             pkg.Syntax,
		Pkg:               pkg.Types,
		TypesInfo:         pkg.TypesInfo,
		TypesSizes:        pkg.TypesSizes,
		ResultOf:          results,
		Module:            &analysis.Module{Path: "example.com/times", GoVersion: "1.26"},
		ReadFile:          os.ReadFile,
		Report:            func(analysis.Diagnostic) {},
		ImportObjectFact:  func(types.Object, analysis.Fact) bool { return false },
		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		ExportObjectFact:  func(types.Object, analysis.Fact) {},
		ExportPackageFact: func(analysis.Fact) {},
		AllObjectFacts:    func() []analysis.ObjectFact { return nil },
		AllPackageFacts:   func() []analysis.PackageFact { return nil },
	})
	results[a] = result
	return err
}
