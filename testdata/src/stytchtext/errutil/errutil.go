// Package errutil helps with errors, and has nothing to do with the SDK.
package errutil

import (
	"fmt"
	"strings"
)

func Has(err error, words ...string) bool {
	return err != nil && anyOf(strings.ToLower(err.Error()), words)
}

func anyOf(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

func Annotate(err error, note string) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", note, err)
}
