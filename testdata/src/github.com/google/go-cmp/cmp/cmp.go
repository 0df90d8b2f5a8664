// Package cmp stands in for github.com/google/go-cmp/cmp.
package cmp

type Option interface{ filter() }

func Equal(x, y interface{}, opts ...Option) bool { return x == y }

func Diff(x, y interface{}, opts ...Option) string { return "" }
