package main

import (
	"io/fs"
	"slices"
	"strings"
	"time"
)

// Sources are the ids of what facts may rest on.
type sources struct {
	lines map[string]int // where each is explained
	mocks map[string]bool
	used  map[string]bool
}

// nameLists are the sources that list the names of codes and say nothing of them.
var nameLists = []string{"android-sdk", "browser-sdk", "ios-sdk"}

// mockText is how the explanation of a mock begins.
const mockText = "a hand-written mock"

func loadSources(fsys fs.FS, p *problems) *sources {
	s := &sources{map[string]int{}, map[string]bool{}, map[string]bool{}}
	for _, r := range readTable(fsys, sourcesTSV, 2, p) {
		s.lines[r.Cols[0]] = r.Line
		s.mocks[r.Cols[0]] = strings.HasPrefix(r.Cols[1], mockText)
		if r.Cols[1] == "" {
			p.add(sourcesTSV, r.Line, "does not say what %q is", r.Cols[0])
		}
	}
	return s
}

// parse reads ids with commas between them: one at least. Behind an @ an id may
// have the day on which the source showed the fact.
func (s *sources) parse(file string, line int, text string, p *problems) []string {
	ids := strings.Split(text, ",")
	for i, id := range ids {
		id, day, dated := strings.Cut(id, "@")
		if _, err := time.Parse(time.DateOnly, day); dated && err != nil {
			p.add(file, line, "%q is no date like 2006-01-02", day)
		}
		ids[i] = id
		s.used[id] = true
		if s.lines[id] == 0 {
			p.add(file, line, "source %q is not in %s", id, sourcesTSV)
		}
		if slices.Contains(ids[:i], id) {
			p.add(file, line, "source %q is there twice", id)
		}
	}
	return ids
}

// sees reports whether a source can show where a code is met, and not its name
// alone. Even a mock stands for a call of a product.
func (s *sources) sees(id string) bool { return !slices.Contains(nameLists, id) }

// tells reports whether a source can show what comes with a code. A mock cannot:
// somebody made it up.
func (s *sources) tells(id string) bool { return s.sees(id) && !s.mocks[id] }

// checkUsed reports sources that no fact rests on.
func (s *sources) checkUsed(p *problems) {
	for id, line := range s.lines {
		if !s.used[id] {
			p.add(sourcesTSV, line, "nothing names the source %q", id)
		}
	}
}
