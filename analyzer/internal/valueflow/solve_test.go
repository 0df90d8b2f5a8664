package valueflow

import "testing"

// However many functions a table has, what it flows into is not looked at once for each.
func TestFunctionsOfTable(t *testing.T) {
	const functions = 100
	b := new(builder)
	table, used := b.node(), b.node()
	b.edge(table, used)
	for range functions {
		n := b.node()
		n.hold(new(closure))
		b.edge(n, table)
	}
	if turns := b.linkCalls(); turns != functions+2 {
		t.Errorf("looked at nodes %d times, want %d", turns, functions+2)
	}
	if got := len(funcsOf(used)); got != functions {
		t.Errorf("%d functions get there, want %d", got, functions)
	}
}
