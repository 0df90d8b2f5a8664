// Package mock stands in for the package of that name of testify.
package mock

type Mock struct{}

type Call struct{}

func (m *Mock) On(methodName string, arguments ...interface{}) *Call { return &Call{} }

func (c *Call) Return(returnArguments ...interface{}) *Call { return c }
