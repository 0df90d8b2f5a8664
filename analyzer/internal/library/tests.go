package library

// testifyRows are the assertions of testify, as functions and as methods.
var testifyRows = []Row{
	{Name: "Contains", Does: AssertContains, With: 1},
	{Name: "Equal", Does: AssertEqual, With: 1},
	{Name: "EqualError", Does: AssertErrorIs, With: 1},
	{Name: "EqualValues", Does: AssertEqual, With: 1},
	{Name: "ErrorAs", Does: ErrorAs, With: 1},
	{Name: "ErrorContains", Does: AssertErrorText, With: 1},
	{Name: "ErrorIs", Does: ErrorIs, With: 1},
	{Name: "Exactly", Does: AssertEqual, With: 1},
	{Name: "FailNow", Traits: NeverReturns},
	{Name: "IsType", Does: AssertType, With: 1},
	{Name: "NotContains", Does: AssertContains, With: 1, Traits: Negated},
	{Name: "NotEqual", Does: AssertEqual, With: 1, Traits: Negated},
	{Name: "NotEqualValues", Does: AssertEqual, With: 1, Traits: Negated},
	{Name: "NotErrorAs", Does: ErrorAs, With: 1, Traits: Negated},
	{Name: "NotErrorIs", Does: ErrorIs, With: 1, Traits: Negated},
	{Name: "NotRegexp", Does: MatchPattern, Arg: 1, Traits: Negated},
	{Name: "Regexp", Does: MatchPattern, Arg: 1},
}

// shoenigRows are the assertions that both packages of shoenig's module have.
var shoenigRows = []Row{
	{Name: "Eq", Does: AssertEqual, With: 1},
	{Name: "EqError", Does: AssertErrorIs, With: 1},
	{Name: "EqOp", Does: AssertEqual, With: 1},
	{Name: "ErrorAs", Does: ErrorAs, With: 1},
	{Name: "ErrorContains", Does: AssertErrorText, With: 1},
	{Name: "ErrorIs", Does: ErrorIs, With: 1},
	{Name: "NotEq", Does: AssertEqual, With: 1, Traits: Negated},
	{Name: "NotEqOp", Does: AssertEqual, With: 1, Traits: Negated},
	{Name: "SliceContains", Does: AssertContains, With: 1},
	{Name: "SliceNotContains", Does: AssertContains, With: 1, Traits: Negated},
	{Name: "StrContains", Does: AssertContains, With: 1},
	{Name: "StrNotContains", Does: AssertContains, With: 1, Traits: Negated},
}

// expectRows are the methods of what gomega's Expect returns.
var expectRows = []Row{
	{Name: "NotTo", Does: Expect, Traits: Negated},
	{Name: "Should", Does: Expect},
	{Name: "ShouldNot", Does: Expect, Traits: Negated},
	{Name: "To", Does: Expect},
	{Name: "ToNot", Does: Expect, Traits: Negated},
}

// endRows are the methods by which a test ends or is left out.
var endRows = []Row{
	{Name: "FailNow", Traits: NeverReturns},
	{Name: "Fatal", Traits: NeverReturns},
	{Name: "Fatalf", Traits: NeverReturns},
	{Name: "Skip", Traits: NeverReturns},
	{Name: "SkipNow", Traits: NeverReturns},
	{Name: "Skipf", Traits: NeverReturns},
}

// testPackages are used in tests.
var testPackages = []pkg{
	{path: "github.com/alecthomas/assert", traits: TakesTest | reads, rows: []Row{
		{Name: "Contains", Does: AssertContains, With: 1},
		{Name: "Equal", Does: AssertEqual, With: 1},
		{Name: "EqualError", Does: AssertErrorIs, With: 1},
		{Name: "IsError", Does: ErrorIs, With: 1},
		{Name: "NotContains", Does: AssertContains, With: 1, Traits: Negated},
		{Name: "NotEqual", Does: AssertEqual, With: 1, Traits: Negated},
		{Name: "NotIsError", Does: ErrorIs, With: 1, Traits: Negated},
	}},
	{path: "github.com/frankban/quicktest", traits: TakesTest | reads, rows: []Row{
		{Name: "All", Does: MatchBy},
		{Name: "Any", Does: MatchBy},
		{Name: "Assert", Does: AssertMatch, With: 2},
		{Name: "Check", Does: AssertMatch, With: 2},
		{Name: "CmpEquals", Does: MatchEqual},
		{Name: "Contains", Does: MatchText},
		{Name: "DeepEquals", Does: MatchEqual},
		{Name: "Equals", Does: MatchEqual},
		{Name: "ErrorAs", Does: MatchErrorAs},
		{Name: "ErrorIs", Does: MatchErrorIs},
		{Name: "ErrorMatches", Does: MatchError},
		{Name: "Matches", Does: MatchRegexp},
		{Name: "Not", Does: MatchBy},
	}, types: []typ{
		{name: "C", rows: []Row{
			{Name: "Assert", Does: AssertMatch, With: 2},
			{Name: "Check", Does: AssertMatch, With: 2},
		}},
	}},
	{path: "github.com/go-quicktest/qt", traits: reads, rows: []Row{
		{Name: "DeepEquals", Does: AssertEqual, With: 1},
		{Name: "Equals", Does: AssertEqual, With: 1},
		{Name: "ErrorAs", Does: ErrorAs, With: 1},
		{Name: "ErrorIs", Does: ErrorIs, With: 1},
		{Name: "ErrorMatches", Does: AssertErrorIs, With: 1},
		{Name: "MapContains", Does: AssertContains, With: 1},
		{Name: "Matches", Does: MatchPattern, With: 1},
		{Name: "SliceContains", Does: AssertContains, With: 1},
		{Name: "StringContains", Does: AssertContains, With: 1},
	}},
	{path: "github.com/golang/mock/gomock", types: []typ{
		{name: "Call", rows: []Row{{Name: "Return", Traits: PassesOn}}},
	}},
	{path: "github.com/google/go-cmp/cmp", traits: reads, rows: []Row{
		{Name: "Diff", Does: AssertEqual, With: 1},
		{Name: "Equal", Does: EqualValues, With: 1},
	}},
	{path: "github.com/matryer/is", traits: reads, types: []typ{
		{name: "I", rows: []Row{
			{Name: "Equal", Does: AssertEqual, With: 1},
		}},
	}},
	{path: "github.com/onsi/gomega", traits: reads, rows: []Row{
		{Name: "And", Does: MatchBy},
		{Name: "BeAssignableToTypeOf", Does: MatchType},
		{Name: "BeElementOf", Does: MatchEqual},
		{Name: "BeEquivalentTo", Does: MatchEqual},
		{Name: "BeIdenticalTo", Does: MatchEqual},
		{Name: "ContainSubstring", Does: MatchText},
		{Name: "Equal", Does: MatchEqual},
		{Name: "HavePrefix", Does: MatchPrefix},
		{Name: "HaveSuffix", Does: MatchSuffix},
		{Name: "MatchError", Does: MatchError},
		{Name: "MatchRegexp", Does: MatchRegexp},
		{Name: "Not", Does: MatchBy},
		{Name: "Or", Does: MatchBy},
		{Name: "SatisfyAll", Does: MatchBy},
		{Name: "SatisfyAny", Does: MatchBy},
	}},
	{path: "github.com/onsi/gomega/internal", traits: reads},
	{path: "github.com/onsi/gomega/types", traits: reads, types: []typ{
		{name: "Assertion", rows: expectRows},
		{name: "AsyncAssertion", rows: expectRows},
	}},
	{path: "github.com/shoenig/test", traits: TakesTest | reads, rows: shoenigRows},
	{path: "github.com/shoenig/test/must", traits: TakesTest | reads, rows: shoenigRows},
	{path: "github.com/stretchr/testify/assert", like: "github.com/stretchr/testify/require", traits: TakesTest | reads, rows: []Row{
		{Name: "ObjectsAreEqual", Does: EqualValues, With: 1},
		{Name: "ObjectsAreEqualValues", Does: EqualValues, With: 1},
	}},
	{path: "github.com/stretchr/testify/mock", types: []typ{
		{name: "Call", rows: []Row{{Name: "Return", Traits: PassesOn}}},
	}},
	{path: "github.com/stretchr/testify/require", traits: TakesTest | reads, rows: testifyRows, types: []typ{
		{name: "Assertions", rows: testifyRows},
	}},
	{path: "go.uber.org/mock/gomock", types: []typ{
		{name: "Call", rows: []Row{{Name: "Return", Traits: PassesOn}}},
	}},
	{path: "gotest.tools/assert", traits: TakesTest | reads, rows: []Row{
		{Name: "DeepEqual", Does: AssertEqual, With: 1},
		{Name: "Equal", Does: AssertEqual, With: 1},
		{Name: "Error", Does: AssertErrorIs, With: 1},
		{Name: "ErrorContains", Does: AssertErrorText, With: 1},
		{Name: "ErrorIs", Does: ErrorIs, With: 1},
		{Name: "ErrorType", Does: AssertType, With: 1},
	}},
	{path: "gotest.tools/assert/cmp", traits: reads, rows: []Row{
		{Name: "Contains", Does: AssertContains, With: 1},
		{Name: "DeepEqual", Does: AssertEqual, With: 1},
		{Name: "Equal", Does: AssertEqual, With: 1},
		{Name: "Error", Does: AssertErrorIs, With: 1},
		{Name: "ErrorContains", Does: AssertErrorText, With: 1},
		{Name: "ErrorIs", Does: ErrorIs, With: 1},
		{Name: "ErrorType", Does: AssertType, With: 1},
		{Name: "Regexp", Does: MatchPattern, Arg: 1},
	}},
	{path: "testing", traits: Logs, types: []typ{
		{name: "TB", rows: endRows},
		{name: "common", rows: endRows},
	}},
}
