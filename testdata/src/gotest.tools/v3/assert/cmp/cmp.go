// Package cmp stands in for gotest.tools/v3/assert/cmp.
package cmp

import "github.com/google/go-cmp/cmp"

type Result interface{ Success() bool }

type Comparison func() Result

func DeepEqual(x, y interface{}, opts ...cmp.Option) Comparison { return nil }

func Equal(x, y interface{}) Comparison { return nil }

func Contains(collection interface{}, item interface{}) Comparison { return nil }

func Error(err error, message string) Comparison { return nil }

func ErrorContains(err error, substring string) Comparison { return nil }

func ErrorType(err error, expected interface{}) Comparison { return nil }

func ErrorIs(actual error, expected error) Comparison { return nil }

func Regexp(re any, v string) Comparison { return nil }
