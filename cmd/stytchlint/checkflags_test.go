package main

import (
	"reflect"
	"testing"
)

func TestEnabledChecks(t *testing.T) {
	t.Parallel()
	checks := []string{"stytcha", "stytchb", "stytchc"}
	for _, tt := range []struct{ given, want []string }{
		{nil, []string{"stytcha", "stytchb", "stytchc"}},
		{[]string{"-stytchb=false", "-stytcha.known=x"}, []string{"stytcha", "stytchc"}},
		{[]string{"-stytchb=true"}, []string{"stytchb"}},
		{[]string{"-stytchb=true", "-stytcha=false"}, []string{"stytchb"}},
		{[]string{"-stytchb=true", "-stytchb=0"}, []string{"stytcha", "stytchc"}},
	} {
		if got := enabledChecks(checks, tt.given); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("enabledChecks(%q) = %q, want %q", tt.given, got, tt.want)
		}
	}
}
