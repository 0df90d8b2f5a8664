// Package helpers asks errors on behalf of others.
package helpers

import "errors"

// As is generic over the type.
func As[T error](err error) (T, bool) { return errors.AsType[T](err) } // want As:"asks for type 0"

// Into takes a target.
func Into(err error, target any) bool { return err != nil && errors.As(err, target) } // want Into:"asks for target 1"
