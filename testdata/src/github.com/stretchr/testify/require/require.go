// Package require stands in for the package of that name of github.com/stretchr/testify.
package require

type TestingT interface {
	Errorf(format string, args ...interface{})
	FailNow()
}

type Assertions struct{ t TestingT }

func New(t TestingT) *Assertions { return &Assertions{t: t} }

func Equal(t TestingT, expected, actual interface{}, msgAndArgs ...interface{}) {}

func Equalf(t TestingT, expected, actual interface{}, msg string, args ...interface{}) {}

func (a *Assertions) Equal(expected, actual interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) Equalf(expected, actual interface{}, msg string, args ...interface{}) {}

func NotEqual(t TestingT, expected, actual interface{}, msgAndArgs ...interface{}) {}

func NotEqualf(t TestingT, expected, actual interface{}, msg string, args ...interface{}) {}

func (a *Assertions) NotEqual(expected, actual interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) NotEqualf(expected, actual interface{}, msg string, args ...interface{}) {}

func EqualValues(t TestingT, expected, actual interface{}, msgAndArgs ...interface{}) {}

func EqualValuesf(t TestingT, expected, actual interface{}, msg string, args ...interface{}) {}

func (a *Assertions) EqualValues(expected, actual interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) EqualValuesf(expected, actual interface{}, msg string, args ...interface{}) {}

func NotEqualValues(t TestingT, expected, actual interface{}, msgAndArgs ...interface{}) {}

func NotEqualValuesf(t TestingT, expected, actual interface{}, msg string, args ...interface{}) {}

func (a *Assertions) NotEqualValues(expected, actual interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) NotEqualValuesf(expected, actual interface{}, msg string, args ...interface{}) {}

func Exactly(t TestingT, expected, actual interface{}, msgAndArgs ...interface{}) {}

func Exactlyf(t TestingT, expected, actual interface{}, msg string, args ...interface{}) {}

func (a *Assertions) Exactly(expected, actual interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) Exactlyf(expected, actual interface{}, msg string, args ...interface{}) {}

func Contains(t TestingT, s, contains interface{}, msgAndArgs ...interface{}) {}

func Containsf(t TestingT, s, contains interface{}, msg string, args ...interface{}) {}

func (a *Assertions) Contains(s, contains interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) Containsf(s, contains interface{}, msg string, args ...interface{}) {}

func NotContains(t TestingT, s, contains interface{}, msgAndArgs ...interface{}) {}

func NotContainsf(t TestingT, s, contains interface{}, msg string, args ...interface{}) {}

func (a *Assertions) NotContains(s, contains interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) NotContainsf(s, contains interface{}, msg string, args ...interface{}) {}

func ElementsMatch(t TestingT, listA, listB interface{}, msgAndArgs ...interface{}) {}

func ElementsMatchf(t TestingT, listA, listB interface{}, msg string, args ...interface{}) {}

func (a *Assertions) ElementsMatch(listA, listB interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) ElementsMatchf(listA, listB interface{}, msg string, args ...interface{}) {}

func Subset(t TestingT, list, subset interface{}, msgAndArgs ...interface{}) {}

func Subsetf(t TestingT, list, subset interface{}, msg string, args ...interface{}) {}

func (a *Assertions) Subset(list, subset interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) Subsetf(list, subset interface{}, msg string, args ...interface{}) {}

func IsType(t TestingT, expectedType, object interface{}, msgAndArgs ...interface{}) {}

func IsTypef(t TestingT, expectedType, object interface{}, msg string, args ...interface{}) {}

func (a *Assertions) IsType(expectedType, object interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) IsTypef(expectedType, object interface{}, msg string, args ...interface{}) {}

func Len(t TestingT, object interface{}, length int, msgAndArgs ...interface{}) {}

func Lenf(t TestingT, object interface{}, length int, msg string, args ...interface{}) {}

func (a *Assertions) Len(object interface{}, length int, msgAndArgs ...interface{}) {}

func (a *Assertions) Lenf(object interface{}, length int, msg string, args ...interface{}) {}

func True(t TestingT, value bool, msgAndArgs ...interface{}) {}

func Truef(t TestingT, value bool, msg string, args ...interface{}) {}

func (a *Assertions) True(value bool, msgAndArgs ...interface{}) {}

func (a *Assertions) Truef(value bool, msg string, args ...interface{}) {}

func False(t TestingT, value bool, msgAndArgs ...interface{}) {}

func Falsef(t TestingT, value bool, msg string, args ...interface{}) {}

func (a *Assertions) False(value bool, msgAndArgs ...interface{}) {}

func (a *Assertions) Falsef(value bool, msg string, args ...interface{}) {}

func Nil(t TestingT, object interface{}, msgAndArgs ...interface{}) {}

func Nilf(t TestingT, object interface{}, msg string, args ...interface{}) {}

func (a *Assertions) Nil(object interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) Nilf(object interface{}, msg string, args ...interface{}) {}

func NotNil(t TestingT, object interface{}, msgAndArgs ...interface{}) {}

func NotNilf(t TestingT, object interface{}, msg string, args ...interface{}) {}

func (a *Assertions) NotNil(object interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) NotNilf(object interface{}, msg string, args ...interface{}) {}

func Error(t TestingT, err error, msgAndArgs ...interface{}) {}

func Errorf(t TestingT, err error, msg string, args ...interface{}) {}

func (a *Assertions) Error(err error, msgAndArgs ...interface{}) {}

func (a *Assertions) Errorf(err error, msg string, args ...interface{}) {}

func NoError(t TestingT, err error, msgAndArgs ...interface{}) {}

func NoErrorf(t TestingT, err error, msg string, args ...interface{}) {}

func (a *Assertions) NoError(err error, msgAndArgs ...interface{}) {}

func (a *Assertions) NoErrorf(err error, msg string, args ...interface{}) {}

func ErrorIs(t TestingT, err, target error, msgAndArgs ...interface{}) {}

func ErrorIsf(t TestingT, err, target error, msg string, args ...interface{}) {}

func (a *Assertions) ErrorIs(err, target error, msgAndArgs ...interface{}) {}

func (a *Assertions) ErrorIsf(err, target error, msg string, args ...interface{}) {}

func NotErrorIs(t TestingT, err, target error, msgAndArgs ...interface{}) {}

func NotErrorIsf(t TestingT, err, target error, msg string, args ...interface{}) {}

func (a *Assertions) NotErrorIs(err, target error, msgAndArgs ...interface{}) {}

func (a *Assertions) NotErrorIsf(err, target error, msg string, args ...interface{}) {}

func ErrorAs(t TestingT, err error, target interface{}, msgAndArgs ...interface{}) {}

func ErrorAsf(t TestingT, err error, target interface{}, msg string, args ...interface{}) {}

func (a *Assertions) ErrorAs(err error, target interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) ErrorAsf(err error, target interface{}, msg string, args ...interface{}) {}

func NotErrorAs(t TestingT, err error, target interface{}, msgAndArgs ...interface{}) {}

func NotErrorAsf(t TestingT, err error, target interface{}, msg string, args ...interface{}) {}

func (a *Assertions) NotErrorAs(err error, target interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) NotErrorAsf(err error, target interface{}, msg string, args ...interface{}) {}

func ErrorContains(t TestingT, theError error, contains string, msgAndArgs ...interface{}) {}

func ErrorContainsf(t TestingT, theError error, contains string, msg string, args ...interface{}) {}

func (a *Assertions) ErrorContains(theError error, contains string, msgAndArgs ...interface{}) {}

func (a *Assertions) ErrorContainsf(theError error, contains string, msg string, args ...interface{}) {
}

func EqualError(t TestingT, theError error, errString string, msgAndArgs ...interface{}) {}

func EqualErrorf(t TestingT, theError error, errString string, msg string, args ...interface{}) {}

func (a *Assertions) EqualError(theError error, errString string, msgAndArgs ...interface{}) {}

func (a *Assertions) EqualErrorf(theError error, errString string, msg string, args ...interface{}) {}

func Fail(t TestingT, failureMessage string, msgAndArgs ...interface{}) {}

func Failf(t TestingT, failureMessage string, msg string, args ...interface{}) {}

func (a *Assertions) Fail(failureMessage string, msgAndArgs ...interface{}) {}

func (a *Assertions) Failf(failureMessage string, msg string, args ...interface{}) {}

func FailNow(t TestingT, failureMessage string, msgAndArgs ...interface{}) {}

func FailNowf(t TestingT, failureMessage string, msg string, args ...interface{}) {}

func (a *Assertions) FailNow(failureMessage string, msgAndArgs ...interface{}) {}

func (a *Assertions) FailNowf(failureMessage string, msg string, args ...interface{}) {}

func Regexp(t TestingT, rx, str interface{}, msgAndArgs ...interface{}) {}

func Regexpf(t TestingT, rx, str interface{}, msg string, args ...interface{}) {}

func (a *Assertions) Regexp(rx, str interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) Regexpf(rx, str interface{}, msg string, args ...interface{}) {}

func NotRegexp(t TestingT, rx, str interface{}, msgAndArgs ...interface{}) {}

func NotRegexpf(t TestingT, rx, str interface{}, msg string, args ...interface{}) {}

func (a *Assertions) NotRegexp(rx, str interface{}, msgAndArgs ...interface{}) {}

func (a *Assertions) NotRegexpf(rx, str interface{}, msg string, args ...interface{}) {}
