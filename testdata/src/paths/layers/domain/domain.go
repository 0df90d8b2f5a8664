// Package domain has an interface that another package implements.
package domain

// An Asker asks.
type Asker interface{ Ask(x string) error }
