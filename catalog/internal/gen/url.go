package main

import (
	"fmt"
	"slices"
	"strings"
)

const errorsPage = "https://stytch.com/docs/api/errors"

// folders says where the documentation of each product keeps its error pages,
// in the order in which they are chosen. What an SDK raises refers to the
// consumer pages.
var folders = []struct{ product, folder string }{
	{"consumer", ""},
	{"b2b", "b2b/"},
	{"fraud", "fraud/"},
	{"sdk", ""},
}

// docsURL returns the address of the documentation of c: its place on the page
// of its status and product, or the page about errors where one of the two is
// unknown. Of several products it takes one whose page is known to list c.
func docsURL(c code) string {
	if c.status == 0 {
		return errorsPage
	}
	listed := func(product string) bool {
		page := fmt.Sprintf("docs-%s-%d", product, c.status)
		return slices.ContainsFunc(c.sources, func(id string) bool {
			return strings.TrimSuffix(id, "-whole") == page
		})
	}
	sends := func(product string) bool { return slices.Contains(c.products, product) }
	for _, chosen := range []func(string) bool{listed, sends} {
		for _, f := range folders {
			if chosen(f.product) {
				return fmt.Sprintf("https://stytch.com/docs/%sapi/errors/%d#%s", f.folder, c.status, c.name)
			}
		}
	}
	return errorsPage
}
