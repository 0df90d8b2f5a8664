package internal

import "github.com/onsi/gomega/types"

type Gomega struct{}

func (g *Gomega) Ω(actual any, extra ...any) types.Assertion { return nil }

func (g *Gomega) Expect(actual any, extra ...any) types.Assertion { return nil }

func (g *Gomega) Eventually(actualOrCtx any, args ...any) types.AsyncAssertion { return nil }

func (g *Gomega) ExpectWithOffset(offset int, actual any, extra ...any) types.Assertion { return nil }
