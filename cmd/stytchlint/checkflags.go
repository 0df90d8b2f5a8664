package main

import (
	"errors"
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v3"
	"golang.org/x/tools/go/analysis"
)

// checkFlags returns the flags of the checks, under the names that a vet tool
// gives them: "-check" switches a check on or off, "-check.flag" is a flag of
// its own.
func checkFlags(analyzers []*analysis.Analyzer) []cli.Flag {
	var flags []cli.Flag
	add := func(name, usage string, value flag.Value) {
		flags = append(flags, &cli.GenericFlag{
			Name:        name,
			Category:    "Checks",
			Usage:       usage,
			Value:       &checkFlag{name: name, value: value},
			Local:       true,
			HideDefault: true,
		})
	}
	for _, a := range analyzers {
		add(a.Name, fmt.Sprintf("run only the checks named so; -%s=false switches it off", a.Name), new(boolValue))
		a.Flags.VisitAll(func(f *flag.Flag) {
			add(a.Name+"."+f.Name, f.Usage, f.Value)
		})
	}
	return flags
}

// givenCheckFlags returns the flags of checks on the command line, as the go
// command takes them.
func givenCheckFlags(flags []cli.Flag) []string {
	var given []string
	for _, f := range flags {
		if check := asCheckFlag(f); check != nil {
			given = append(given, check.given...)
		}
	}
	return given
}

// enabledChecks returns the checks that run under the given flags, by the rule
// of a vet tool: if any check is switched on, then only those that are; else
// all that are not switched off.
func enabledChecks(checks, given []string) []string {
	on := make(map[string]bool)
	anyOn := false
	for _, f := range given {
		name, value, _ := strings.Cut(strings.TrimPrefix(f, "-"), "=")
		if slices.Contains(checks, name) {
			on[name], _ = strconv.ParseBool(value) // judged by boolValue before
		}
	}
	for _, v := range on {
		anyOn = anyOn || v
	}
	var enabled []string
	for _, name := range checks {
		if v, mentioned := on[name]; v || !anyOn && !mentioned {
			enabled = append(enabled, name)
		}
	}
	return enabled
}

// asCheckFlag returns f if it is a flag of a check, or nil.
func asCheckFlag(f cli.Flag) *checkFlag {
	if generic, ok := f.(*cli.GenericFlag); ok {
		check, _ := generic.Value.(*checkFlag)
		return check
	}
	return nil
}

// A checkFlag lets the flag of a check judge its values, and keeps them as
// they were written to pass them on.
type checkFlag struct {
	name  string
	value flag.Value
	given []string
}

func (f *checkFlag) Set(s string) error {
	if err := f.value.Set(s); err != nil {
		return err
	}
	f.given = append(f.given, "-"+f.name+"="+s)
	return nil
}

// String is called by package flag on the zero value, too.
func (f *checkFlag) String() string {
	if f == nil || f.value == nil {
		return ""
	}
	return f.value.String()
}

func (f *checkFlag) Get() any { return f.String() }

func (f *checkFlag) IsBoolFlag() bool {
	b, ok := f.value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

// A boolValue accepts what a flag made by package flag accepts for a bool.
type boolValue bool

func (b *boolValue) Set(s string) error {
	v, err := strconv.ParseBool(s)
	if err != nil {
		return errors.New("want true or false")
	}
	*b = boolValue(v)
	return nil
}

func (b *boolValue) String() string { return strconv.FormatBool(bool(*b)) }

func (b *boolValue) IsBoolFlag() bool { return true }
