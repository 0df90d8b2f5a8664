// Package words has to do with the SDK by what it imports alone.
package words

import (
	"strings"

	"stytchtext/service"
)

type Holder struct{ s service.Service }

func Has(err error, word string) bool {
	return err != nil && strings.Contains(err.Error(), word)
}
