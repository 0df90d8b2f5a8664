// Package assertions holds the assertions of testing libraries.
package assertions
