// Package assert stands in for the package of that name of github.com/stretchr/testify.
package assert

type TestingT interface {
	Errorf(format string, args ...interface{})
}

func ObjectsAreEqual(expected, actual interface{}) bool { return expected == actual }

func ObjectsAreEqualValues(expected, actual interface{}) bool { return expected == actual }

type Assertions struct{ t TestingT }

func New(t TestingT) *Assertions { return &Assertions{t: t} }

func Equal(t TestingT, expected, actual interface{}, msgAndArgs ...interface{}) bool { return true }

func Equalf(t TestingT, expected, actual interface{}, msg string, args ...interface{}) bool {
	return true
}

func (a *Assertions) Equal(expected, actual interface{}, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) Equalf(expected, actual interface{}, msg string, args ...interface{}) bool {
	return true
}

func NotEqual(t TestingT, expected, actual interface{}, msgAndArgs ...interface{}) bool { return true }

func NotEqualf(t TestingT, expected, actual interface{}, msg string, args ...interface{}) bool {
	return true
}

func (a *Assertions) NotEqual(expected, actual interface{}, msgAndArgs ...interface{}) bool {
	return true
}

func (a *Assertions) NotEqualf(expected, actual interface{}, msg string, args ...interface{}) bool {
	return true
}

func EqualValues(t TestingT, expected, actual interface{}, msgAndArgs ...interface{}) bool {
	return true
}

func EqualValuesf(t TestingT, expected, actual interface{}, msg string, args ...interface{}) bool {
	return true
}

func (a *Assertions) EqualValues(expected, actual interface{}, msgAndArgs ...interface{}) bool {
	return true
}

func (a *Assertions) EqualValuesf(expected, actual interface{}, msg string, args ...interface{}) bool {
	return true
}

func NotEqualValues(t TestingT, expected, actual interface{}, msgAndArgs ...interface{}) bool {
	return true
}

func NotEqualValuesf(t TestingT, expected, actual interface{}, msg string, args ...interface{}) bool {
	return true
}

func (a *Assertions) NotEqualValues(expected, actual interface{}, msgAndArgs ...interface{}) bool {
	return true
}

func (a *Assertions) NotEqualValuesf(expected, actual interface{}, msg string, args ...interface{}) bool {
	return true
}

func Exactly(t TestingT, expected, actual interface{}, msgAndArgs ...interface{}) bool { return true }

func Exactlyf(t TestingT, expected, actual interface{}, msg string, args ...interface{}) bool {
	return true
}

func (a *Assertions) Exactly(expected, actual interface{}, msgAndArgs ...interface{}) bool {
	return true
}

func (a *Assertions) Exactlyf(expected, actual interface{}, msg string, args ...interface{}) bool {
	return true
}

func Contains(t TestingT, s, contains interface{}, msgAndArgs ...interface{}) bool { return true }

func Containsf(t TestingT, s, contains interface{}, msg string, args ...interface{}) bool {
	return true
}

func (a *Assertions) Contains(s, contains interface{}, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) Containsf(s, contains interface{}, msg string, args ...interface{}) bool {
	return true
}

func NotContains(t TestingT, s, contains interface{}, msgAndArgs ...interface{}) bool { return true }

func NotContainsf(t TestingT, s, contains interface{}, msg string, args ...interface{}) bool {
	return true
}

func (a *Assertions) NotContains(s, contains interface{}, msgAndArgs ...interface{}) bool {
	return true
}

func (a *Assertions) NotContainsf(s, contains interface{}, msg string, args ...interface{}) bool {
	return true
}

func ElementsMatch(t TestingT, listA, listB interface{}, msgAndArgs ...interface{}) bool { return true }

func ElementsMatchf(t TestingT, listA, listB interface{}, msg string, args ...interface{}) bool {
	return true
}

func (a *Assertions) ElementsMatch(listA, listB interface{}, msgAndArgs ...interface{}) bool {
	return true
}

func (a *Assertions) ElementsMatchf(listA, listB interface{}, msg string, args ...interface{}) bool {
	return true
}

func Subset(t TestingT, list, subset interface{}, msgAndArgs ...interface{}) bool { return true }

func Subsetf(t TestingT, list, subset interface{}, msg string, args ...interface{}) bool { return true }

func (a *Assertions) Subset(list, subset interface{}, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) Subsetf(list, subset interface{}, msg string, args ...interface{}) bool {
	return true
}

func IsType(t TestingT, expectedType, object interface{}, msgAndArgs ...interface{}) bool {
	return true
}

func IsTypef(t TestingT, expectedType, object interface{}, msg string, args ...interface{}) bool {
	return true
}

func (a *Assertions) IsType(expectedType, object interface{}, msgAndArgs ...interface{}) bool {
	return true
}

func (a *Assertions) IsTypef(expectedType, object interface{}, msg string, args ...interface{}) bool {
	return true
}

func Len(t TestingT, object interface{}, length int, msgAndArgs ...interface{}) bool { return true }

func Lenf(t TestingT, object interface{}, length int, msg string, args ...interface{}) bool {
	return true
}

func (a *Assertions) Len(object interface{}, length int, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) Lenf(object interface{}, length int, msg string, args ...interface{}) bool {
	return true
}

func True(t TestingT, value bool, msgAndArgs ...interface{}) bool { return true }

func Truef(t TestingT, value bool, msg string, args ...interface{}) bool { return true }

func (a *Assertions) True(value bool, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) Truef(value bool, msg string, args ...interface{}) bool { return true }

func False(t TestingT, value bool, msgAndArgs ...interface{}) bool { return true }

func Falsef(t TestingT, value bool, msg string, args ...interface{}) bool { return true }

func (a *Assertions) False(value bool, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) Falsef(value bool, msg string, args ...interface{}) bool { return true }

func Nil(t TestingT, object interface{}, msgAndArgs ...interface{}) bool { return true }

func Nilf(t TestingT, object interface{}, msg string, args ...interface{}) bool { return true }

func (a *Assertions) Nil(object interface{}, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) Nilf(object interface{}, msg string, args ...interface{}) bool { return true }

func NotNil(t TestingT, object interface{}, msgAndArgs ...interface{}) bool { return true }

func NotNilf(t TestingT, object interface{}, msg string, args ...interface{}) bool { return true }

func (a *Assertions) NotNil(object interface{}, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) NotNilf(object interface{}, msg string, args ...interface{}) bool { return true }

func Error(t TestingT, err error, msgAndArgs ...interface{}) bool { return true }

func Errorf(t TestingT, err error, msg string, args ...interface{}) bool { return true }

func (a *Assertions) Error(err error, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) Errorf(err error, msg string, args ...interface{}) bool { return true }

func NoError(t TestingT, err error, msgAndArgs ...interface{}) bool { return true }

func NoErrorf(t TestingT, err error, msg string, args ...interface{}) bool { return true }

func (a *Assertions) NoError(err error, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) NoErrorf(err error, msg string, args ...interface{}) bool { return true }

func ErrorIs(t TestingT, err, target error, msgAndArgs ...interface{}) bool { return true }

func ErrorIsf(t TestingT, err, target error, msg string, args ...interface{}) bool { return true }

func (a *Assertions) ErrorIs(err, target error, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) ErrorIsf(err, target error, msg string, args ...interface{}) bool { return true }

func NotErrorIs(t TestingT, err, target error, msgAndArgs ...interface{}) bool { return true }

func NotErrorIsf(t TestingT, err, target error, msg string, args ...interface{}) bool { return true }

func (a *Assertions) NotErrorIs(err, target error, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) NotErrorIsf(err, target error, msg string, args ...interface{}) bool {
	return true
}

func ErrorAs(t TestingT, err error, target interface{}, msgAndArgs ...interface{}) bool { return true }

func ErrorAsf(t TestingT, err error, target interface{}, msg string, args ...interface{}) bool {
	return true
}

func (a *Assertions) ErrorAs(err error, target interface{}, msgAndArgs ...interface{}) bool {
	return true
}

func (a *Assertions) ErrorAsf(err error, target interface{}, msg string, args ...interface{}) bool {
	return true
}

func NotErrorAs(t TestingT, err error, target interface{}, msgAndArgs ...interface{}) bool {
	return true
}

func NotErrorAsf(t TestingT, err error, target interface{}, msg string, args ...interface{}) bool {
	return true
}

func (a *Assertions) NotErrorAs(err error, target interface{}, msgAndArgs ...interface{}) bool {
	return true
}

func (a *Assertions) NotErrorAsf(err error, target interface{}, msg string, args ...interface{}) bool {
	return true
}

func ErrorContains(t TestingT, theError error, contains string, msgAndArgs ...interface{}) bool {
	return true
}

func ErrorContainsf(t TestingT, theError error, contains string, msg string, args ...interface{}) bool {
	return true
}

func (a *Assertions) ErrorContains(theError error, contains string, msgAndArgs ...interface{}) bool {
	return true
}

func (a *Assertions) ErrorContainsf(theError error, contains string, msg string, args ...interface{}) bool {
	return true
}

func EqualError(t TestingT, theError error, errString string, msgAndArgs ...interface{}) bool {
	return true
}

func EqualErrorf(t TestingT, theError error, errString string, msg string, args ...interface{}) bool {
	return true
}

func (a *Assertions) EqualError(theError error, errString string, msgAndArgs ...interface{}) bool {
	return true
}

func (a *Assertions) EqualErrorf(theError error, errString string, msg string, args ...interface{}) bool {
	return true
}

func Fail(t TestingT, failureMessage string, msgAndArgs ...interface{}) bool { return true }

func Failf(t TestingT, failureMessage string, msg string, args ...interface{}) bool { return true }

func (a *Assertions) Fail(failureMessage string, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) Failf(failureMessage string, msg string, args ...interface{}) bool { return true }

func FailNow(t TestingT, failureMessage string, msgAndArgs ...interface{}) bool { return true }

func FailNowf(t TestingT, failureMessage string, msg string, args ...interface{}) bool { return true }

func (a *Assertions) FailNow(failureMessage string, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) FailNowf(failureMessage string, msg string, args ...interface{}) bool {
	return true
}

func Regexp(t TestingT, rx, str interface{}, msgAndArgs ...interface{}) bool { return true }

func Regexpf(t TestingT, rx, str interface{}, msg string, args ...interface{}) bool { return true }

func (a *Assertions) Regexp(rx, str interface{}, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) Regexpf(rx, str interface{}, msg string, args ...interface{}) bool { return true }

func NotRegexp(t TestingT, rx, str interface{}, msgAndArgs ...interface{}) bool { return true }

func NotRegexpf(t TestingT, rx, str interface{}, msg string, args ...interface{}) bool { return true }

func (a *Assertions) NotRegexp(rx, str interface{}, msgAndArgs ...interface{}) bool { return true }

func (a *Assertions) NotRegexpf(rx, str interface{}, msg string, args ...interface{}) bool {
	return true
}
