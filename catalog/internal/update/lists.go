package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/stytchlint/stytchlint/catalog/internal/table"
)

// A list is a file of an SDK that names every code it knows.
type list struct {
	id    string // of the source, in sources.tsv
	repo  string
	path  string // of the file in the repository
	parse func(*scanner) ([]entry, error)
}

// lists are in the order in which the table names their ids.
var lists = []list{
	{"browser-sdk", "stytch-browser", "packages/core/src/public/StytchAPIErrorType.ts", parseUnion},
	{"android-sdk", "stytch-android", "source/sdk/src/main/java/com/stytch/sdk/common/errors/StytchAPIErrorType.kt", parseEnum},
}

// typeName is what both SDKs call the type whose values are the codes.
const typeName = "StytchAPIErrorType"

// An entry is a code in a list.
type entry struct {
	code string
	line int
}

// A reader returns the content of the file of a list, and what to call it.
type reader func(context.Context, list) (name, content string, err error)

// readLists returns the codes of each list by its id. Every list has to be whole.
func readLists(ctx context.Context, read reader) (map[string][]string, error) {
	found := map[string][]string{}
	var errs []error
	for _, l := range lists {
		name, content, err := read(ctx, l)
		if err == nil {
			found[l.id], err = l.codes(name, content)
		}
		errs = append(errs, err)
	}
	return found, errors.Join(errs...)
}

// codes returns the codes in the content of the list's file, which is called name.
func (l list) codes(name, content string) ([]string, error) {
	entries, err := l.parse(newScanner(name, content))
	if err != nil {
		return nil, err
	}
	if len(entries) == 0 {
		return nil, fmt.Errorf("%s: %s has no code", name, typeName)
	}
	codes := make([]string, 0, len(entries))
	first := map[string]int{} // the line of each code
	var errs []error
	for _, e := range entries {
		switch line, twice := first[e.code]; {
		case !table.IsName(e.code):
			errs = append(errs, fmt.Errorf("%s:%d: %q is not written like a code", name, e.line, e.code))
		case twice:
			errs = append(errs, fmt.Errorf("%s:%d: %q is in line %d already", name, e.line, e.code, line))
		}
		first[e.code] = e.line
		codes = append(codes, e.code)
	}
	return codes, errors.Join(errs...)
}
