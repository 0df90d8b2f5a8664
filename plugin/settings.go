package plugin

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
)

// Settings are what stands under linters.settings.custom.stytchlint.settings in
// the configuration file. They are lists since golangci-lint turns the keys of
// maps to lower case and splits them at dots.
type Settings struct {
	// Enable names the checks to run; all of them if it is empty.
	Enable []string `json:"enable"`
	// Disable names checks that do not run.
	Disable []string `json:"disable"`
	// Known are error codes that are newer than the catalog.
	Known []string `json:"known"`
	// Flags are other flags of checks, such as "stytchcode.unknown=false".
	Flags []string `json:"flags"`
}

// analyzers returns the checks that are switched on, with their flags set.
func (s Settings) analyzers() ([]*analysis.Analyzer, error) {
	for _, list := range [...]struct {
		setting string
		names   []string
	}{{"enable", s.Enable}, {"disable", s.Disable}} {
		for _, name := range list.names {
			if find(name) == nil {
				return nil, noCheck(list.setting, name)
			}
		}
	}
	if err := s.setKnown(); err != nil {
		return nil, err
	}
	for _, f := range s.Flags {
		if err := setFlag(f); err != nil {
			return nil, err
		}
	}
	var on []*analysis.Analyzer
	for _, a := range analyzer.All() {
		if (len(s.Enable) == 0 || slices.Contains(s.Enable, a.Name)) && !slices.Contains(s.Disable, a.Name) {
			on = append(on, a)
		}
	}
	if len(on) == 0 {
		return nil, fmt.Errorf("the settings of %s switch every check off; disable the linter instead", Name)
	}
	return on, nil
}

// setKnown makes codes known to every check that asks for them.
func (s Settings) setKnown() error {
	for _, a := range analyzer.All() {
		if a.Flags.Lookup("known") == nil {
			continue
		}
		for _, code := range s.Known {
			if err := a.Flags.Set("known", code); err != nil {
				return fmt.Errorf("known: %w", err)
			}
		}
	}
	return nil
}

// setFlag sets a flag of a check, given as "check.flag=value".
func setFlag(text string) error {
	check, rest, dotted := strings.Cut(text, ".")
	name, value, ok := strings.Cut(rest, "=")
	if !dotted || !ok {
		return fmt.Errorf("flags: %q does not have the form check.flag=value", text)
	}
	a := find(check)
	if a == nil {
		return noCheck("flags", check)
	}
	if a.Flags.Lookup(name) == nil {
		names := flagNames(a)
		if meant := analyzer.Nearest(name, names); meant != "" {
			return fmt.Errorf("flags: %s has no flag %q; did you mean %q?", check, name, meant)
		}
		return fmt.Errorf("flags: %s has no flag %q; it has %q", check, name, names)
	}
	if err := a.Flags.Set(name, value); err != nil {
		return fmt.Errorf("flags: invalid value %q for %s.%s: %w", value, check, name, err)
	}
	return nil
}

// noCheck says that no check has the name that stands in a setting.
func noCheck(setting, name string) error {
	if meant := analyzer.NearestCheck(name); meant != "" {
		return fmt.Errorf("%s: there is no check %q; did you mean %q?", setting, name, meant)
	}
	var names []string
	for _, a := range analyzer.All() {
		names = append(names, a.Name)
	}
	return fmt.Errorf("%s: there is no check %q; the checks are %s", setting, name, strings.Join(names, ", "))
}

// find returns the check of that name, or nil.
func find(name string) *analysis.Analyzer {
	for _, a := range analyzer.All() {
		if a.Name == name {
			return a
		}
	}
	return nil
}

// flagNames returns the flags of a check.
func flagNames(a *analysis.Analyzer) []string {
	var names []string
	a.Flags.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	return names
}
