package catalog_test

import (
	"testing"

	"github.com/stytchlint/stytchlint/catalog"
)

func BenchmarkLookup(b *testing.B) {
	for b.Loop() {
		catalog.Lookup("session_not_found")
	}
}

func BenchmarkNearest(b *testing.B) {
	for _, bench := range []struct{ what, name string }{
		{"code", "session_not_found"},
		{"spelling", "SessionNotFound"},
		{"alias", "session_expired"},
		{"near", "sesion_nto_found"},
		{"near long", "organization_search_mising_claimd_email_domains"},
		{"words", "the_session_was_not_found"},
		{"far", "checkout_payment_declined"},
		{"far long", "the_quick_brown_fox_jumps_over_the_lazy_dog_and_sleeps"},
	} {
		b.Run(bench.what, func(b *testing.B) {
			catalog.Nearest("x") // build the index
			b.ReportAllocs()
			for b.Loop() {
				catalog.Nearest(bench.name)
			}
		})
	}
}

// BenchmarkIndex measures the first question to a set, which builds the index.
func BenchmarkIndex(b *testing.B) {
	data := catalog.Data{Codes: catalog.All()}
	for b.Loop() {
		catalog.New(data).Nearest("session_nt_found")
	}
}
