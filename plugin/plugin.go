// Package plugin makes the checks of stytchlint a linter of golangci-lint, by
// its module plugin system. A golangci-lint that has them is built with
// "golangci-lint custom"; see docs/golangci-lint.md in this module.
package plugin

import (
	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"
)

// Name is what the linter is called in the configuration of golangci-lint and
// in //nolint comments.
const Name = "stytchlint"

func init() { //nolint:gochecknoinits // how golangci-lint learns of its plugins
	register.Plugin(Name, New)
}

// New returns the linter for the settings in a configuration file, as
// golangci-lint decoded them; nil stands for none.
func New(raw any) (register.LinterPlugin, error) {
	s, err := register.DecodeSettings[Settings](raw)
	if err != nil {
		return nil, err
	}
	analyzers, err := s.analyzers()
	if err != nil {
		return nil, err
	}
	for i, a := range analyzers {
		analyzers[i] = tame(a)
	}
	return linter(analyzers), nil
}

// A linter is the checks that are switched on.
type linter []*analysis.Analyzer

// BuildAnalyzers returns the checks.
func (l linter) BuildAnalyzers() ([]*analysis.Analyzer, error) { return l, nil }

// GetLoadMode says that the checks need types, and facts with them.
func (linter) GetLoadMode() string { return register.LoadModeTypesInfo }
