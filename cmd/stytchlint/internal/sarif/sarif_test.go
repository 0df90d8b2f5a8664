package sarif_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/internal/finding"
	"github.com/stytchlint/stytchlint/cmd/internal/source"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/sarif"
)

// A log is the part of a SARIF file that these tests look at.
type log struct {
	Runs []struct {
		ColumnKind string
		Tool       struct {
			Driver struct {
				Name, Version, SemanticVersion string
				Rules                          []struct {
					ID, HelpURI                       string
					ShortDescription, FullDescription struct{ Text string }
					Help                              struct{ Text, Markdown string }
					DefaultConfiguration              struct{ Level string }
				}
			}
		}
		OriginalURIBaseIDs map[string]struct{ URI string }
		Invocations        []struct {
			ExecutionSuccessful        bool
			ToolExecutionNotifications []struct{ Message struct{ Text string } }
		}
		Results []struct {
			RuleID              string
			RuleIndex           int
			Level               string
			Message             struct{ Text string }
			Locations           []struct{ PhysicalLocation place }
			PartialFingerprints map[string]string
			Properties          map[string]string
			Fixes               []struct {
				Description     struct{ Text string }
				ArtifactChanges []struct {
					ArtifactLocation artifact
					Replacements     []struct {
						DeletedRegion   region
						InsertedContent *struct{ Text string }
					}
				}
			}
		}
	}
}

type place struct {
	ArtifactLocation artifact
	Region           *region
}

type artifact struct{ URI, URIBaseID string }

type region struct{ StartLine, StartColumn, EndLine, EndColumn int }

// write returns what a run writes, which must be valid.
func write(t *testing.T, run *sarif.Run) log {
	t.Helper()
	for range run.Findings[len(run.Fingerprints):] {
		run.Fingerprints = append(run.Fingerprints, "0123")
	}
	var b bytes.Buffer
	if err := run.Write(&b); err != nil {
		t.Fatal(err)
	}
	if err := validate(t, b.Bytes()); err != nil {
		t.Errorf("%v in\n%s", err, &b)
	}
	var l log
	if err := json.Unmarshal(b.Bytes(), &l); err != nil {
		t.Fatal(err)
	}
	if len(l.Runs) != 1 {
		t.Fatalf("%d runs", len(l.Runs))
	}
	return l
}

// validate holds a log to the official schema.
func validate(t *testing.T, content []byte) error {
	t.Helper()
	schema, err := os.ReadFile(filepath.Join("testdata", "sarif-schema-2.1.0.json"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	const name = "sarif-schema-2.1.0.json"
	if err := compiler.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return compiled.Validate(instance)
}

// TestValidate holds the schema to refuse what is wrong.
func TestValidate(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := (&sarif.Run{Version: "(devel)", Checks: analyzer.All(), Root: t.TempDir()}).Write(&b); err != nil {
		t.Fatal(err)
	}
	for old, wrong := range map[string]string{
		`"level": "error"`:      `"level": "fatal"`,
		`"columnKind"`:          `"columnsKind"`,
		`"version": "2.1.0"`:    `"version": "2.0.0"`,
		`"helpUri": "https://p`: `"helpUri": "% p`,
	} {
		if !strings.Contains(b.String(), old) {
			t.Fatalf("%s is not there", old)
		}
		if err := validate(t, []byte(strings.Replace(b.String(), old, wrong, 1))); err == nil {
			t.Errorf("%s is valid", wrong)
		}
	}
}

func TestNothingFound(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	run := &sarif.Run{Version: "(devel)", Checks: analyzer.All(), Root: t.TempDir()}
	if err := run.Write(&b); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), `"results": []`) {
		t.Errorf("no empty list of results in\n%s", &b)
	}
	driver := write(t, run).Runs[0].Tool.Driver
	if driver.Name != "stytchlint" || driver.Version != "(devel)" || driver.SemanticVersion != "" {
		t.Errorf("driver %+v", driver)
	}
	if len(driver.Rules) != len(analyzer.All()) {
		t.Errorf("%d rules", len(driver.Rules))
	}
	for i, a := range analyzer.All() {
		rule := driver.Rules[i]
		if rule.ID != a.Name || rule.HelpURI != a.URL || rule.ShortDescription.Text == "" || rule.FullDescription.Text == "" ||
			!strings.Contains(rule.Help.Text, "Wrong:") || !strings.Contains(rule.Help.Markdown, "## Wrong\n\n```go\n") || rule.DefaultConfiguration.Level != "error" {
			t.Errorf("rule %+v", rule)
		}
	}
}

func TestResult(t *testing.T) {
	t.Parallel()
	root := filepath.Join(t.TempDir(), "my repo")
	name, wantName := "c:d#e.go", "c%3Ad%23e.go"
	if runtime.GOOS == "windows" { // where a colon is not for names
		name, wantName = "c;d#e.go", "c%3Bd%23e.go"
	}
	file := filepath.Join(root, "a b", "100%", name)
	const line = "\tis(\"ä世😀\", e.ErrorType, \"sesion_not_found\")\n"
	content := "package a\n" + line
	start := strings.Index(content, `"sesion`)
	end := start + len(`"sesion_not_found"`)
	found := finding.Finding{
		Check: analyzer.All()[1].Name, Category: "misspelt", Message: "\"sesion_not_found\" is <wrong> & so on",
		File: file, Line: 2, Column: 1 + strings.Index(line, `"sesion`), EndLine: 2, EndColumn: 1 + strings.Index(line, `)`),
		Fix: &finding.Fix{Message: "Replace it", Edits: []finding.Edit{
			{File: file, Start: start, End: end, New: `"session_not_found"`},
			{File: file, Start: 0, End: 10},
		}},
	}
	l := write(t, &sarif.Run{
		Version: "v1.2.3", Checks: analyzer.All(), Root: root, Files: source.Files{file: []byte(content)},
		Findings: []finding.Finding{found}, Fingerprints: []string{"abcd"},
	})
	run := l.Runs[0]
	if run.Tool.Driver.Version != "v1.2.3" || run.Tool.Driver.SemanticVersion != "1.2.3" || run.ColumnKind != "utf16CodeUnits" {
		t.Errorf("driver %+v, columns in %s", run.Tool.Driver, run.ColumnKind)
	}
	if base := run.OriginalURIBaseIDs["%SRCROOT%"].URI; !strings.HasPrefix(base, "file:///") || !strings.HasSuffix(base, "/my%20repo/") {
		t.Errorf("base %s", base)
	}
	if len(run.Results) != 1 {
		t.Fatalf("%d results", len(run.Results))
	}
	got := run.Results[0]
	if got.RuleID != found.Check || got.RuleIndex != 1 || got.Level != "error" || got.Message.Text != found.Message ||
		got.PartialFingerprints["stytchlint/v1"] != "abcd" || got.Properties["category"] != "misspelt" {
		t.Errorf("result %+v", got)
	}
	at := got.Locations[0].PhysicalLocation
	wantFile := artifact{"a%20b/100%25/" + wantName, "%SRCROOT%"}
	// The tab and the emoji's two code units count.
	wantRegion := region{2, 26, 2, 44}
	if at.ArtifactLocation != wantFile || at.Region == nil || *at.Region != wantRegion {
		t.Errorf("location %+v, %+v, want %+v, %+v", at.ArtifactLocation, at.Region, wantFile, wantRegion)
	}
	change := got.Fixes[0].ArtifactChanges[0]
	if got.Fixes[0].Description.Text != "Replace it" || change.ArtifactLocation != wantFile || len(change.Replacements) != 2 {
		t.Fatalf("fix %+v", got.Fixes)
	}
	if r := change.Replacements[0]; r.DeletedRegion != wantRegion || r.InsertedContent == nil || r.InsertedContent.Text != `"session_not_found"` {
		t.Errorf("replacement %+v", r)
	}
	if r := change.Replacements[1]; (r.DeletedRegion != region{1, 1, 2, 1}) || r.InsertedContent != nil {
		t.Errorf("deletion %+v", r)
	}
}

// TestMissing has findings whose place is not known in full.
func TestMissing(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	outside := filepath.Join(filepath.Dir(root), "gone.go")
	fix := &finding.Fix{Message: "m", Edits: []finding.Edit{{File: outside, Start: 1, End: 2}}}
	run := write(t, &sarif.Run{Version: "(devel)", Checks: analyzer.All(), Root: root, Files: source.Files{}, Findings: []finding.Finding{
		{Check: "stytchcode", Message: "m", File: outside, Line: 3, Column: 4, EndLine: 3, EndColumn: 9, Fix: fix},
		{Check: "stytchcode", Message: "m", File: filepath.Join(root, "a.y")},
	}}).Runs[0]
	first := run.Results[0]
	if at := first.Locations[0].PhysicalLocation; !strings.HasPrefix(at.ArtifactLocation.URI, "file:///") || at.ArtifactLocation.URIBaseID != "" ||
		*at.Region != (region{StartLine: 3, EndLine: 3}) {
		t.Errorf("location %+v", at)
	}
	if len(first.Fixes) != 0 {
		t.Errorf("fixes %+v", first.Fixes)
	}
	if at := run.Results[1].Locations[0].PhysicalLocation; at.ArtifactLocation.URI != "a.y" || at.Region != nil {
		t.Errorf("location %+v", at)
	}
}

func TestFailure(t *testing.T) {
	t.Parallel()
	run := write(t, &sarif.Run{Version: "(devel)", Root: t.TempDir(), Failure: "a.go:1:1: broken"}).Runs[0]
	if len(run.Invocations) != 1 || run.Invocations[0].ExecutionSuccessful ||
		len(run.Invocations[0].ToolExecutionNotifications) != 1 ||
		run.Invocations[0].ToolExecutionNotifications[0].Message.Text != "a.go:1:1: broken" {
		t.Errorf("invocations %+v", run.Invocations)
	}
	run = write(t, &sarif.Run{Version: "(devel)", Root: t.TempDir()}).Runs[0]
	if len(run.Invocations) != 1 || !run.Invocations[0].ExecutionSuccessful {
		t.Errorf("invocations %+v", run.Invocations)
	}
}
