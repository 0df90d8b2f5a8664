package catalog_test

import (
	"os"
	"strings"
)

// readTable returns the rows of a data file, without its comments.
func readTable(file string) [][]string {
	content, err := os.ReadFile(file)
	if err != nil {
		panic(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(content)) {
		if !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
		}
	}
	return rows
}
