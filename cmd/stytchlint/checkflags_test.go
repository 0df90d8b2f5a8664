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

func TestOnlyCheck(t *testing.T) {
	t.Parallel()
	got := onlyCheck("stytchb", []string{"stytcha", "stytchb"}, []string{"-stytcha=false", "-stytchb=true", "-stytchb.known=x"})
	want := []string{"-stytchb=true", "-stytchb.known=x"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
