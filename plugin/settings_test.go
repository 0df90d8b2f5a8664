package plugin

import (
	"slices"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"

	"github.com/stytchlint/stytchlint/analyzer"
)

// build returns the names of the checks that run under settings, which are as
// golangci-lint hands them over.
func build(t *testing.T, settings any) ([]string, error) {
	t.Helper()
	newPlugin, err := register.GetPlugin(Name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := newPlugin(settings)
	if err != nil {
		return nil, err
	}
	if mode := p.GetLoadMode(); mode != register.LoadModeTypesInfo {
		t.Errorf("the load mode is %q", mode)
	}
	analyzers, err := p.BuildAnalyzers()
	var names []string
	for _, a := range analyzers {
		names = append(names, a.Name)
	}
	return names, err
}

func TestEnabled(t *testing.T) {
	var all []string
	for _, a := range analyzer.All() {
		all = append(all, a.Name)
	}
	for name, tt := range map[string]struct {
		settings any
		want     []string
	}{
		"no settings":    {nil, all},
		"empty settings": {map[string]any{}, all},
		"empty lists":    {map[string]any{"enable": []any{}, "disable": []any{}}, all},
		"one off":        {map[string]any{"disable": []any{all[1]}}, slices.Delete(slices.Clone(all), 1, 2)},
		"one on":         {map[string]any{"enable": []any{all[1]}}, all[1:2]},
		"the order":      {map[string]any{"enable": []any{all[1], all[0]}}, all[:2]},
		"both":           {map[string]any{"enable": []any{all[0], all[1]}, "disable": []any{all[0]}}, all[1:2]},
		"known codes":    {map[string]any{"known": []any{"newer_than_the_catalog", "another_one"}}, all},
		"flags":          {map[string]any{"flags": []any{"stytchcode.known=a_third", "stytchcode.unknown=true"}}, all},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := build(t, tt.settings)
			if err != nil || !slices.Equal(got, tt.want) {
				t.Errorf("got %q, %v, want %q", got, err, tt.want)
			}
		})
	}
}

func TestMistakes(t *testing.T) {
	for name, tt := range map[string]struct {
		settings any
		want     string // part of the message
	}{
		"misspelt":           {map[string]any{"disable": []any{"stytchcoed"}}, `disable: there is no check "stytchcoed"; did you mean "stytchcode"?`},
		"another linter":     {map[string]any{"enable": []any{"errcheck"}}, `enable: there is no check "errcheck"; the checks are stytchcode, `},
		"nothing left":       {map[string]any{"enable": []any{"stytchcode"}, "disable": []any{"stytchcode"}}, "switch every check off"},
		"unknown setting":    {map[string]any{"checks": []any{}}, `unknown field "checks"`},
		"no list":            {map[string]any{"known": "new_code"}, "cannot unmarshal string"},
		"no code":            {map[string]any{"known": []any{"New Code"}}, `known: "New Code" is not the name of an error code`},
		"no flag":            {map[string]any{"flags": []any{"stytchcode"}}, `"stytchcode" does not have the form check.flag=value`},
		"flag without value": {map[string]any{"flags": []any{"stytchcode.known"}}, "does not have the form check.flag=value"},
		"flag of no check":   {map[string]any{"flags": []any{"stytchcod.known=a"}}, `flags: there is no check "stytchcod"; did you mean "stytchcode"?`},
		"misspelt flag":      {map[string]any{"flags": []any{"stytchcode.knwon=a"}}, `stytchcode has no flag "knwon"; did you mean "known"?`},
		"another flag":       {map[string]any{"flags": []any{"stytchcode.severity=a"}}, `stytchcode has no flag "severity"; it has ["known" "unknown"]`},
		"value":              {map[string]any{"flags": []any{"stytchcode.unknown=maybe"}}, `invalid value "maybe" for stytchcode.unknown`},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := build(t, tt.settings); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}
