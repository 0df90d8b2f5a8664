package prefilter

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
)

// FuzzRead reads a config and a file of facts with any content. Neither takes
// more memory than the files are worth, and what is read can be written and
// read again.
func FuzzRead(f *testing.F) {
	facts := func(list ...gobFact) []byte {
		c := courier{analyzers: factTypes()}
		if _, err := c.decode(nil); err == nil { // registers the types
			f.Fatal("facts in an empty file")
		}
		data, err := encode(list)
		if err != nil {
			f.Fatal(err)
		}
		return data
	}
	const cfg = `{"ID": "a", "GoFiles": ["a.go"], "ImportMap": {"b": "b"}, "PackageVetx": {"b": "b.vetx"}, "Module": {"Version": ""}, "Unheard": {"of": 1}}`
	for _, vetx := range [][]byte{
		nil,
		[]byte("vetx"),
		[]byte("vetx\xff\xff\xff\xff\xff\xff\xff\xff"),
		[]byte("vetx\x00\x00\x00\x00\xff\xff\xff\x7fgob"),
		vetxFile("types", "facts"),
		vetxFile("github.com/stytchauth/stytch-go/v17/stytch", ""),
		newVetx(nil, facts(gobFact{"b", "T.M0", &numbered{1}})),
		newVetx(nil, facts(gobFact{PkgPath: "b", Object: "T.M0"})),
		newVetx([]byte("types"), facts(gobFact{"b", "", &other{"x"}}, gobFact{"c", "T.UF1", &numbered{-1}}, gobFact{"c", "T.UF1", &other{"y"}}, gobFact{"a", "T.M1", &other{"y"}})),
	} {
		f.Add([]byte(cfg), vetx)
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
		e := examination{cfg: new(config), courier: courier{analyzers: factTypes()}}
		_ = e.dependency("b", vetx)
		facts, err := factsIn(vetx)
		// Package gob allocates 10 MB at once for what is long by its own account.
		if bytes, limit := allocated()-before, uint64(1<<26+100*(len(cfg)+len(content))); bytes > limit {
			t.Errorf("%d bytes allocated, more than %d", bytes, limit)
		}
		if list, errDecode := e.courier.decode(facts); err == nil && errDecode == nil {
			checkHandOn(t, vetx, handedOn(list))
		}
	})
}

func factTypes() []*analysis.Analyzer {
	return []*analysis.Analyzer{{FactTypes: []analysis.Fact{new(numbered), new(other)}}}
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
	_, data, err := readConfig(name)
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
	if _, _, err := readConfig(name); err != nil {
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

// checkHandOn checks that facts are handed on as they are, in a file that says
// nothing else.
func checkHandOn(t *testing.T, name string, facts []gobFact) {
	t.Helper()
	data, err := encode(slices.Clone(facts))
	if err != nil {
		t.Fatal(err)
	}
	if len(data) == 0 {
		return
	}
	if err := os.WriteFile(name, newVetx(nil, data), 0o600); err != nil {
		t.Fatal(err)
	}
	read, err := factsIn(name)
	if err != nil {
		t.Fatal(err)
	}
	c := courier{analyzers: factTypes()}
	list, err := c.decode(read)
	if err != nil {
		t.Fatal(err)
	}
	again, err := encode(handedOn(list))
	if err != nil || !bytes.Equal(again, data) {
		t.Errorf("%q became %q, %v", data, again, err)
	}
	if got, want := about(list), about(facts); !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// about returns which facts are told of what.
func about(facts []gobFact) map[string]bool {
	known := make(map[string]bool)
	for _, f := range facts {
		known[fmt.Sprintf("%q %q %T", f.PkgPath, f.Object, f.Fact)] = true
	}
	return known
}
