// Corpus runs all checks on everything in corpus.tsv, or on the modules whose
// names hold one of its arguments:
//
//	go run -C testdata/corpus .
//	go run -C testdata/corpus . std client-go
//
// None of it uses Stytch. Any finding is an error, and so is a check that fails, a
// panic, and a fact that does not survive being written. Nothing is left out early:
// the checks run on every package with its tests, and those with facts on all that
// it depends on. It needs about 8 GB of memory.
package main
