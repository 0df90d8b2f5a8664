package stytchsend

import (
	"fmt"
	"go/token"
	"go/types"
	"testing"
)

// What a function does is handed to each caller once for each trait, however long
// the chain of calls is, and whether it ends.
func TestWork(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		calls func(i, n int) []int // which functions the i-th of n calls
		most  int                  // of them
	}{
		{"chain", func(i, _ int) []int { return []int{i - 1} }, 1},
		{"double calls", func(i, _ int) []int { return []int{i - 1, i - 1} }, 2},
		{"mutual recursion", func(i, n int) []int { return []int{i - 1, (i + 1) % n} }, 2},
		{"two before", func(i, _ int) []int { return []int{i - 1, max(i-2, 0)} }, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			for _, n := range []int{2, 20, 200, 2000, 4000} {
				funcs := make([]*types.Func, n)
				for i := range funcs {
					funcs[i] = types.NewFunc(token.NoPos, nil, fmt.Sprintf("f%d", i), types.NewSignatureType(nil, nil, nil, nil, nil, false))
				}
				c := &check{traits: map[*types.Func]trait{funcs[0]: doesSend | makesForm, funcs[n/2]: doesCreate}}
				callers := make(map[*types.Func][]*types.Func)
				for i := 1; i < n; i++ {
					for _, callee := range test.calls(i, n) {
						callers[funcs[callee]] = append(callers[funcs[callee]], funcs[i])
					}
				}
				// Each is looked at for itself, and when the function that it calls gets
				// one of two traits.
				if steps := c.inherit(callers); steps < n-1 || steps > 3*test.most*n {
					t.Errorf("%d functions: %d steps", n, steps)
				}
				if last := c.traits[funcs[n-1]]; last != doesSend|doesCreate {
					t.Errorf("%d functions: the last has %b", n, last)
				}
			}
		})
	}
}
