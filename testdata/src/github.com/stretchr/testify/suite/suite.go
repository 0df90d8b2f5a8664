// Package suite stands in for the package of that name of github.com/stretchr/testify.
package suite

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type TestingSuite interface {
	T() *testing.T
	SetT(*testing.T)
	SetS(suite TestingSuite)
}

type Suite struct {
	*assert.Assertions

	require *require.Assertions
	t       *testing.T
	s       TestingSuite
}

func (suite *Suite) T() *testing.T { return suite.t }

func (suite *Suite) SetT(t *testing.T) {
	suite.t = t
	suite.Assertions = assert.New(t)
	suite.require = require.New(t)
}

func (suite *Suite) SetS(s TestingSuite) { suite.s = s }

func (suite *Suite) Require() *require.Assertions { return suite.require }

func (suite *Suite) Assert() *assert.Assertions { return suite.Assertions }

func (suite *Suite) Run(name string, subtest func()) bool { return true }

func Run(t *testing.T, suite TestingSuite) { suite.SetT(t) }
