// Package gomega stands in for github.com/onsi/gomega.
package gomega

import (
	"github.com/onsi/gomega/internal"
	"github.com/onsi/gomega/types"
)

type (
	Gomega    = types.Gomega
	Assertion = types.Assertion

	WithT       = internal.Gomega
	GomegaWithT = WithT
)

func NewGomega(fail types.GomegaFailHandler) Gomega { return &internal.Gomega{} }

func NewWithT(t types.GomegaTestingT) *WithT { return &internal.Gomega{} }

var NewGomegaWithT = NewWithT

func RegisterTestingT(t types.GomegaTestingT) {}

func Ω(actual any, extra ...any) Assertion { return nil }

func Expect(actual any, extra ...any) Assertion { return nil }

func Eventually(actualOrCtx any, args ...any) types.AsyncAssertion { return nil }

func ExpectWithOffset(offset int, actual any, extra ...any) Assertion { return nil }

func Equal(expected any) types.GomegaMatcher { return nil }

func BeEquivalentTo(expected any) types.GomegaMatcher { return nil }

func BeIdenticalTo(expected any) types.GomegaMatcher { return nil }

func BeAssignableToTypeOf(expected any) types.GomegaMatcher { return nil }

func BeElementOf(elements ...any) types.GomegaMatcher { return nil }

func ContainElement(element any, result ...any) types.GomegaMatcher { return nil }

func ConsistOf(elements ...any) types.GomegaMatcher { return nil }

func ContainSubstring(substr string, args ...any) types.GomegaMatcher { return nil }

func HavePrefix(prefix string, args ...any) types.GomegaMatcher { return nil }

func HaveField(field string, expected any) types.GomegaMatcher { return nil }

func HaveKey(key any) types.GomegaMatcher { return nil }

func HaveOccurred() types.GomegaMatcher { return nil }

func Succeed() types.GomegaMatcher { return nil }

func MatchError(expected any, functionErrorDescription ...any) types.GomegaMatcher { return nil }

func BeNil() types.GomegaMatcher { return nil }

func BeTrue() types.GomegaMatcher { return nil }

func And(ms ...types.GomegaMatcher) types.GomegaMatcher { return nil }

func Or(ms ...types.GomegaMatcher) types.GomegaMatcher { return nil }

func Not(matcher types.GomegaMatcher) types.GomegaMatcher { return matcher }

func HaveSuffix(suffix string, args ...any) types.GomegaMatcher { return nil }

func SatisfyAll(ms ...types.GomegaMatcher) types.GomegaMatcher { return nil }

func SatisfyAny(ms ...types.GomegaMatcher) types.GomegaMatcher { return nil }

func MatchRegexp(regexp string, args ...any) types.GomegaMatcher { return nil }
