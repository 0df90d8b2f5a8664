package golangci

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// examples holds the configuration that users copy.
const examples = "docs/examples/golangci-lint"

// A golangciLint is a golangci-lint with the plugin in it.
type golangciLint struct {
	program    string // golangci-lint with the plugin
	stytchlint string // to compare with
	cache      string
}

// run runs golangci-lint over the module in dir.
func (l golangciLint) run(t *testing.T, dir string, args ...string) e2e.Result {
	t.Helper()
	return e2e.Run(t, e2e.Command{
		Dir:  dir,
		Env:  []string{"GOLANGCI_LINT_CACHE=" + l.cache},
		Args: append([]string{l.program, "run", "--allow-parallel-runners"}, args...),
	})
}

// findings returns what the checks find in the module in dir, by golangci-lint.
func (l golangciLint) findings(t *testing.T, dir string) []e2e.Finding {
	t.Helper()
	r := l.run(t, dir, "--enable-only=stytchlint", "--output.json.path=stdout", "--output.text.path=stderr")
	if r.Code > 1 {
		t.Fatalf("golangci-lint: exit code %d\n%s", r.Code, r.Stderr)
	}
	var report struct {
		Issues []struct {
			FromLinter string
			Text       string
			Pos        struct {
				Filename     string
				Line, Column int
			}
		}
	}
	// A summary follows the report.
	if err := json.NewDecoder(strings.NewReader(r.Stdout)).Decode(&report); err != nil {
		t.Fatalf("%v in\n%s", err, r.Stdout)
	}
	var findings []e2e.Finding
	for _, issue := range report.Issues {
		if issue.FromLinter != "stytchlint" {
			continue
		}
		check, message, _ := strings.Cut(issue.Text, ": ")
		findings = append(findings, e2e.Finding{
			Check:   check,
			File:    e2e.Rel(t, dir, filepath.FromSlash(issue.Pos.Filename)),
			Line:    issue.Pos.Line,
			Column:  issue.Pos.Column,
			Message: message,
		})
	}
	return findings
}

// module returns a copy of a module of testdata with the configuration that
// users copy.
func module(t *testing.T, name string) string {
	t.Helper()
	dir := e2e.Copy(t, name)
	e2e.Write(t, filepath.Join(dir, ".golangci.yml"), e2e.Read(t, e2e.Root(t), examples, ".golangci.yml"))
	return dir
}

// TestExample finds what stytchlint finds, cold and warm, and the fixes leave a
// program that compiles and passes its tests.
func TestExample(t *testing.T) {
	l := built(t)
	dir := module(t, "example")
	want := e2e.Findings(t, l.stytchlint, dir)
	e2e.Same(t, "golangci-lint", l.findings(t, dir), want)
	e2e.Same(t, "golangci-lint with a warm cache", l.findings(t, dir), want)

	var fixed [2]map[string]string
	for i := range fixed {
		if r := l.run(t, dir, "--enable-only=stytchlint", "--fix"); r.Code != 0 {
			t.Errorf("--fix: exit code %d\n%s%s", r.Code, r.Stdout, r.Stderr)
		}
		fixed[i] = files(t, dir)
	}
	if !maps.Equal(fixed[0], fixed[1]) {
		t.Error("a second --fix changes files")
	}
	for _, command := range []string{"build", "vet", "test"} {
		e2e.Run(t, e2e.Command{Dir: dir, Args: []string{"go", command, "-trimpath", "./..."}}).Want(t, 0)
	}
	if left := l.findings(t, dir); len(left) > 0 {
		t.Errorf("left after --fix: %v", left)
	}
	if left := e2e.Findings(t, l.stytchlint, dir); len(left) > 0 {
		t.Errorf("stytchlint finds after --fix: %v", left)
	}
}

// files returns the content of the Go files of a module.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	content := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		data, err := os.ReadFile(path)
		content[path] = string(data)
		return err
	})
	if err != nil || len(content) == 0 {
		t.Fatalf("%d files; %v", len(content), err)
	}
	return content
}

// TestFacts finds a code that only another package tells to be one, and does so
// when the facts about that package come from the cache.
func TestFacts(t *testing.T) {
	l := built(t)
	dir := module(t, "e2e/across")
	e2e.Same(t, "golangci-lint", l.findings(t, dir), e2e.Findings(t, l.stytchlint, dir))

	file := filepath.Join(dir, "web", "web.go")
	e2e.Write(t, file, e2e.Read(t, file)+"\n// Another is new.\nvar Another = authx.Is(nil, \"user_notfound\")\n")
	want := e2e.Findings(t, l.stytchlint, dir)
	if len(want) < 2 {
		t.Fatalf("stytchlint finds %v", want)
	}
	e2e.Same(t, "golangci-lint", l.findings(t, dir), want)
}

// TestNolint silences a finding the way of golangci-lint and in that of
// stytchlint.
func TestNolint(t *testing.T) {
	l := built(t)
	const line = `	return authx.Is(err, "sesion_not_found")`
	for _, comment := range []string{
		"//nolint:stytchlint // on purpose",
		"//stytchlint:ignore stytchcode on purpose",
	} {
		dir := module(t, "e2e/across")
		e2e.Replace(t, filepath.Join(dir, "web", "web.go"), line, line+" "+comment)
		if r := l.run(t, dir); r.Code != 0 {
			t.Errorf("with %s: exit code %d\n%s%s", comment, r.Code, r.Stdout, r.Stderr)
		}
	}
}

// TestReports writes the reports that other programs read.
func TestReports(t *testing.T) {
	l := built(t)
	dir := module(t, "e2e/across")
	want := e2e.Findings(t, l.stytchlint, dir)[0]
	l.run(t, dir, "--output.sarif.path=report.sarif", "--output.text.path=report.txt").Want(t, 1)

	var report struct {
		Runs []struct {
			Results []struct {
				RuleID    string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(e2e.Read(t, dir, "report.sarif")), &report); err != nil {
		t.Fatal(err)
	}
	if len(report.Runs) != 1 || len(report.Runs[0].Results) != 1 || len(report.Runs[0].Results[0].Locations) != 1 {
		t.Fatalf("not one result in %+v", report)
	}
	result := report.Runs[0].Results[0]
	at := result.Locations[0].PhysicalLocation
	got := e2e.Finding{File: at.ArtifactLocation.URI, Line: at.Region.StartLine, Column: at.Region.StartColumn}
	got.Check, got.Message, _ = strings.Cut(result.Message.Text, ": ")
	if got != want || result.RuleID != "stytchlint" {
		t.Errorf("SARIF holds %+v of the rule %s, want %+v", got, result.RuleID, want)
	}

	if text := e2e.Read(t, dir, "report.txt"); !strings.Contains(text, want.Check+": "+want.Message) {
		t.Errorf("the text does not hold %q:\n%s", want.Message, text)
	}
}

// TestSettings changes the settings while the cache is warm.
func TestSettings(t *testing.T) {
	l := built(t)
	dir := module(t, "example")
	all := e2e.Findings(t, l.stytchlint, dir)
	e2e.Same(t, "golangci-lint", l.findings(t, dir), all)

	const heading = "      stytchlint:\n"
	config := filepath.Join(dir, ".golangci.yml")
	with := func(settings string) []e2e.Finding {
		t.Helper()
		e2e.Write(t, config, strings.Replace(e2e.Read(t, e2e.Root(t), examples, ".golangci.yml"), heading,
			heading+"        settings:\n"+settings, 1))
		return l.findings(t, dir)
	}
	if got := with("          disable: [stytchcode]\n"); len(got) != 0 {
		t.Errorf("with stytchcode switched off: %v", got)
	}
	e2e.Same(t, "golangci-lint with stytchcode alone", with("          enable: [stytchcode]\n"), all)
	const code = "sesion_not_found"
	left := slices.DeleteFunc(slices.Clone(all), func(f e2e.Finding) bool { return strings.Contains(f.Message, `"`+code+`"`) })
	if len(left) == len(all) {
		t.Fatalf("the example does not hold %s", code)
	}
	e2e.Same(t, "golangci-lint with a known code", with("          known: ["+code+"]\n"), left)

	// The settings in the documentation.
	_, settings, _ := strings.Cut(e2e.Read(t, e2e.Root(t), examples, "settings.yml"), "        settings:\n")
	e2e.Same(t, "golangci-lint with the documented settings", with(settings), all)
}

// TestMistakes misspells settings.
func TestMistakes(t *testing.T) {
	l := built(t)
	for settings, want := range map[string]string{
		"disable: [stytchcoed]":             `disable: there is no check "stytchcoed"; did you mean "stytchcode"?`,
		"flags: [stytchcode.knwon=x]":       `flags: stytchcode has no flag "knwon"; did you mean "known"?`,
		"known: [Not-A-Code]":               `known: "Not-A-Code" is not the name of an error code`,
		"disabel: [stytchcode]":             `unknown field "disabel"`,
		"flags: [stytchcode.unknown=maybe]": `flags: invalid value "maybe" for stytchcode.unknown`,
	} {
		dir := module(t, "e2e/across")
		e2e.Replace(t, filepath.Join(dir, ".golangci.yml"), "      stytchlint:\n",
			"      stytchlint:\n        settings: {"+settings+"}\n")
		if r := l.run(t, dir); r.Code != 3 || !strings.Contains(r.Stderr, want) && !strings.Contains(r.Stderr, strings.ReplaceAll(want, `"`, `\"`)) {
			t.Errorf("%s: exit code %d, want 3, and %s, got\n%s", settings, r.Code, want, r.Stderr)
		}
	}
}
