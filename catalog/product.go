package catalog

import (
	"fmt"
	"strings"
)

// Products is a set of the APIs that send a code.
type Products uint8

// The products whose errors the catalog knows.
const (
	Consumer Products = 1 << iota
	B2B
	Fraud
	Management
	SDK         // raised by an SDK itself, before or after a call
	OAuthServer // sent in OAuth 2.0's own form: the SDK returns stytcherror.OAuth2Error
)

// productNames holds the name of each product, in the order of the bits.
var productNames = [...]string{"consumer", "b2b", "fraud", "management", "sdk", "oauth2"}

// Names returns the name of each product in p, in the order of the constants;
// nil for none.
func (p Products) Names() []string {
	var names []string
	for i, name := range productNames {
		if p&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return names
}

// Unseen returns which of the two APIs for signing in, Consumer and B2B, is not in
// p while the other is. No source shows it there, which does not say that it is
// never sent: not every page of the documentation could be read.
func (p Products) Unseen() Products {
	if seen := p & (Consumer | B2B); seen != 0 {
		return (Consumer | B2B) &^ seen
	}
	return 0
}

// String returns the names of the products in p with commas between them, such
// as "consumer,b2b", and "" for none. [ParseProducts] reads that form.
func (p Products) String() string { return strings.Join(p.Names(), ",") }

// ParseProducts reads names of products with commas between them, such as
// "consumer,b2b". The empty string is the empty set. It returns an error for
// an unknown name.
func ParseProducts(s string) (Products, error) {
	if s == "" {
		return 0, nil
	}
	var p Products
next:
	for name := range strings.SplitSeq(s, ",") {
		for i, known := range productNames {
			if name == known {
				p |= 1 << i
				continue next
			}
		}
		return 0, fmt.Errorf("unknown product %q: the products are %s", name, strings.Join(productNames[:], ", "))
	}
	return p, nil
}
