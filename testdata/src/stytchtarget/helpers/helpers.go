// Package helpers asks errors on behalf of others.
package helpers

import "errors"

// As is generic over the type.
func As[T error](err error) (T, bool) { return errors.AsType[T](err) } // want As:"asks for type 0"

// Into takes a target.
func Into(err error, target any) bool { return err != nil && errors.As(err, target) } // want Into:"asks for target 1"

// Target is errors.As by another name, and Wrapped a function of this package.
var (
	Target  = errors.As // want Target:"asks for target 1"
	Wrapped = Into      // want Wrapped:"asks for target 1"
	Again   = Target    // want Again:"asks for target 1"
)

// Other may be set to another one.
var Other = errors.As

func SetOther(f func(error, any) bool) { Other = f }
