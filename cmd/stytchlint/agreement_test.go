package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/internal/driver"
	"github.com/stytchlint/stytchlint/cmd/internal/finding"
)

// A sample is source that tests run the program on.
type sample struct {
	name     string
	dir      string
	env      []string
	patterns []string
	key      string // of what the go command keeps of it
}

// samples returns the source in the repository, and what the environment
// variable STYTCHLINT_TEST_MODULES names: a list of directories of modules that
// are checked as a whole. One of them may be the standard library.
func samples(t *testing.T) []sample {
	t.Helper()
	all := []sample{analysistestPackages(t), exampleModule(t)}
	all[0].key = t.TempDir()
	all[1].key = all[0].key // the go command runs the program on the standard library once for both
	for _, dir := range filepath.SplitList(os.Getenv("STYTCHLINT_TEST_MODULES")) {
		all = append(all, sample{name: filepath.Base(dir), dir: dir, patterns: []string{"./..."}, key: t.TempDir()})
	}
	return all
}

// exampleModule returns the example module.
func exampleModule(t *testing.T) sample {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", "..", "testdata", "example"))
	if err != nil {
		t.Fatal(err)
	}
	return sample{name: "example", dir: dir, patterns: []string{"./..."}}
}

// analysistestPackages returns the packages that the tests of the checks use,
// but for those that miss an import. They lie in a GOPATH.
func analysistestPackages(t *testing.T) sample {
	t.Helper()
	m, err := listAnalysistest()
	if err != nil {
		t.Fatal(err)
	}
	m.patterns = slices.Clone(m.patterns)
	return m
}

var listAnalysistest = sync.OnceValues(func() (sample, error) {
	gopath, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
	if err != nil {
		return sample{}, err
	}
	m := sample{
		name: "analysistest",
		dir:  filepath.Join(gopath, "src"),
		env:  []string{"GO111MODULE=off", "GOPATH=" + gopath},
	}
	cmd := exec.Command("go", "list", "-e", "-f={{if and (not .Error) (not .DepsErrors)}}{{.ImportPath}}{{end}}", "./...")
	cmd.Dir, cmd.Env = m.dir, append(plainEnv(), m.env...)
	out, err := cmd.Output()
	if err != nil {
		return sample{}, err
	}
	m.patterns = strings.Fields(string(out))
	if len(m.patterns) < 100 {
		return sample{}, fmt.Errorf("only %d packages", len(m.patterns))
	}
	return m, nil
})

// A vetRun is what a run of go vet with this program left.
type vetRun struct {
	findings []finding.Finding
	stderr   string            // without what names a temporary directory
	failed   bool              // the exit code was not 0
	units    int               // for which the program was started
	skipped  int               // those that it left early
	broken   []string          // those that ended in an error
	facts    map[string][]byte // of each unit that has some, by its name and files
}

// vet runs go vet on a module. The go command takes nothing from its cache for
// a key that was not used before.
func vet(t *testing.T, m sample, flags ...string) vetRun {
	t.Helper()
	args := append([]string{"vet", "-json", "-work", "-vettool=" + program, "-" + cacheKeyFlag + "=" + m.key}, flags...)
	cmd := exec.Command("go", append(args, m.patterns...)...)
	cmd.Dir, cmd.Env = m.dir, append(plainEnv(), m.env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	failure := cmd.Run() // packages that do not compile are among the testdata

	r := vetRun{failed: failure != nil, facts: make(map[string][]byte)}
	var err error
	if r.findings, err = parseVetJSON(&stdout); err != nil {
		t.Error(err)
	}
	r.findings = finding.Sort(r.findings)
	var work string
	var lines []string
	for line := range strings.Lines(stderr.String()) {
		if dir, ok := strings.CutPrefix(line, "WORK="); ok {
			work = strings.TrimSpace(dir)
		} else {
			lines = append(lines, line)
		}
	}
	r.stderr = strings.Join(lines, "")
	if work == "" {
		t.Fatalf("go vet names no working directory:\n%s", r.stderr)
	}
	r.readFacts(t, work)
	if err := os.RemoveAll(work); err != nil {
		t.Error(err)
	}
	return r
}

// readFacts reads what was written about each unit.
func (r *vetRun) readFacts(t *testing.T, work string) {
	t.Helper()
	configs, err := filepath.Glob(filepath.Join(work, "b*", "vet.cfg"))
	if err != nil {
		t.Fatal(err)
	}
	r.units = len(configs)
	for _, name := range configs {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var cfg struct {
			ID, VetxOutput string
			GoFiles        []string
		}
		if err := json.Unmarshal(content, &cfg); err != nil {
			t.Fatal(err)
		}
		vetx, err := os.ReadFile(cfg.VetxOutput)
		if err != nil {
			r.broken = append(r.broken, cfg.ID) // it does not compile
			continue
		}
		if len(vetx) == 0 {
			r.skipped++
			continue
		}
		if facts := vetx[12+binary.LittleEndian.Uint32(vetx[4:]):]; len(facts) > 0 {
			// A package and the same with its tests have one ID.
			r.facts[fmt.Sprintf("%s %d", cfg.ID, len(cfg.GoFiles))] = facts
		}
	}
}

// TestAgreement compares what the command finds with what go vet finds with this
// program as its tool, and the latter with the same, and its facts, where the tool
// leaves no package early.
func TestAgreement(t *testing.T) {
	t.Parallel()
	driver.Register(analyzer.All())
	for _, m := range samples(t) { // one after the other, see the key
		t.Run(m.name, func(t *testing.T) {
			got := vet(t, m, "-prefilter")
			t.Run("command", func(t *testing.T) { compareCommand(t, lintShared(t, m), got) })
			t.Run("again", func(t *testing.T) { compareCommand(t, lintJSON(t, m), got) }) // with what was kept
			t.Run("prefilter", func(t *testing.T) { comparePrefilter(t, got, vet(t, m, "-prefilter=false")) })
		})
	}
}

// compareCommand compares all that the command says with a run of go vet.
func compareCommand(t *testing.T, got lintRun, want vetRun) {
	t.Helper()
	t.Logf("%d findings, exit code %d", len(got.findings), got.code)
	compareFindings(t, got.findings, want.findings)
	wantCode := exitClean
	var lines []string // without the sum and the hint at the end
	switch {
	case want.failed:
		wantCode = exitError
		for line := range strings.Lines(got.stderr) {
			if !strings.HasPrefix(line, "stytchlint: ") && !strings.HasPrefix(line, "hint: ") {
				lines = append(lines, line)
			}
		}
	case len(want.findings) > 0:
		wantCode = exitFindings
	}
	if got.code != wantCode {
		t.Errorf("exit code %d, want %d", got.code, wantCode)
	}
	// The go command reports packages as it is done with them.
	if got, want := sortedLines(strings.Join(lines, "")), sortedLines(tidyGoErrors(want.stderr)); got != want {
		t.Errorf("standard error\n%s\nwant\n%s", got, want)
	}
}

// comparePrefilter compares runs of go vet with the prefilter and without.
func comparePrefilter(t *testing.T, with, without vetRun) {
	t.Helper()
	t.Logf("%d of %d units skipped, %d have facts", with.skipped, with.units, len(without.facts))
	if with.skipped == 0 || without.skipped != 0 || with.units != without.units {
		t.Errorf("%d of %d units skipped; without the prefilter, %d of %d", with.skipped, with.units, without.skipped, without.units)
	}
	if sortedLines(with.stderr) != sortedLines(without.stderr) || with.failed != without.failed {
		t.Errorf("messages differ: with the prefilter\n%s\nwithout\n%s", with.stderr, without.stderr)
	}
	compareFindings(t, with.findings, without.findings)
	for _, id := range slices.Sorted(maps.Keys(without.facts)) {
		compareFacts(t, id, with.facts[id], without.facts[id])
	}
	for _, id := range slices.Sorted(maps.Keys(with.facts)) {
		if without.facts[id] == nil {
			compareFacts(t, id, with.facts[id], nil)
		}
	}
}

// compareFacts compares the facts about a unit, byte for byte. They may differ in
// one respect: a unit that is left early hands on all facts about fields and
// methods of other packages, and unitchecker only those to which a type leads that
// the unit can see. Nobody above can ask for the others.
func compareFacts(t *testing.T, id string, got, want []byte) {
	t.Helper()
	if bytes.Equal(got, want) {
		return
	}
	records := func(data []byte) map[string]driver.Record {
		list, err := driver.ReadRecords(data)
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		byText := make(map[string]driver.Record)
		for _, r := range list {
			fact, err := json.Marshal(r.Fact)
			if err != nil {
				t.Fatal(err)
			}
			byText[fmt.Sprintf("%s %s %T %s", r.PkgPath, r.Object, r.Fact, fact)] = r
		}
		return byText
	}
	gotRecords, wantRecords := records(got), records(want)
	for _, text := range slices.Sorted(maps.Keys(wantRecords)) {
		if _, ok := gotRecords[text]; !ok {
			t.Errorf("%s: missing fact: %s", id, text)
		}
	}
	own, _, _ := strings.Cut(id, " ")
	for _, text := range slices.Sorted(maps.Keys(gotRecords)) {
		r := gotRecords[text]
		if _, ok := wantRecords[text]; !ok && (r.PkgPath == own || !strings.Contains(string(r.Object), ".")) {
			t.Errorf("%s: unexpected fact: %s", id, text)
		}
	}
}

// compareFindings compares every line and every fix.
func compareFindings(t *testing.T, got, want []finding.Finding) {
	t.Helper()
	for _, difference := range differences(got, want) {
		t.Error(difference)
	}
}

// differences tells how findings differ from those that are wanted.
func differences(got, want []finding.Finding) []string {
	text := func(findings []finding.Finding) map[string]bool {
		lines := make(map[string]bool)
		for _, f := range findings {
			line, _ := json.Marshal(f) // of strings and numbers: it cannot fail
			lines[string(line)] = true
		}
		return lines
	}
	gotLines, wantLines := text(got), text(want)
	var list []string
	for _, line := range slices.Sorted(maps.Keys(wantLines)) {
		if !gotLines[line] {
			list = append(list, "missing: "+line)
		}
	}
	for _, line := range slices.Sorted(maps.Keys(gotLines)) {
		if !wantLines[line] {
			list = append(list, "unexpected: "+line)
		}
	}
	return list
}

// A lintRun is what a run of the program left.
type lintRun struct {
	findings []finding.Finding
	stderr   string
	code     int
}

// lintShared runs the program on a sample, once for all tests.
func lintShared(t *testing.T, m sample) lintRun {
	t.Helper()
	run, _ := lintRuns.LoadOrStore(m.name, sync.OnceValues(func() (lintRun, error) { return runLint(m) }))
	r, err := run.(func() (lintRun, error))()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var lintRuns sync.Map // by the names of samples

// lintJSON runs the program on a module with flags.
func lintJSON(t *testing.T, m sample, flags ...string) lintRun {
	t.Helper()
	r, err := runLint(m, flags...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func runLint(m sample, flags ...string) (lintRun, error) {
	cmd := exec.Command(program, slices.Concat([]string{"-format=json"}, flags, m.patterns)...)
	cmd.Dir, cmd.Env = m.dir, append(plainEnv(), m.env...)
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	var r lintRun
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		r.code = exit.ExitCode()
	} else if err != nil {
		return r, err
	}
	if r.findings, err = readJSON(out.Bytes()); err != nil {
		return r, fmt.Errorf("%w\n%s%s", err, &out, &errOut)
	}
	r.stderr = errOut.String()
	return r, nil
}

// readJSON reads what the program prints with -format=json.
func readJSON(content []byte) ([]finding.Finding, error) {
	var doc struct{ Findings []finding.Finding }
	err := json.Unmarshal(content, &doc)
	return doc.Findings, err
}

func sortedLines(text string) string {
	return strings.Join(slices.Sorted(strings.Lines(text)), "")
}
