package prefilter

import (
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/driver"
)

// typeName returns the name of the type of a fact, with that of its package.
func typeName(f analysis.Fact) string { return reflect.TypeOf(f).Elem().String() }

// handedOn returns those facts that importers of an importer get to know, which
// are the ones about fields and methods.
func handedOn(facts []driver.Record) []driver.Record {
	return slices.DeleteFunc(facts, func(f driver.Record) bool { return !strings.Contains(string(f.Object), ".") })
}
