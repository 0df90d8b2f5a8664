package unit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/cmd/internal/driver"
	"github.com/stytchlint/stytchlint/testdata/fuzzseed"
)

type other struct{ S string }

func (*other) AFact() {}

// FuzzRead reads a config and a file of facts with any content. Neither takes
// more memory than the files are worth, and what is read can be written and
// read again.
func FuzzRead(f *testing.F) {
	driver.Register([]*analysis.Analyzer{{FactTypes: []analysis.Fact{new(marked), new(other)}}})
	facts := func(list ...driver.Record) []byte {
		data, err := driver.WriteRecords(list)
		if err != nil {
			f.Fatal(err)
		}
		return data
	}
	const cfg = `{"ID": "a", "GoFiles": ["a.go"], "ImportMap": {"b": "b"}, "PackageVetx": {"b": "b.vetx"}, "Module": {"Version": ""}, "Unheard": {"of": 1}}`
	list := [][]byte{
		nil,
		[]byte("vetx"),
		[]byte("vetx\xff\xff\xff\xff\xff\xff\xff\xff"),
		[]byte("vetx\x00\x00\x00\x00\xff\xff\xff\x7fgob"),
		NewVetx([]byte("types"), []byte("facts")),
		NewVetx([]byte("github.com/stytchauth/stytch-go/v17/stytch"), nil),
		NewVetx(nil, facts(driver.Record{PkgPath: "b", Object: "T.M0", Fact: &marked{1}})),
		NewVetx(nil, facts(driver.Record{PkgPath: "b", Object: "T.M0"})),
		NewVetx([]byte("types"), facts(
			driver.Record{PkgPath: "b", Fact: &other{"x"}},
			driver.Record{PkgPath: "c", Object: "T.UF1", Fact: &marked{-1}},
			driver.Record{PkgPath: "c", Object: "T.UF1", Fact: &other{"y"}},
			driver.Record{PkgPath: "a", Object: "T.M1", Fact: &other{"y"}},
		)),
	}
	for _, vetx := range list {
		f.Add([]byte(cfg), vetx)
		for _, changed := range fuzzseed.Changed(30, string(vetx)) {
			f.Add([]byte(cfg), []byte(changed))
		}
	}
	for _, cfg := range fuzzseed.Changed(200, cfg) {
		f.Add([]byte(cfg), []byte(nil))
	}
	for _, cfg := range []string{"", "{}", "null", "[]", `{"GoFiles": null, "PackageVetx": {"a": "\u0000"}, "PackageVetx": {}}`, `{"packagevetx": {"a": "b"}}`} {
		f.Add([]byte(cfg), []byte(nil))
	}
	name := filepath.Join(f.TempDir(), "vet.cfg")
	vetx := filepath.Join(f.TempDir(), "b.vetx")

	f.Fuzz(func(t *testing.T, cfg, content []byte) {
		for name, content := range map[string][]byte{name: cfg, vetx: content} {
			if err := os.WriteFile(name, content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		before := allocated()
		checkConfig(t, name)
		facts, err := factsIn(vetx)
		list, errDecode := driver.ReadRecords(facts)
		// Package gob allocates 10 MB at once for what is long by its own account.
		if n, limit := allocated()-before, uint64(1<<26+100*(len(cfg)+len(content))); n > limit {
			t.Errorf("%d bytes allocated, more than %d", n, limit)
		}
		if err == nil && errDecode == nil {
			checkRecords(t, vetx, list)
		}
	})
}

// allocated returns how many bytes were ever allocated.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// checkConfig checks that a config stays as it is but for the files of facts.
func checkConfig(t *testing.T, name string) {
	t.Helper()
	_, data, err := ReadConfig(name)
	var old, all map[string]json.RawMessage
	if err != nil || json.Unmarshal(data, &old) != nil || len(old) == 0 {
		return
	}
	folded := make(map[string]bool)
	for key := range old {
		folded[strings.ToLower(strings.ToUpper(key))] = true
	}
	if len(folded) < len(old) {
		return // a field is there twice, and the order decides
	}
	if data, err = json.Marshal(old); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"b": "new.vetx"}
	changed, err := withVetx(data, files)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, changed, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := ReadConfig(name); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(changed, &all); err != nil {
		t.Fatal(err)
	}
	if string(all["PackageVetx"]) != `{"b":"new.vetx"}` {
		t.Errorf("files of facts %s", all["PackageVetx"])
	}
	old["PackageVetx"] = all["PackageVetx"]
	if want, err := json.Marshal(old); err != nil || !bytes.Equal(changed, want) {
		t.Errorf("got %s, %v\nwant %s", changed, err, want)
	}
}

// checkRecords checks that facts that are written and read are the same.
func checkRecords(t *testing.T, name string, facts []driver.Record) {
	t.Helper()
	data, err := driver.WriteRecords(slices.Clone(facts))
	if err != nil {
		t.Fatal(err)
	}
	if len(data) == 0 {
		return
	}
	if err := os.WriteFile(name, NewVetx(nil, data), 0o600); err != nil {
		t.Fatal(err)
	}
	read, err := factsIn(name)
	if err != nil {
		t.Fatal(err)
	}
	list, err := driver.ReadRecords(read)
	if err != nil {
		t.Fatal(err)
	}
	again, err := driver.WriteRecords(slices.Clone(list))
	if err != nil || !bytes.Equal(again, data) {
		t.Errorf("%q became %q, %v", data, again, err)
	}
	if got, want := about(list), about(facts); !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// about returns which facts are told of what.
func about(facts []driver.Record) map[string]bool {
	known := make(map[string]bool)
	for _, f := range facts {
		known[fmt.Sprintf("%q %q %T", f.PkgPath, f.Object, f.Fact)] = true
	}
	return known
}
