// Package qt stands in for github.com/go-quicktest/qt.
package qt

import "testing"

type Checker interface {
	Check(note func(key string, value any)) error
}

type Comment struct{}

func Assert(t testing.TB, checker Checker, comments ...Comment) bool { return true }

func Check(t testing.TB, checker Checker, comments ...Comment) bool { return true }

func Equals[T any](got, want T) Checker { return nil }

func DeepEquals[T any](got, want T) Checker { return nil }

func ErrorAs[T any](got error, want *T) Checker { return nil }

func ErrorIs(got, want error) Checker { return nil }

func MapContains[K comparable, V any](container map[K]V, want V) Checker { return nil }

func SliceContains[T any](container []T, want T) Checker { return nil }

func StringContains[T ~string](got, substr T) Checker { return nil }

func ErrorMatches[StringOrRegexp any](got error, want StringOrRegexp) Checker { return nil }

func Matches[StringOrRegexp any](got string, want StringOrRegexp) Checker { return nil }
