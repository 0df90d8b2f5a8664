// Bench measures what it costs to run stytchlint, beside an empty vet tool and
// other linters, and prints tables in Markdown:
//
//	go run -C testdata/bench . -module github.com/prometheus/prometheus@v0.307.0
//	go run -C testdata/bench . -generated -plot growth.png
//	go run -C testdata/bench . -again -generated
//	go run -C testdata/bench . -again -dir ~/src/somo-tracker/backend -before ~/bin/stytchlint
//	go run -C testdata/bench . -empty -dir ~/src/somo-tracker/backend -before ~/bin/stytchlint
//	go run -C testdata/bench . -startup
//	go run -C testdata/bench . -times
//	go run -C testdata/bench . -editor
//	go run -C testdata/bench . -dir ../example
//
// The runs of the tools are interleaved; each figure is a median, with the
// smallest and the largest value behind it. CPU time is that of all processes.
// A cold run finds the compiler's results in the build cache, but none of the
// tool's own: it gets another key in the go command's cache, by a flag or by a
// few bytes that are added to the executable; or a folder of its own for its cache.
// With -editor, one gopls with stytchlint and one without are asked in turn; the time
// is that until the answer is read.
package main
